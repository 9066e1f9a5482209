import { readProperty, writeProperty } from '../google/properties.js';
import type { Records } from '../records/workbook.js';
import type { WatchClock } from '../watch/clock.js';
import type { Judged } from '../watch/decide.js';
import { JUDGED_TABS } from '../watch/judge.js';
import { LAST_SCAN_PROPERTY, type ScanSummary } from '../watch/scan-summary.js';

/**
 * What the last scan saw; null before the first.
 *
 * @param kept what its property holds, where that was read already.
 */
export function lastScan(kept = readProperty(LAST_SCAN_PROPERTY)): ScanSummary | null {
  // Nobody else writes this property.
  return kept === null ? null : (JSON.parse(kept) as ScanSummary);
}

/** Keeps what this scan saw, when it is anything new. */
export function keepSummary(last: ScanSummary | null, summary: Omit<ScanSummary, 'at'>, { now }: WatchClock): void {
  const isNews = JSON.stringify({ ...last, ...summary }) !== JSON.stringify(last);
  if (isNews) writeProperty(LAST_SCAN_PROPERTY, JSON.stringify({ at: now, ...summary }));
}

/** What the weekly values of the accounts say, in numbers. */
export function summaryOf(
  judged: Judged,
  { accounts }: Records,
): Pick<ScanSummary, 'accountCount' | 'bentCount' | 'withoutDataCount'> {
  const weekly = judged.get('Momentum decay');
  // Key results are judged by their weeks too; they are no accounts.
  const all = accounts.accounts.map(({ account }) => {
    return typeof weekly === 'object' ? (weekly.get(account) ?? 'no data') : 'no data';
  });
  return {
    accountCount: all.filter((verdict) => verdict !== 'churned').length,
    bentCount: all.filter((verdict) => typeof verdict === 'object').length,
    withoutDataCount: all.filter((verdict) => verdict === 'no data').length,
  };
}

function tabsThere({ health }: Records): readonly string[] {
  return JUDGED_TABS.flatMap(({ tab }) => {
    const { name, present } = health.get(tab) ?? { name: tab, present: false };
    return present ? [name] : [];
  });
}

/** What a scan saw; while nothing can be trusted, what the last good scan saw is what has to come back. */
export function seenBy(
  judged: Judged | null,
  records: Records,
  { now, week }: WatchClock,
  last: ScanSummary | null,
): Omit<ScanSummary, 'at' | 'alertCount' | 'stopped' | 'toldStop' | 'problems'> {
  const known: Judged = judged ?? new Map();
  const isWeekJudged = typeof known.get('Momentum decay') === 'object';
  return {
    week,
    ...summaryOf(known, records),
    tabs: [...new Set([...(last?.tabs ?? []), ...tabsThere(records)])],
    indicators: isWeekJudged ? records.signals.indicators.map(({ name }) => name) : (last?.indicators ?? []),
    watchingSince: last?.watchingSince ?? now,
  };
}
