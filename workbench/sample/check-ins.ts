import type { BookCell, BookSheet } from '../book.js';
import { dateCell, table, tabColors, timeCell } from './cells.js';
import { weeks } from './days.js';
import { keyResults, type KeyResult } from './goals.js';
import { random } from './random.js';

/** The seven weeks of the quarter so far. */
export const quarterWeeks: readonly number[] = weeks.slice(-7);

export interface CheckIn {
  readonly week: number;
  readonly keyResult: KeyResult;
  readonly value: number;
  readonly confidence: number;
}

/** A value a week for the key results that no cell feeds; null where nobody checked in. */
const values: Readonly<Record<string, readonly (number | null)[]>> = {
  KR2: [44, 47, 51, 54, 58, 61, 63],
  KR3: [13, 11, 10, 9, 8, 6, 6],
  KR6: [29, 31, 34, 34, 38, 41, 44],
  KR7: [0, 18_000, 42_000, 61_000, 97_000, 112_000, 131_000],
  KR8: [42, 44, null, 49, 50, 53, 55],
  KR9: [17, 16, 15, 13, 12, null, null],
  KR10: [38, 40, 41, 43, 43, 44, 45],
};

const confidences: Readonly<Record<string, readonly number[]>> = {
  KR1: [7, 7, 7, 7, 5, 5, 4],
  KR2: [6, 6, 6, 7, 7, 7, 7],
  KR3: [5, 6, 6, 7, 7, 8, 8],
  KR4: [8, 8, 8, 7, 6, 4, 3],
  KR5: [7, 7, 7, 6, 6, 5, 5],
  KR6: [5, 5, 6, 6, 6, 7, 7],
  KR7: [6, 6, 6, 7, 7, 7, 8],
  KR8: [6, 6, 6, 6, 6, 6, 6],
  KR9: [6, 6, 7, 7, 7, 7, 7],
  KR10: [5, 5, 5, 5, 6, 6, 6],
};

/** What people wrote, by key result and position of the week. */
const remarks: Readonly<
  Record<string, Readonly<Record<number, { readonly blocker?: string; readonly note?: string }>>>
> = {
  KR1: { 4: { note: 'October closed with Kiln & Co and Oakhurst Furniture gone' } },
  KR2: { 2: { note: 'Enterprise done, mid-market next' }, 5: { blocker: 'Legal needs nine days a redline' } },
  KR3: { 3: { note: 'Drops are now read on Mondays' } },
  KR4: { 4: { note: 'Two wards went back to paper rosters' }, 5: { blocker: 'Single sign-on slipped again' } },
  KR6: { 3: { blocker: 'Shift-swap rollout paused until the fix ships' } },
  KR7: { 4: { note: 'Copperline Hotels asked for a second region' } },
  KR10: { 4: { note: '21 answers so far' } },
};

/** Every entry of the quarter, oldest first. `fed` gives the weekly values of the key results that a cell feeds. */
export function checkIns(fed: Readonly<Record<string, readonly (number | null)[]>>): readonly CheckIn[] {
  return quarterWeeks.flatMap((week, index) =>
    keyResults.flatMap((keyResult) => {
      const value = (fed[keyResult.id] ?? values[keyResult.id])?.[index] ?? null;
      return value === null ? [] : [{ week, keyResult, value, confidence: confidences[keyResult.id]?.[index] ?? 5 }];
    }),
  );
}

export function checkInsTab(entries: readonly CheckIn[]): BookSheet {
  const rows = entries.map(({ week, keyResult, value, confidence }): BookCell[] => {
    const chance = random(`check-in ${keyResult.id} ${String(week)}`);
    const remark = remarks[keyResult.id]?.[quarterWeeks.indexOf(week)];
    return [
      timeCell(week + chance.int(3, 4), chance.int(9, 17), chance.int(0, 59)),
      dateCell(week),
      keyResult.id,
      value,
      confidence,
      remark?.blocker ?? null,
      remark?.note ?? null,
      keyResult.owner,
      `${keyResult.id}-${String(Math.floor(chance.next() * 0xffffff)).padStart(8, '0')}`,
    ];
  });
  return table(
    'Check-ins',
    tabColors.goals,
    [
      ['When', 130],
      ['Week', 90],
      ['Key result', 80],
      ['Value', 80],
      ['Confidence', 85],
      ['Blocker', 250],
      ['Note', 300],
      ['By', 220],
      ['Entry id', 120],
    ],
    rows,
  );
}
