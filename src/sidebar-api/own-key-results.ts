import { weekStart, type Day } from '../domain/calendar/day.js';
import { isCheckInDue } from '../domain/okr/key-result.js';
import { quarterEnd, quarterStart, type Quarter } from '../domain/okr/quarter.js';
import { readCells } from '../google/tables.js';
import type { CheckInRecord } from '../records/tabs/check-ins.js';
import type { KeyResultRecord } from '../records/tabs/key-results.js';
import { fedValue, parseCellAddress } from './cell-address.js';
import { checkInForm } from './check-in-form.js';
import { goalsOf } from './goals.js';
import { keyResultReader } from './key-result-view.js';
import type { OpenBook } from './open-book.js';
import type { OwnKeyResult, PastEntry } from './protocol.js';
import { shownDay } from './show.js';

/** The states in which a key result is not checked in. */
const AT_REST = ['paused', 'done', 'dropped'];

/** Whether a key result is checked in each week. */
function isCheckedIn({ state }: KeyResultRecord): boolean {
  return !AT_REST.includes(state?.toLowerCase() ?? '');
}

/**
 * Whether this week's check-in is asked for: while it runs, and two weeks longer for its last number.
 *
 * @param quarter whose days hold where the key result has none of its own.
 */
export function isAskedFor(keyResult: KeyResultRecord, quarter: Quarter | undefined, today: Day): boolean {
  const [first, last] = quarter === undefined ? [null, null] : [quarterStart(quarter), quarterEnd(quarter)];
  const [start, end] = [keyResult.start ?? first, keyResult.due ?? last];
  return isCheckedIn(keyResult) && isCheckInDue({ start, end }, today);
}

/** The key results that a person may check in: those they own that are not at rest. */
export function checkedInBy(me: string, keyResults: readonly KeyResultRecord[]): readonly KeyResultRecord[] {
  return keyResults.filter((keyResult) => keyResult.owner === me && isCheckedIn(keyResult));
}

type Book = Pick<OpenBook, 'records' | 'today' | 'thisWeek' | 'firstWeekday' | 'me'>;

/** A person's key results with their newest entries and what their source cells hold, which are read here. */
export function ownKeyResults(book: Book): readonly OwnKeyResult[] {
  const { records, today, thisWeek, firstWeekday } = book;
  const reader = keyResultReader(book, records);
  const goals = goalsOf(records, today);
  const shown = (entry: CheckInRecord | null): PastEntry | null =>
    entry && {
      week: shownDay(weekStart(entry.week, firstWeekday), today),
      value: entry.value,
      confidence: entry.confidence,
      blocker: entry.blocker ?? '',
    };
  const isEarlier = ({ week }: { readonly week: Day }): boolean => weekStart(week, firstWeekday) < thisWeek;
  const asked = checkedInBy(book.me, records.keyResults).filter((keyResult) => {
    return isAskedFor(keyResult, goals.goalOf(keyResult)?.quarter, today);
  });
  const cellAt = readCells(asked.flatMap(({ source }) => parseCellAddress(source ?? '') ?? []));
  return asked.map((keyResult) => {
    const { id, account, unit, baseline, target, due, source } = keyResult;
    const earlier = reader.history.of(id).filter(isEarlier);
    const quarter = goals.goalOf(keyResult)?.quarter;
    const shownKeyResult = {
      ...{ id, baseline, target },
      keyResult: keyResult.keyResult,
      account: account ?? '',
      unit: unit ?? '',
      due: due === null ? null : shownDay(due, today),
      last: shown(earlier[earlier.length - 1] ?? null),
      thisWeek: shown(reader.history.at(id, thisWeek)),
      source: source ?? '',
      sourceValue: source === null ? null : fedValue(source, cellAt).value,
      initiatives: reader.initiatives(keyResult),
      sentence: reader.state(keyResult, quarter).sentence,
      trend: reader.trend(keyResult, quarter),
    };
    return { ...shownKeyResult, form: checkInForm(shownKeyResult) };
  });
}
