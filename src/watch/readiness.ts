import { mappingOf } from '../records/mapping.js';
import type { TabSchema } from '../records/schema.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { alertsTab } from '../records/tabs/alerts.js';
import { signalsTab } from '../records/tabs/signals.js';
import type { Records } from '../records/workbook.js';
import type { UnreadableTab } from './reports/digest.js';
import type { ScanSummary } from './scan-summary.js';

/** Why a tab cannot be relied on, and what to do; null when it can. */
function unreadable({ health, settings }: Records, schema: TabSchema): UnreadableTab | null {
  const tab = health.get(schema.tab);
  if (!tab) return null;
  const because = (reason: string): UnreadableTab => ({ tab: tab.name, reason });
  if (!tab.readable) {
    const remedy = schema.keeper === 'team' ? 'map its columns again in the sidebar' : 'mend its headers';
    return because(`${tab.name} cannot be read; see the Problems tab and ${remedy}`);
  }
  if (tab.badRowShare <= settings.values.badRowShare) return null;
  const percent = `${String(Math.round(tab.badRowShare * 100))} %`;
  return because(`${percent} of the rows of ${tab.name} cannot be used; mend those that the Problems tab lists`);
}

/** A tab that was there at the last scan and is gone: what was judged from it is not over for that. */
function lostTab({ health }: Records, schema: TabSchema, { tabs }: ScanSummary): UnreadableTab | null {
  const { name, present } = health.get(schema.tab) ?? { name: '', present: true };
  if (present || !tabs.includes(name)) return null;
  const remedy = 'restore it, or add one of that name with the same headers';
  return { tab: name, reason: `${name} is gone, and with it what was judged from it; ${remedy}` };
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

/** Why a trigger that judges from some tabs can judge nothing, and what to do; null when it can. */
export function reasonToWait(
  records: Records,
  tabs: readonly TabSchema[],
  last: ScanSummary | null,
): UnreadableTab | null {
  for (const tab of tabs) {
    const broken = unreadable(records, tab) ?? (last ? lostTab(records, tab, last) : null);
    if (broken !== null) return broken;
  }
  const lost = last && tabs.some(({ tab }) => tab === signalsTab.tab) ? lostIndicator(records, last) : null;
  if (lost === null) return null;
  const reason = `Signals has no column ${lost} any more; restore its header, or map the columns again in the sidebar`;
  return { tab: mappingOf(signalsTab, records.settings.mapping).tab, reason };
}

/**
 * Why no mail may go out at all: the accounts that everything is about, or the memory of what was told, cannot be trusted.
 * Null when all is well.
 *
 * @param last what the last scan saw; null before the first.
 */
export function reasonToStop(records: Records, last: ScanSummary | null): UnreadableTab | null {
  const broken = unreadable(records, accountsTab);
  if (broken !== null) return broken;
  if (!records.isStateReadable) {
    const reason = 'Alerts or Notices has a row or column that cannot be read; mend what the Problems tab lists';
    return { tab: alertsTab.tab, reason };
  }
  // Outside working hours alerts are opened before anybody is told, so that Notices comes later than Alerts.
  const isTold = records.alerts.some(({ level }) => level !== null && level > 0);
  const absent = records.absentTabs.find((tab) => tab === alertsTab.tab || isTold);
  if (last && last.alertCount > 0 && absent !== undefined) {
    const remedy = 'restore the tab, or add an empty one of that name to start afresh';
    return { tab: absent, reason: `${absent} is gone, and with it what was told; ${remedy}` };
  }
  return null;
}
