import type { Account } from './accounts.js';
import { weeks } from './days.js';
import { random } from './random.js';
import { declineOf, type Decline } from './decline.js';
import { activityIn, startingLevels } from './levels.js';
import { bending, silentThisWeek, type Indicator } from './stories.js';

/** One account's indicators in one week; null where nothing was measured. */
export type Reading = Readonly<Record<Indicator, number | null>>;

const indicators: readonly Indicator[] = ['usage', 'engagement', 'volume', 'sentiment', 'nps'];

/** Fewer tickets are better; of everything else, more. */
function isWorse(indicator: Indicator, before: number, after: number): boolean {
  return indicator === 'volume' ? after > before : after < before;
}

/** Ordinary weeks rarely fall twice running; this is the chance to let one do so, before the last weeks. */
const CHANCE_OF_FALSE_ALARM = 0.12;
const QUIET_WEEKS = 5;

const steps: Readonly<Record<Indicator, number>> = { usage: 1, engagement: 1, volume: 1, sentiment: 0.1, nps: 5 };
const bounds: Readonly<Record<Indicator, readonly [number, number]>> = {
  usage: [0, 100_000],
  engagement: [0, 12],
  volume: [0, 60],
  sentiment: [1, 5],
  nps: [-100, 100],
};

function snap(indicator: Indicator, value: number): number {
  const [low, high] = bounds[indicator];
  const step = steps[indicator];
  const tidy = Math.round(Math.round(value / step) * step * 10) / 10;
  return Math.min(high, Math.max(low, tidy));
}

/** A value one step or more on the wrong side of the last one. */
function worsened(indicator: Indicator, last: number, size: number): number {
  const step = Math.max(steps[indicator], Math.abs(last) * size);
  return snap(indicator, indicator === 'volume' ? last + step : last - step);
}

/** The values of one indicator over all weeks, gaps not yet made. */
function seriesOf(account: Account, indicator: Indicator, decline: Decline | undefined): number[] {
  const chance = random(`${indicator} ${account.name}`);
  const level = startingLevels(account)[indicator];
  const values: number[] = [];
  let hasJustFallen = false;
  for (let week = 0; week < weeks.length; week++) {
    const last = values.at(-1);
    const drift = indicator === 'usage' ? activityIn(account.segment, weeks[week] ?? 0) : 1;
    let value = snap(indicator, level.mean * drift + level.spread * chance.noise());
    const mayFallAgain = week < weeks.length - QUIET_WEEKS && chance.chance(CHANCE_OF_FALSE_ALARM);
    const falls = decline && week >= decline.from && (week < decline.from + 2 || chance.chance(decline.persistence));
    if (last !== undefined) {
      if (falls) value = worsened(indicator, last, 0.04 + 0.05 * chance.next());
      else if (decline && week >= decline.from - 2) value = last;
      else if (level.holds > 0 && chance.chance(level.holds)) value = last;
      else if (isWorse(indicator, last, value) && hasJustFallen && !mayFallAgain) value = last;
      hasJustFallen = isWorse(indicator, last, value);
    }
    values.push(value);
  }
  return values;
}

function isCustomerIn(account: Account, week: number): boolean {
  return week >= account.signed + 14 && (!account.churn || week + 6 < account.churn.on);
}

/** The readings of all weeks, oldest first; null for a week without a row. */
export function readingsOf(account: Account): readonly (Reading | null)[] {
  const chance = random(`gaps ${account.name}`);
  const series = Object.fromEntries(
    indicators.map((indicator) => [indicator, seriesOf(account, indicator, declineOf(account, indicator))]),
  ) as Record<Indicator, number[]>;
  const surveyOffset = chance.int(0, 5);
  const isAskedWeekly = bending[account.name]?.nps !== undefined;
  const isStory = indicators.some((indicator) => declineOf(account, indicator) !== undefined);
  return weeks.map((week, index) => {
    const isLost = !isStory && index < weeks.length - 1 && chance.chance(0.015);
    const isUnmeasured = !isStory && chance.chance(0.008);
    const isSurveyed = isAskedWeekly || (index % 6 === surveyOffset && chance.chance(0.75));
    const isSilent = index === weeks.length - 1 && silentThisWeek.includes(account.name);
    if (!isCustomerIn(account, week) || isLost || isSilent) return null;
    const volume = series.volume[index] ?? null;
    return {
      usage: isUnmeasured ? null : (series.usage[index] ?? null),
      engagement: series.engagement[index] ?? null,
      volume,
      sentiment: volume === 0 ? null : (series.sentiment[index] ?? null),
      nps: isSurveyed ? (series.nps[index] ?? null) : null,
    };
  });
}
