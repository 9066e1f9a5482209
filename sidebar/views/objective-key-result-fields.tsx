import { useState } from 'preact/hooks';
import type { PageField } from '../../src/sidebar-api/protocol-watch.js';
import { Action, Cell, Trouble } from '../parts.js';
import { useCall } from '../use-call.js';
import { counted, wayOf } from '../words.js';
import { Fields } from './field.js';
import { Findings } from './lint-findings.js';
import type { PlacedFinding } from './lint-live.js';
import { toFields, type Part, type Texts } from './objective-draft.js';

interface FieldsProps {
  readonly part: Part;
  readonly fields: readonly PageField[];
  readonly number: number;
  readonly problems: Texts | undefined;
  readonly findings: readonly PlacedFinding[];
  readonly change: (changed: Texts) => void;
  /** What is in the sheet already can only be dropped. */
  readonly remove: () => void;
}

/** A key result to be typed: what nearly every one needs, and the rest folded away. */
export function KeyResultFieldset({ part, fields, number, problems, findings, change, remove }: FieldsProps) {
  const call = useCall('sourceValue');
  const [read, setRead] = useState('');
  const { key, id, fields: typed } = part;
  const { baseline, target, unit, source } = toFields(typed);
  const remarks = findings.filter((found) => found.key === key).length;
  async function readSource(): Promise<void> {
    const value = await call.run({ source });
    if (value) setRead(value.words || `It holds ${value.value ?? ''}`);
  }
  const shown = (isMore: boolean) => (
    <Fields
      fields={fields.filter((field) => !field.isMore === !isMore && (id !== null || field.name !== 'state'))}
      values={typed}
      change={change}
      problems={problems}
      below={(name) => (
        <>
          <Findings about={name} part={part} findings={findings} change={change} />
          {name === 'source' && (
            <div class="full">
              <Trouble failure={call.failure} />
              <Action wait={call.wait} onClick={() => void readSource()}>
                Read it
              </Action>
              <p class="hint" role="status">
                {read}
              </p>
            </div>
          )}
        </>
      )}
    />
  );
  return (
    <details class="key-result" open={number === 1}>
      <summary>
        {number}. <Cell text={typed['keyResult'] || 'New key result'} />
        <span class="secondary">
          {wayOf(baseline, target, unit)} {remarks > 0 && `◆ ${counted(remarks, 'remark')}`}
        </span>
      </summary>
      {shown(false)}
      <details class="more">
        <summary>Account, source cell and more</summary>
        {shown(true)}
      </details>
      {id === null && (
        <Action label={`Remove ${number}. ${typed['keyResult'] ?? ''}`} onClick={remove}>
          Remove
        </Action>
      )}
    </details>
  );
}
