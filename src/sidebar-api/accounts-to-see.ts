import { accountKey } from '../domain/account-key.js';
import { weekStart } from '../domain/calendar/day.js';
import type { AccountRecord } from '../records/tabs/accounts.js';
import { accountHealth, hasChurned } from '../watch/triggers/account-health.js';
import { MOMENTUM_DECAY } from '../watch/momentum-decay.js';
import type { OpenBook } from './open-book.js';
import type { AccountToSee } from './protocol-okr.js';
import { shownDay } from './show.js';

/** From this many days after signing on, an account without a first outcome counts as stalled. */
const STALLED_DAYS = 30;

type Book = Pick<OpenBook, 'records' | 'today' | 'thisWeek' | 'firstWeekday' | 'me'>;

/** The open alerts of every account, in words. */
function alertsByAccount({ records }: Book): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const { account, subject, trigger, state } of records.alerts) {
    if (account === null || state === 'resolved') continue;
    const what = trigger === MOMENTUM_DECAY ? 'bends' : trigger;
    const key = accountKey(account);
    // A key result of an account may bend in the words of the account's own alert.
    words.set(key, [...new Set([...(words.get(key) ?? []), subject ? `${what}: ${subject}` : what])]);
  }
  return words;
}

function lowHealth({ health }: AccountRecord, { records }: Book): string[] {
  return accountHealth(health, records.settings.values) === 'red' ? [`health ${health ?? ''}`] : [];
}

function stalled({ signed, firstValue }: AccountRecord, { today }: Book): string[] {
  if (signed === null || firstValue !== null || today - signed <= STALLED_DAYS) return [];
  return [`no first value ${String(today - signed)} days after signing`];
}

/** The accounts of a person that the week's check-in has to look at: with an open alert, low in health, or stalled in onboarding. */
export function accountsToSee(book: Book): readonly AccountToSee[] {
  const { records, today, thisWeek, firstWeekday, me } = book;
  const alerts = alertsByAccount(book);
  const reviewed = new Set(
    records.reviews
      .filter(({ week }) => weekStart(week, firstWeekday) === thisWeek)
      .map(({ account }) => accountKey(account)),
  );
  return records.accounts.accounts
    .filter((account) => me !== '' && account.csm === me && !hasChurned(account, today))
    .flatMap((record): AccountToSee[] => {
      const key = accountKey(record.account);
      const why = [...(alerts.get(key) ?? []), ...lowHealth(record, book), ...stalled(record, book)];
      if (why.length === 0) return [];
      return [
        {
          account: record.account,
          why: why.join('; '),
          renewal: record.renewal === null ? null : shownDay(record.renewal, today),
          exposure: record.arr,
          isReviewed: reviewed.has(key),
        },
      ];
    })
    .sort((a, b) => (b.exposure ?? 0) - (a.exposure ?? 0));
}
