import { useState } from 'preact/hooks';
import { Action, Trouble, useFocusIn } from '../parts.js';
import type { Failure } from '../server.js';
import type { Wait } from '../use-call.js';
import { Field } from './field.js';

interface InPlaceProps {
  /** What the button that opens it says, and about what. */
  readonly button: string;
  readonly about: string;
  readonly label: string;
  /** What to begin with. */
  readonly value?: string;
  readonly hint?: string;
  readonly choices?: readonly (readonly [value: string, words: string])[] | undefined;
  readonly call: { readonly failure: Failure | null; readonly wait: Wait };
  /** Tells whether it is saved. */
  readonly save: (typed: string) => Promise<boolean>;
  /** Reads anew what somebody else may have changed. */
  readonly look: () => void;
}

/** A button that becomes a field; Enter saves it. */
export function FieldInPlace({ button, about, label, value = '', hint, choices, call, save, look }: InPlaceProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const place = useFocusIn<HTMLFormElement>(typed === null, 'input, select, button');
  async function trySave(): Promise<void> {
    if (call.wait === 'none' && (await save((typed ?? '').trim()))) setTyped(null);
  }
  return (
    <form
      ref={place}
      class={typed === null ? '' : 'wide'}
      onSubmit={(event) => {
        event.preventDefault();
        void trySave();
      }}
    >
      {typed === null ? (
        <Action
          label={`${button}: ${about}`}
          onClick={() => {
            setTyped(value);
          }}
        >
          {button}
        </Action>
      ) : (
        <>
          <Field
            label={label}
            name="in-place"
            value={typed}
            hint={hint}
            choices={choices}
            maxLength={500}
            onInput={setTyped}
          />
          <Trouble failure={call.failure}>
            <Action onClick={look}>Look again</Action>
          </Trouble>
          <div class="actions">
            <Action wait={call.wait} waiting="Saving…" onClick={() => void trySave()}>
              Save
            </Action>
            <Action
              onClick={() => {
                setTyped(null);
              }}
            >
              Cancel
            </Action>
          </div>
        </>
      )}
    </form>
  );
}
