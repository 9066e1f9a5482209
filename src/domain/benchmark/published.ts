import { accountKey } from '../account-key.js';
import type { Better } from '../trend/bend.js';
import type { Benchmark } from './bands.js';

/** Bands that meet, from the worst to the best, with the limits between them. */
interface Ladder {
  readonly better: Better;
  readonly limits: readonly number[];
  readonly names: readonly string[];
}

/**
 * Bands that ship with the add-on, as fractions: 1.1 for 110 %.
 *
 * @see ICONIQ Growth, 2024: NRR median 106 %, top quartile 120 %, top decile 130 %. The other limits are rules of thumb
 * that customer-success leaders publish: NRR below 105 % worries a board, 110 % is the target; GRR below 85 % points to
 * product fit or onboarding, 88 to 92 % is healthy in the mid-market, 92 % the target, 95 % excellent; expansion ARR a
 * year is typically 8 to 12 % of starting ARR, below 12 % an accident, 18 % the target, from 20 % top quartile; renewal
 * forecasts are typically 15 to 25 % off 30 days ahead, and the target is 5 % 90 days ahead.
 */
const PUBLISHED: Readonly<Record<string, Ladder>> = {
  nrr: {
    better: 'up',
    limits: [1.05, 1.06, 1.1, 1.2, 1.3],
    names: ['worries a board', 'below the median', 'above the median', 'on target', 'top quartile', 'top decile'],
  },
  grr: {
    better: 'up',
    limits: [0.85, 0.88, 0.92, 0.95],
    names: ['points to product fit or onboarding', 'below healthy', 'healthy for mid-market', 'on target', 'excellent'],
  },
  expansion: {
    better: 'up',
    limits: [0.08, 0.12, 0.18, 0.2],
    names: ['below typical, an accident', 'typical, an accident', 'above typical', 'on target', 'top quartile'],
  },
  'forecast error': {
    better: 'down',
    limits: [0.25, 0.15, 0.05],
    names: ['worse than typical', 'typical', 'better than typical', 'on target'],
  },
};

const OTHER_NAMES: Readonly<Record<string, string>> = {
  'net revenue retention': 'nrr',
  'net retention': 'nrr',
  'net dollar retention': 'nrr',
  ndr: 'nrr',
  'gross revenue retention': 'grr',
  'gross retention': 'grr',
  'gross dollar retention': 'grr',
  gdr: 'grr',
  'expansion rate': 'expansion',
  'expansion arr': 'expansion',
  'renewal forecast error': 'forecast error',
};

/**
 * What makes two spellings the same metric: case, blanks and signs do not count, and common other names are known.
 *
 * @example Which metric is "Net-Revenue Retention"? nrr
 */
export function metricKey(name: string): string {
  const key = accountKey(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return Object.prototype.hasOwnProperty.call(OTHER_NAMES, key) ? (OTHER_NAMES[key] ?? key) : key;
}

/** The shipped bands of a metric; undefined when there are none. */
export function publishedBenchmark(key: string): Benchmark | undefined {
  const ladder = Object.prototype.hasOwnProperty.call(PUBLISHED, key) ? PUBLISHED[key] : undefined;
  return ladder && climbed(ladder);
}

function climbed({ better, limits, names }: Ladder): Benchmark {
  const [worst, best] = better === 'up' ? [-Infinity, Infinity] : [Infinity, -Infinity];
  const bands = names.map((name, index) => {
    const [worse, nearer] = [limits[index - 1] ?? worst, limits[index] ?? best];
    return { name, from: Math.min(worse, nearer), to: Math.max(worse, nearer) };
  });
  return { better, bands };
}
