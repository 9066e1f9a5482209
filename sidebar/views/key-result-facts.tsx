import type { OwnKeyResult } from '../../src/sidebar-api/protocol.js';
import { Cell } from '../parts.js';
import { Sparkline } from '../sparkline.js';
import { wayOf, withUnit } from '../words.js';

/** What one has to know to check a key result in: the way it has to go, where it was last, and how it stands. */
export function KeyResultFacts({
  keyResult: { account, unit, baseline, target, due, last, trend, sentence },
}: {
  readonly keyResult: OwnKeyResult;
}) {
  const way = wayOf(baseline, target, unit, due?.text);
  return (
    <ul class="facts">
      {account !== '' && (
        <li>
          <Cell text={account} />
        </li>
      )}
      {way !== '' && <li>{way}</li>}
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
      <li>
        <Sparkline values={trend} unit={unit} />
      </li>
      <li>{sentence}</li>
    </ul>
  );
}
