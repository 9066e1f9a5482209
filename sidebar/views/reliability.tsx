import type { Calibration } from '../../src/sidebar-api/protocol-review.js';
import { listed } from '../words.js';

const SIDE = 96;
/** Room for the largest dot at every edge. */
const EDGE = 8;
const place = (share: number): number => EDGE + share * (SIDE - 2 * EDGE);

interface ReliabilityProps {
  readonly title: string;
  readonly calibration: Calibration;
}

/** How far confidence can be relied on: in words, and as a dot a band, on the diagonal where what was said came true. */
export function Reliability({ title, calibration: { bands, brier, words } }: ReliabilityProps) {
  const known = bands.filter(({ of }) => of > 0);
  const most = Math.max(...known.map(({ of }) => of));
  return (
    <>
      <h3>{title}</h3>
      <div class="spark">
        {brier !== null && (
          <svg
            class="reliability"
            width={SIDE}
            height={SIDE}
            role="img"
            aria-label={listed(known.map(({ said, met, of }) => `said ${said}: ${met} of ${of} came true`))}
          >
            <path d={`M${EDGE} ${EDGE}V${SIDE - EDGE}H${SIDE - EDGE}M${EDGE} ${SIDE - EDGE}L${SIDE - EDGE} ${EDGE}`} />
            {known.map(({ said, share, met, of }) => (
              <circle key={said} cx={place(share)} cy={SIDE - place(met / of)} r={EDGE * Math.sqrt(of / most)} />
            ))}
          </svg>
        )}
        <p>{words}</p>
      </div>
    </>
  );
}
