/** Runs of white space that are not one plain blank already; few names have any. */
const ODD_BLANKS = /\s{2,}|[^\S ]/g;
/** ASCII without odd or outer blanks, as most names are: nothing to do but the case. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * What makes two spellings the same account: the name without outer blanks, inner ones as one blank, in Unicode NFKC,
 * without case. Case is folded as Unicode does for every language alike: each letter to upper case, then to lower case.
 * Upper case comes first because only it opens ß and the ligatures, so that `STRASSE` and `Straße` meet. Turkish letters
 * have no rule of their own: ı becomes i, and İ stays apart from both.
 *
 * @example Do " acme\u00a0GmbH" and "ACME GmbH" name the same account? yes, both keys are "acme gmbh"
 */
export function accountKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC').replace(ODD_BLANKS, ' ').trim();
}

/** The accounts met so far, numbered from 0 in order of appearance and shown as first written. */
export class AccountIndex {
  readonly names: string[] = [];
  private readonly byKey = new Map<string, number>();
  /** A spelling repeats on many rows and making its key costs far more than a look-up. */
  private readonly bySpelling = new Map<unknown, number>();

  /**
   * The number of an account, a new one if the name is new.
   *
   * @param spelling what `spelled` is to know it by from now on, for example the cell from which the name was read.
   */
  add(name: string, spelling: unknown = name): number {
    return this.spelled(spelling) ?? this.numberFor(accountKey(name), name, spelling);
  }

  /** The number of an account already met, under any spelling. */
  find(name: string): number | undefined {
    const known = this.spelled(name);
    if (known !== undefined) return known;
    const number = this.byKey.get(accountKey(name));
    if (number !== undefined) this.bySpelling.set(name, number);
    return number;
  }

  /** The number of an account already met in just this spelling. */
  spelled(spelling: unknown): number | undefined {
    return this.bySpelling.get(spelling);
  }

  private numberFor(key: string, name: string, spelling: unknown): number {
    let number = this.byKey.get(key);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.byKey.set(key, number);
    }
    this.bySpelling.set(spelling, number);
    return number;
  }
}
