import type { OwnKeyResult } from '../../src/sidebar-api/protocol.js';
import { Cell } from '../parts.js';
import { withUnit } from '../words.js';

/** What one has to know to check a key result in: the way it has to go, and where it was last. */
export function KeyResultFacts({
  keyResult: { account, unit, baseline, target, due, last },
}: {
  readonly keyResult: OwnKeyResult;
}) {
  // The unit is said once, unless it stands before the number.
  const startUnit = target === null || withUnit(0, unit).startsWith(unit) ? unit : '';
  const way = [
    baseline === null ? '' : `from ${withUnit(baseline, startUnit)}`,
    target === null ? '' : `to ${withUnit(target, unit)}`,
    due === null ? '' : `by ${due.text}`,
  ].filter(Boolean);
  return (
    <ul class="facts">
      {account !== '' && (
        <li>
          <Cell text={account} />
        </li>
      )}
      {way.length > 0 && <li>{way.join(' ').replace(/^./, (letter) => letter.toUpperCase())}</li>}
      <li>
        {last === null
          ? 'No entry before this week'
          : `Last: ${last.value === null ? 'no value' : withUnit(last.value, unit)}, confidence ${last.confidence === null ? 'not given' : String(last.confidence)}, week of ${last.week.text}`}
      </li>
      {last !== null && last.blocker !== '' && (
        <li>
          Last blocker: <Cell text={last.blocker} />
        </li>
      )}
    </ul>
  );
}
