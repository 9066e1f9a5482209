import type { ComponentChildren } from 'preact';
import type { ObjectiveView } from '../../src/sidebar-api/protocol-okr.js';
import { Action, Cell } from '../parts.js';
import { percent } from './objective-key-result.js';

interface ItemProps {
  readonly objective: ObjectiveView;
  readonly edit: () => void;
  /** Its key results, and the objectives that serve it. */
  readonly children: ComponentChildren;
}

/** An objective: its score, never without the key result that is weakest. */
export function ObjectiveItem({ objective, edit, children }: ItemProps) {
  const { fields, ownerName, score, weakest, keyResults } = objective;
  const least = keyResults.find(({ id }) => id === weakest);
  return (
    <section>
      <h2>
        <Cell text={fields.objective} />
      </h2>
      <p class="secondary">
        {score === null ? 'Score not known yet' : `Score ${score.toFixed(2)}`}
        {least && (
          <>
            , weakest <Cell text={least.fields.keyResult} /> ({percent(least.progress)})
          </>
        )}
        . <Cell text={[ownerName, fields.state].filter(Boolean).join(', ')} />
      </p>
      {[objective, ...keyResults].some(({ mayEdit }) => mayEdit) && (
        <Action label={`Change ${fields.objective}`} onClick={edit}>
          Change
        </Action>
      )}
      {children}
    </section>
  );
}
