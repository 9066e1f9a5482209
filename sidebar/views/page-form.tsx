import { useState } from 'preact/hooks';
import type { Done, PageForm as Form } from '../../src/sidebar-api/protocol-watch.js';
import { newId } from '../kept.js';
import { Action, Trouble, useFocusIn } from '../parts.js';
import { useCall } from '../use-call.js';
import { Fields } from './field.js';

export interface FormProps {
  readonly form: Form;
  /** What it is about, where its button alone does not tell. */
  readonly about: string;
  readonly onDone: (done: Done) => void;
  /** Reads the page anew. */
  readonly look?: (() => void) | undefined;
}

/** A form as the server describes it: a button that opens its fields, or does at once what needs none. */
export function PageForm({ form, about, onDone, look }: FormProps) {
  const { button, call: name, args, fields, isOpen, asks, send: sends = button, kind = 'plain' } = form;
  const call = useCall(name);
  const [typed, setTyped] = useState<Readonly<Record<string, string>> | null>(isOpen ? {} : null);
  /** Stays through every try, so that what is sent twice is done once. */
  const [requestId, setRequestId] = useState(newId);
  const place = useFocusIn<HTMLDivElement>(typed === null, 'input, select, textarea, button');
  const says = typed ? sends : button;

  async function send(): Promise<void> {
    const values = fields.map(({ name: field, value }): [string, string] => [field, typed?.[field] ?? value]);
    const page = await call.run({ requestId, ...args, ...Object.fromEntries(values) });
    if (!page) return;
    setRequestId(newId());
    if (!isOpen) setTyped(null);
    onDone(page);
  }
  return (
    <div
      ref={place}
      class={typed ? 'wide' : ''}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        void send();
      }}
    >
      {typed && (
        <>
          {asks && <p>{asks}</p>}
          <Fields
            fields={fields}
            values={typed}
            change={(changed) => {
              setTyped({ ...typed, ...changed });
            }}
          />
        </>
      )}
      <Trouble failure={call.failure}>{look && <Action onClick={look}>Look again</Action>}</Trouble>
      <div class="actions">
        <Action
          kind={typed && kind === 'plain' ? 'primary' : kind}
          label={about === '' ? undefined : `${says}: ${about}`}
          wait={call.wait}
          onClick={() => {
            if (typed || (!asks && !fields[0])) void send();
            else setTyped({});
          }}
        >
          {says}
        </Action>
        {typed && !isOpen && (
          <Action
            onClick={() => {
              setTyped(null);
            }}
          >
            Cancel
          </Action>
        )}
      </div>
    </div>
  );
}
