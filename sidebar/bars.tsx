import type { PageBars } from '../src/sidebar-api/protocol-watch.js';

const WIDTH = 264;
const HEIGHT = 64;

/** A bar for each week, from zero. */
export function Bars({ values, text, caption }: PageBars) {
  const step = WIDTH / values.length;
  const most = Math.max(1, ...values);
  const bars = values.map((value, at) => `M${step * (at + 0.5)} ${HEIGHT - 1}v${(-(HEIGHT - 4) * value) / most}`);
  return (
    <p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" role="img" aria-label={text}>
        <path d={bars.join('')} stroke-width={step * 0.7} stroke-linecap="butt" />
        <path d={`M0 ${HEIGHT - 1}h${WIDTH}`} />
      </svg>
      <span class="secondary">{caption}</span>
    </p>
  );
}
