import type { Day } from '../domain/calendar/day.js';
import type { CheckInRecord } from '../records/tabs/check-ins.js';
import type { CheckInEntry } from './protocol.js';

/** An entry as its row in Check-ins has it, and whether that row is there already. */
export interface PlacedEntry {
  readonly record: CheckInRecord;
  readonly isSaved: boolean;
}

const SAID = ['keyResult', 'week', 'value', 'confidence', 'blocker', 'note'] as const;

/**
 * Gives entries their rows. An answer can get lost on its way: whoever sends the same entry again means the row that is there;
 * whoever changed it meanwhile means a row of its own, whose id continues that of the entry.
 */
export function placeEntries(
  entries: readonly CheckInEntry[],
  checkIns: readonly CheckInRecord[],
  { week, me, at }: { readonly week: Day; readonly me: string; readonly at: number },
): readonly PlacedEntry[] {
  return entries.map(({ keyResultId, value, confidence, blocker, note, entryId }): PlacedEntry => {
    const earlier = checkIns.filter(({ entryId: id }) => id === entryId || id?.startsWith(`${entryId}-`));
    const record: CheckInRecord = {
      ...{ row: 0, when: at, week, keyResult: keyResultId, value, confidence, by: me },
      blocker: blocker === '' ? null : blocker,
      note: note === '' ? null : note,
      entryId: earlier.length === 0 ? entryId : `${entryId}-${String(earlier.length + 1)}`,
    };
    const same = earlier.find((other) => SAID.every((field) => other[field] === record[field]));
    return same ? { record: same, isSaved: true } : { record, isSaved: false };
  });
}
