import { lastDayOf, monthOf, type Day, type Month } from '../../domain/calendar/day.js';
import { logoChurn } from '../../domain/revenue/retention.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import { kpiReader, KPIS, monthColumns, yearTo } from '../triggers/kpi-months.js';

/** A metric of the executive layer. */
export interface ExecutiveMetric {
  readonly name: 'NRR' | 'GRR' | 'Logo churn';
  /** A ratio of the last twelve months; null where it is not known. */
  readonly value: number | null;
  /** The same a month earlier. */
  readonly before: number | null;
  /** What the team holds it against; null where there is nothing. */
  readonly floor: number | null;
}

/** NRR, GRR and logo churn of the twelve months up to the last one that is entered. */
export function executiveMetrics(
  { revenue, accounts, settings }: Records,
  { today }: WatchClock,
): { readonly metrics: readonly ExecutiveMetric[]; readonly metricsTo: Day | null } {
  const month = monthOf(today) - 1;
  const { ledger, readable, badRowShare } = revenue;
  const columns = ledger && monthColumns(ledger, month, accounts, today);
  const isKnown = readable && badRowShare <= settings.values.badRowShare && ledger && columns;
  const metrics = KPIS.flatMap((kpi): ExecutiveMetric[] => {
    const { subject } = kpi;
    if (subject === 'Expansion') return [];
    const read = isKnown ? kpiReader(kpi, columns) : null;
    const value = read?.(month).value ?? null;
    return [{ name: subject, value, before: read?.(month - 1).value ?? null, floor: settings.values[kpi.floor] }];
  });
  const churnTo = (last: Month): number | null => {
    const year = isKnown ? yearTo(last, columns) : null;
    const churn = year && logoChurn(year.opening, year.closing);
    return churn?.ok ? churn.value : null;
  };
  metrics.push({ name: 'Logo churn', value: churnTo(month), before: churnTo(month - 1), floor: null });
  return { metrics, metricsTo: metrics.some(({ value }) => value !== null) ? lastDayOf(month) : null };
}
