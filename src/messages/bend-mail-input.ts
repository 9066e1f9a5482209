import type { Day } from '../domain/calendar/day.js';
import type { BentAccount } from '../watch/bends.js';

/** A bent account with the address of its row in the spreadsheet. */
export interface LinkedAccount extends BentAccount {
  readonly link: string;
}

/** Everything that the mail to one CSM about one weekly scan says. */
export interface BendMailInput {
  /** How to greet; null when the Team tab does not say. */
  readonly recipientName: string | null;
  /** One or more, in any order. */
  readonly accounts: readonly LinkedAccount[];
  /** The Monday of the week scanned. */
  readonly week: Day;
  readonly today: Day;
  /** The step of the ladder: 1 is the nudge to the owner. */
  readonly level: 1;
  readonly bookName: string;
  readonly bookUrl: string;
  /** Stands before amounts, for example `$`. */
  readonly currency: string;
  readonly noticeId: string;
  /** How many wrong weeks in a row make a bend. */
  readonly bendWeeks: number;
}

function checkLink(place: string, link: string): void {
  if (/^https?:\/\/[^\s"'<>\\]+$/.test(link)) return;
  throw new TypeError(
    `renderBendMail: ${place} must be an http or https address, got ${JSON.stringify(link.slice(0, 80))}`,
  );
}

/** Throws on an input that no caller may make: no account, or a link that is no web address. */
export function checkBendMailInput({ accounts, bookUrl }: BendMailInput): void {
  if (accounts.length === 0) throw new RangeError('renderBendMail: accounts must hold at least one account, got none');
  checkLink('bookUrl', bookUrl);
  accounts.forEach(({ link }, index) => {
    checkLink(`accounts[${index}].link`, link);
  });
}

/** The accounts by exposure, the largest first and unknown last; equal ones by name, so that a mail is always the same. */
export function byExposure(accounts: readonly LinkedAccount[]): LinkedAccount[] {
  const size = ({ exposure }: LinkedAccount): number => exposure ?? -Infinity;
  const name = (one: LinkedAccount, other: LinkedAccount): number =>
    one.account === other.account ? one.accountRow - other.accountRow : one.account < other.account ? -1 : 1;
  return [...accounts].sort((one, other) => (size(one) === size(other) ? name(one, other) : size(other) - size(one)));
}
