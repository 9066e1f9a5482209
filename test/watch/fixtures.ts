import type { AlertRecord } from '../../src/records/tabs/alerts.js';
import type { Records } from '../../src/records/workbook.js';
import { applyDecisions, decideAlerts, type Decision } from '../../src/watch/alerts.js';
import { scanSignals } from '../../src/watch/momentum-decay.js';
import { planNotices } from '../../src/watch/notices.js';
import { dateCell, day, table, workbook } from '../records/tables.js';

/** The Monday that the scans of these tests look at. */
export const WEEK = day('2026-05-18');

/** Rows of the Signals tab for one account: usage values of the weeks that end with WEEK, oldest first; null leaves the week out. */
function usageRows(account: string, values: readonly (number | string | null)[], lastWeek: number): unknown[][] {
  return values.flatMap((value, i) => {
    const week = lastWeek - 7 * (values.length - 1 - i);
    return value === null ? [] : [[dateCell(new Date(week * 86_400_000).toISOString().slice(0, 10)), account, value]];
  });
}

/** A workbook in which each account has the given weekly usage up to a week. */
export function usage(
  series: Readonly<Record<string, readonly (number | string | null)[]>>,
  lastWeek = WEEK,
  account: Readonly<Record<string, unknown>> = {},
): Records {
  const names = Object.keys(series);
  const own = { CSM: 'maya@northlight.example', ARR: 12_000, ...account };
  return workbook(
    table('Accounts', ['Account', ...Object.keys(own)], ...names.map((name) => [name, ...Object.values(own)])),
    table(
      'Signals',
      ['Week', 'Account', 'Usage'],
      ...names.flatMap((name) => usageRows(name, series[name] ?? [], lastWeek)),
    ),
  );
}

/** One scan carried out on records alone: what it decided, and the records after it. */
export function scanned(
  records: Records,
  week = WEEK,
  now = 0,
  isAgain = false,
): { decisions: readonly Decision[]; after: Records } {
  const decisions = decideAlerts(scanSignals(records, week), records.alerts, records.notices, isAgain);
  const { opened, changed } = applyDecisions(
    decisions,
    records.alerts,
    now,
    ({ bends }) => `${String(bends.length)} bends`,
  );
  const byKey = new Map(changed.map((alert) => [alert.key, alert]));
  const alerts: AlertRecord[] = [...records.alerts.map((alert) => byKey.get(alert.key) ?? alert), ...opened];
  const notices = [...records.notices, ...planNotices(decisions, records.notices, week, now)];
  return { decisions, after: { ...records, alerts, notices } };
}
