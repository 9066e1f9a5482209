import { mappingOf } from '../records/mapping.js';
import { signalsTab } from '../records/tabs/signals.js';
import type { Records } from '../records/workbook.js';
import type { ScanSummary } from './scan-summary.js';

function unreadable({ accounts, signals, settings }: Records): string | null {
  const percent = (share: number): string => `${String(Math.round(share * 100))} %`;
  const tabs = [
    { name: 'Accounts', ...accounts },
    { name: 'Signals', ...signals },
  ];
  for (const { name, readable, badRowShare } of tabs) {
    if (!readable) return `${name} cannot be read; see the Problems tab and map its columns again in the sidebar`;
    if (badRowShare > settings.values.badRowShare) {
      return `${percent(badRowShare)} of the rows of ${name} cannot be used; mend those that the Problems tab lists`;
    }
  }
  return null;
}

/** An indicator that was there at the last scan and is meant to be there still: the team did not map it otherwise. */
function lostIndicator({ signals, settings }: Records, last: ScanSummary): string | null {
  const { columns } = mappingOf(signalsTab, settings.mapping);
  const wanted = new Set([
    ...Object.entries(signalsTab.columns).map(
      ([field, { header }]) => columns[field] ?? (columns[field] === null ? '' : header),
    ),
    ...[...settings.better.values()].map(({ name }) => name),
  ]);
  const present = new Set(signals.indicators.map(({ name }) => name));
  return last.indicators.find((name) => wanted.has(name) && !present.has(name)) ?? null;
}

/**
 * Why no mail may go out: the data it would be about, or the memory of what was told, cannot be trusted. Null when all is
 * well.
 *
 * @param last what the last scan saw; null before the first.
 */
export function reasonToStop(records: Records, last: ScanSummary | null): string | null {
  const broken = unreadable(records);
  if (broken !== null) return broken;
  if (!records.isStateReadable) {
    return 'Alerts or Notices has a row or column that cannot be read; mend what the Problems tab lists';
  }
  const lost = last && lostIndicator(records, last);
  if (lost !== null) {
    return `Signals has no column ${lost} any more; restore its header, or map the columns again in the sidebar`;
  }
  const [absent] = records.absentTabs;
  if (last && last.alertCount > 0 && absent !== undefined) {
    return `${absent} is gone, and with it what was told; restore the tab, or add an empty one of that name to start afresh`;
  }
  return null;
}
