import { quarterOf, quarterStart } from '../../domain/okr/quarter.js';
import { quantileOf } from '../../domain/statistics/quantile.js';
import type { AlertRecord } from '../../records/tabs/alerts.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import { TRIGGERS, type TriggerName } from '../finding.js';
import { DAY_MS } from '../lifecycle.js';
import { functionKey, type People } from '../people.js';
import { exposureOf, liveAlerts, type OpenExposure } from './exposure.js';
import { quarterWords } from './quarter-words.js';

/** What one function's alerts of a quarter have in common; never the single case. */
export interface FunctionPattern extends OpenExposure {
  /** As the tabs spell it. */
  readonly function: string;
  /** Who leads it; null when Team names nobody. */
  readonly head: string | null;
  /** Alerts that opened in the quarter, or were still open when it began. */
  readonly breaches: number;
  readonly open: number;
  /** How many days they were open, or have been so far, at the median. */
  readonly medianDays: number | null;
  /** The same count a quarter before; null where nothing is known of that quarter. */
  readonly before: number | null;
  /** The triggers behind it, the most alerts first. */
  readonly triggers: readonly { readonly trigger: TriggerName; readonly count: number }[];
}

/** What the pattern brief tells the heads of functions. */
export interface PatternBrief {
  readonly quarter: string;
  /** 1 for the first week of the quarter. */
  readonly weekOfQuarter: number;
  readonly functions: readonly FunctionPattern[];
  readonly patternWeek: number;
  readonly patternBreaches: number;
}

/** One case is no pattern. */
const LEAST_ALERTS = 2;

/** The alerts of a time: those that opened in it, and those that were open when it began. */
function within(alerts: readonly AlertRecord[], from: number, to: number): readonly AlertRecord[] {
  return alerts.filter(({ opened, resolved }) => opened < to && (resolved ?? Infinity) >= from);
}

function medianDays(alerts: readonly AlertRecord[], now: number): number | null {
  const days = alerts.map(({ opened, resolved }) => ((resolved ?? now) - opened) / DAY_MS).sort((a, b) => a - b);
  return days.length === 0 ? null : Math.round(quantileOf(days, 0.5));
}

/**
 * The pattern of each function in the quarter: from the set week on of all that have more than one alert; before it only of
 * those that broke as many promises as are set.
 */
export function patternBrief({ alerts, settings }: Records, clock: WatchClock, people: People): PatternBrief {
  const { patternWeek, patternBreaches } = settings.values;
  const quarter = quarterOf(clock.today);
  const from = clock.instantOf(quarterStart(quarter));
  const earlier = clock.instantOf(quarterStart(quarter - 1));
  const weekOfQuarter = Math.floor((clock.today - quarterStart(quarter)) / 7) + 1;
  const isKnown = alerts.some(({ opened }) => opened < from);
  const byFunction = new Map<string, { name: string; alerts: AlertRecord[] }>();
  for (const alert of alerts) {
    const name = alert.function ?? people.find(alert.owner ?? '')?.function ?? '';
    if (name === '') continue;
    const group = byFunction.get(functionKey(name)) ?? { name, alerts: [] };
    byFunction.set(functionKey(name), group);
    group.alerts.push(alert);
  }
  const functions = [...byFunction.values()].flatMap(({ name, alerts: all }): FunctionPattern[] => {
    const own = within(all, from, Infinity);
    const broken = own.filter(({ trigger, opened }) => trigger === 'Dependency breach' && opened >= from).length;
    const isPattern = weekOfQuarter >= patternWeek && own.length >= LEAST_ALERTS;
    if (!isPattern && broken < patternBreaches) return [];
    const live = liveAlerts(own);
    const counts = TRIGGERS.map((trigger) => ({ trigger, count: own.filter((one) => one.trigger === trigger).length }));
    return [
      {
        function: name,
        head: people.headOf(name),
        breaches: own.length,
        open: live.length,
        ...exposureOf(live),
        medianDays: medianDays(own, clock.now),
        before: isKnown ? within(all, earlier, from).length : null,
        triggers: counts.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count),
      },
    ];
  });
  functions.sort((one, other) => (other.exposure ?? -1) - (one.exposure ?? -1) || other.breaches - one.breaches);
  return { quarter: quarterWords(quarter), weekOfQuarter, functions, patternWeek, patternBreaches };
}
