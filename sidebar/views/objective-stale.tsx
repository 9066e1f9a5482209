import { Action, Cell } from '../parts.js';
import type { ObjectiveDraft } from './objective-draft.js';
import type { Conflict } from './objective-rebase.js';

interface StaleProps {
  readonly draft: ObjectiveDraft;
  readonly conflicts: readonly Conflict[];
  readonly choose: (conflict: Conflict, text: string) => void;
}

/** Both versions of each field that somebody else changed meanwhile too, and the choice between them. */
export function Stale({ draft: { objective, keyResults }, conflicts, choose }: StaleProps) {
  return (
    <div class="trouble" role="alert">
      <strong>Somebody changed it meanwhile</strong>
      <p>
        {conflicts.length > 0 ? 'Choose, then save again' : 'Their changes are in the form now; look, then save again'}
      </p>
      {conflicts.map((conflict) => {
        const { key, name, label, yours, theirs } = conflict;
        const fields = [objective, ...keyResults].find((part) => part.key === key)?.fields ?? {};
        const version = (whose: string, text: string) => (
          <Action
            isPressed={fields[name] === text}
            onClick={() => {
              choose(conflict, text);
            }}
          >
            {whose}: <Cell text={text || 'blank'} />
          </Action>
        );
        return (
          <div key={key + name} class="actions" role="group" aria-label={label}>
            <span>
              {label} (<Cell text={fields['keyResult'] ?? 'objective'} />)
            </span>
            {version('Yours', yours)}
            {version('Theirs', theirs)}
          </div>
        );
      })}
    </div>
  );
}
