import type { ReviewedKeyResult } from '../../src/sidebar-api/protocol-review.js';
import { Cell } from '../parts.js';
import { wayOf, withUnit } from '../words.js';
import { Field } from './field.js';
import { Sparkline } from '../sparkline.js';

export type Judged = Pick<ReviewedKeyResult, 'decision' | 'learnt'>;

const DECISIONS = [
  ['', 'Not decided'],
  ['carry on', 'Carry on next quarter'],
  ['drop', 'Drop'],
  ['cascade', 'Cascade into a child objective'],
] as const;

interface KeyResultProps {
  readonly keyResult: ReviewedKeyResult;
  readonly judged: Judged;
  /** Null for somebody who may only read. */
  readonly judge: ((change: Partial<Judged>) => void) | null;
}

/** What came of one key result, and what becomes of it. */
export function ReviewKeyResult({ keyResult, judged, judge }: KeyResultProps) {
  const { keyResult: name, unit, baseline, target, actual, score, confidence } = keyResult;
  return (
    <li>
      <strong>
        <Cell text={name} />
      </strong>
      <span>
        {actual === null ? 'No value' : withUnit(actual, unit)}, score {score === null ? 'not known' : score.toFixed(2)}
      </span>
      <span class="secondary">{wayOf(baseline, target, unit)}</span>
      <Sparkline values={confidence} unit="of 10 sure" scale={[0, 10]} />
      {judge ? (
        <>
          <Field
            label="What becomes of it"
            name="decision"
            value={judged.decision}
            choices={DECISIONS}
            onInput={(decision) => {
              // Only what the list offers can be chosen.
              judge({ decision: decision as Judged['decision'] });
            }}
          />
          <Field
            label="What you learnt"
            name="learnt"
            value={judged.learnt}
            maxLength={2000}
            onInput={(learnt) => {
              judge({ learnt });
            }}
          />
        </>
      ) : (
        <span class="secondary">
          {judged.decision || 'Not decided'} <Cell text={judged.learnt} />
        </span>
      )}
    </li>
  );
}
