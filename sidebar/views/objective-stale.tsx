import { Action, Cell } from '../parts.js';
import type { ObjectiveDraft, Texts } from './objective-draft.js';
import type { Conflict } from './objective-rebase.js';

interface StaleProps {
  readonly draft: ObjectiveDraft;
  readonly conflicts: readonly Conflict[];
  /** What changes fields of an objective or key result, by its key. */
  readonly changeOf: (key: string) => (changed: Texts) => void;
}

/** Both versions of each field that somebody else changed meanwhile too, and the choice between them. */
export function Stale({ draft: { objective, keyResults }, conflicts, changeOf }: StaleProps) {
  return (
    <div class="trouble" role="alert">
      <strong>Somebody changed it meanwhile</strong>
      <p>
        {conflicts.length > 0 ? 'Choose, then save again' : 'Their changes are in the form now; look, then save again'}
      </p>
      {conflicts.map(({ key, name, label, yours, theirs }) => {
        const fields = [objective, ...keyResults].find((part) => part.key === key)?.fields ?? {};
        const version = (whose: string, text: string) => (
          <Action
            isPressed={fields[name] === text}
            onClick={() => {
              changeOf(key)({ [name]: text });
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
