import { useState } from 'preact/hooks';
import { Action, Cell, Trouble } from '../parts.js';
import { useCall } from '../use-call.js';
import { counted, wayOf } from '../words.js';
import { fieldsOf } from './field.js';
import { Findings } from './lint-findings.js';
import type { PlacedFinding } from './lint-live.js';
import { toFields, type Part, type Texts } from './objective-draft.js';
import { KEY_RESULT_LABELS, KINDS, STATES } from './objective-labels.js';

interface FieldsProps {
  readonly part: Part;
  readonly number: number;
  readonly problems: Texts;
  readonly findings: readonly PlacedFinding[];
  readonly change: (changed: Texts) => void;
  /** Null where it is in the sheet already and can only be dropped. */
  readonly remove: (() => void) | null;
}

/** A key result to be typed: what nearly every one needs, and the rest folded away. */
export function KeyResultFieldset({ part, number, problems, findings, change, remove }: FieldsProps) {
  const call = useCall('sourceValue');
  const [read, setRead] = useState('');
  const { key, id, fields } = part;
  const { baseline, target, unit, source } = toFields(fields);
  const field = fieldsOf(KEY_RESULT_LABELS, fields, change, problems, key);
  async function readSource(): Promise<void> {
    const value = await call.run({ source });
    if (value) setRead(value.words || `It holds ${value.value ?? ''}`);
  }
  const reword = (keyResult: string): void => {
    change({ keyResult });
  };
  // What is about the text, or about no field, stands below the text; the rest below the fields that it is about.
  const isAboutText = ({ field: about = 'keyResult' }: PlacedFinding): boolean => about === 'keyResult';
  return (
    <details class="key-result" open={number === 1}>
      <summary>
        {number}. <Cell text={fields['keyResult'] || 'New key result'} />
        <span class="secondary">
          {wayOf(baseline, target, unit)} {findings.length > 0 && `◆ ${counted(findings.length, 'remark')}`}
        </span>
      </summary>
      {field('keyResult', { isLong: true })}
      <Findings findings={findings.filter(isAboutText)} reword={reword} />
      <div class="pair">
        {field('baseline', { inputMode: 'decimal' })}
        {field('target', { inputMode: 'decimal' })}
        {field('unit')}
        {field('kind', { choices: KINDS })}
        {field('start', { type: 'date' })}
        {field('due', { type: 'date' })}
      </div>
      {field('owner', { list: 'people' })}
      <Findings findings={findings.filter((found) => !isAboutText(found))} reword={reword} />
      <details class="more">
        <summary>Account, source cell and more</summary>
        <div class="pair">
          {field('account', { list: 'accounts' })}
          {field('segment')}
        </div>
        {field('indicator', { list: 'indicators' })}
        {field('source', { hint: read || 'Each check-in begins with its value, for example Scorecard!B4' })}
        <Trouble failure={call.failure} />
        <Action wait={call.wait} onClick={() => void readSource()}>
          Read it
        </Action>
        {id !== null && field('state', { choices: STATES })}
      </details>
      {remove && (
        <Action label={`Remove ${number}. ${fields['keyResult'] ?? ''}`} onClick={remove}>
          Remove
        </Action>
      )}
    </details>
  );
}
