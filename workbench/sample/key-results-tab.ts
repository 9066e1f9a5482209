import type { BookSheet } from '../book.js';
import { dateCell, table, tabColors } from './cells.js';
import type { CheckIn } from './check-ins.js';
import { day } from './days.js';
import { keyResults, type KeyResult } from './goals.js';

/** The key results of the quarter, each with the value of its last check-in and the cell that feeds it. */
export function keyResultsTab(
  checkIns: readonly CheckIn[],
  sources: Readonly<Record<NonNullable<KeyResult['feed']>, string>>,
): BookSheet {
  return table(
    'Key results',
    tabColors.goals,
    [
      ['Id', 50],
      ['Objective', 75],
      ['Key result', 320],
      ['Kind', 70],
      ['Indicator', 140],
      ['Unit', 60],
      ['Baseline', 75],
      ['Target', 75],
      ['Current', 75],
      ['Start', 90],
      ['Due', 90],
      ['Owner', 230],
      ['Account', 150],
      ['Source', 170],
      ['State', 70],
    ],
    keyResults.map((keyResult) => [
      keyResult.id,
      keyResult.objective,
      keyResult.text,
      keyResult.kind,
      keyResult.indicator,
      keyResult.unit,
      keyResult.baseline,
      keyResult.target,
      checkIns.filter((entry) => entry.keyResult === keyResult).at(-1)?.value ?? null,
      dateCell(day('2026-10-01')),
      dateCell(day('2026-12-31')),
      keyResult.owner,
      keyResult.account ?? null,
      keyResult.feed ? sources[keyResult.feed] : null,
      'Active',
    ]),
  );
}
