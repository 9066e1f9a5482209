/** Runs of white space that are not one plain blank already; few names have any. */
const ODD_BLANKS = /\s{2,}|[^\S ]/g;

/**
 * What makes two spellings the same account: the name without outer blanks, inner ones as one blank, in Unicode NFKC,
 * without case. Case is folded as Unicode does for every language alike: each letter to upper case, then to lower case.
 * Upper case comes first because only it opens ß and the ligatures, so that `STRASSE` and `Straße` meet. Turkish letters
 * have no rule of their own: ı becomes i, and İ stays apart from both.
 *
 * @example Do " acme\u00a0GmbH" and "ACME GmbH" name the same account? yes, both keys are "acme gmbh"
 */
export function accountKey(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC').replace(ODD_BLANKS, ' ').trim();
}

/** The accounts met so far, numbered from 0 in order of appearance and shown as first written. */
export class AccountIndex {
  readonly names: string[] = [];
  private readonly byKey = new Map<string, number>();
  /** A spelling repeats on many rows and making its key costs far more than a look-up. */
  private readonly bySpelling = new Map<string, number>();

  /** The number of an account, a new one if the name is new. */
  add(name: string): number {
    const known = this.find(name);
    if (known !== undefined) return known;
    const number = this.names.push(name) - 1;
    this.byKey.set(accountKey(name), number);
    this.bySpelling.set(name, number);
    return number;
  }

  /** The number of an account already met, under any spelling. */
  find(name: string): number | undefined {
    let number = this.bySpelling.get(name);
    if (number === undefined) {
      number = this.byKey.get(accountKey(name));
      if (number !== undefined) this.bySpelling.set(name, number);
    }
    return number;
  }
}
