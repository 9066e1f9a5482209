import type { ComponentChildren, JSX } from 'preact';
import type { Better } from '../domain/trend/bend.js';
import { COLOURS, paint } from './mail-style.js';
import type { Trend, TrendBar } from './trend.js';

const BAR_WIDTH = 12;
const WEEK_WIDTH = 15;

function Bar({ height, bent }: { height: number; bent: boolean }): JSX.Element {
  return (
    <table cellpadding="0" cellspacing="0">
      <tr>
        <td
          class={bent ? 'bent' : 'bar'}
          {...paint(bent ? COLOURS.red : COLOURS.bar)}
          width={BAR_WIDTH}
          height={height}
        />
      </tr>
    </table>
  );
}

interface SideProps {
  readonly bars: readonly TrendBar[];
  readonly side: 'above' | 'below';
  readonly children: ComponentChildren;
}

/** The bars on one side of the zero line, which breaks where a week has no data; a label may follow them. */
function Side({ bars, side, children }: SideProps): JSX.Element {
  return (
    <tr>
      {bars.map(({ size, bent }) => (
        <td width={WEEK_WIDTH} valign={side === 'above' ? 'bottom' : 'top'} class={size === null ? undefined : side}>
          {size !== null && size[side] > 0 && <Bar height={size[side]} bent={bent} />}
        </td>
      ))}
      {children}
    </tr>
  );
}

/** Tells a bent week by its shape, for those who do not see red. */
function Marker({ bent, better }: { bent: boolean; better: Better }): JSX.Element {
  if (!bent) return <td />;
  return (
    <td class="red" style={`font-size:9px;line-height:12px;color:${COLOURS.red}`}>
      {better === 'up' ? '\u25BC' : '\u25B2'}
    </td>
  );
}

interface TrendBarsProps {
  readonly trend: Trend;
  readonly better: Better;
  /** The last value, as its label shows it. */
  readonly last: string;
  readonly label: string;
}

/**
 * An indicator's last weeks as bars made of table cells, which every mail client draws, images blocked or not.
 * Bent weeks carry a triangle besides their colour.
 */
export function TrendBars({ trend: { bars, above, below }, better, last, label }: TrendBarsProps): JSX.Element {
  const style = `padding-left:4px;font-size:13px;line-height:16px;color:${COLOURS.ink}`;
  const lastLabel = (
    <td class="ink" valign={above > 0 ? 'bottom' : 'top'} style={style}>
      <b>{last}</b>
    </td>
  );
  return (
    <table role="img" aria-label={label} cellpadding="0" cellspacing="0" style="margin-top:8px">
      {above > 0 && (
        <Side bars={bars} side="above">
          {lastLabel}
        </Side>
      )}
      {below > 0 && (
        <Side bars={bars} side="below">
          {above === 0 && lastLabel}
        </Side>
      )}
      <tr>
        {bars.map(({ bent }) => (
          <Marker bent={bent} better={better} />
        ))}
      </tr>
    </table>
  );
}
