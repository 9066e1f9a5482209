import { withUnit } from './words.js';

const WIDTH = 96;
const HEIGHT = 24;
/** Room for the dot at the end. */
const EDGE = 3;

interface SparklineProps {
  /** One for each week, oldest first; null for a week without a value, which is a gap. */
  readonly values: readonly (number | null)[];
  readonly unit: string;
  /** From where to where it is drawn; from its lowest to its highest value when left out. */
  readonly scale?: readonly [low: number, high: number];
}

/** The way of a value over the weeks, its last value written beside it. */
export function Sparkline({ values, unit, scale }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  const [low, high] = scale ?? [Math.min(...known), Math.max(...known)];
  const height = high - low || 1;
  const points = values.map((value, week) =>
    value === null
      ? null
      : `${EDGE + ((WIDTH - 2 * EDGE) * week) / Math.max(1, values.length - 1)} ${
          HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * ((value - low) / height)
        }`,
  );
  // A line of no length is a dot: what a week between two gaps shows.
  const line = points
    .map((point, week) => (point === null ? '' : `${points[week - 1] ? 'L' : 'M'}${point}h0`))
    .join('');
  const last = known[known.length - 1];
  const end = points.filter((point) => point !== null).pop();
  if (last === undefined || end === undefined) return null;
  return (
    <span class="spark">
      <svg
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={`Week by week: ${values.map((value) => value ?? 'none').join(', ')}`}
      >
        <path d={line} stroke-width="1.5" />
        <path d={`M${end}h0`} stroke-width="5" />
      </svg>
      {withUnit(last, unit)}
    </span>
  );
}
