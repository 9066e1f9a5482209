import type { InitiativeView } from '../../src/sidebar-api/protocol-okr.js';
import type { OwnKeyResult } from '../../src/sidebar-api/protocol.js';
import { prefilled, type CheckInDraft, type EntryDraft } from '../draft.js';
import type { EntryProblems } from './entry.js';
import { Field } from './field.js';

const STATES = [
  ['active', 'Active'],
  ['paused', 'Paused'],
  ['done', 'Done'],
  ['dropped', 'Dropped'],
] as const;

interface EntryProps {
  readonly keyResult: OwnKeyResult;
  readonly entry: EntryDraft;
  readonly problems: EntryProblems;
  readonly initiatives: CheckInDraft['initiatives'];
  readonly onField: (name: keyof EntryProblems, text: string) => void;
  readonly onInitiative: (id: string, state: InitiativeView['state']) => void;
}

/** What is entered for one key result, and the states of its initiatives, which Tab reaches and Enter passes by. */
export function CheckInEntry({ keyResult, entry, problems, initiatives, onField, onInitiative }: EntryProps) {
  const { value, from } = prefilled(keyResult);
  const field = (name: keyof EntryProblems) => ({
    name,
    value: entry[name],
    problem: problems[name],
    maxLength: 2000,
    onInput: (text: string) => {
      onField(name, text);
    },
  });
  return (
    <>
      <div class="pair">
        <Field
          label={keyResult.unit === '' ? 'Value' : `Value (${keyResult.unit})`}
          inputMode="decimal"
          hint={value !== '' && entry.value === value ? from : undefined}
          {...field('value')}
        />
        <Field label="Confidence, 0 to 10" inputMode="numeric" {...field('confidence')} />
      </div>
      <Field label="Blocker, if any" {...field('blocker')} />
      <Field label="Note" {...field('note')} />
      {keyResult.initiatives.map(({ id, initiative, state }) => (
        <Field
          key={id}
          label={initiative}
          name={`initiative ${id}`}
          value={initiatives[id] ?? state}
          choices={STATES}
          onInput={(chosen) => {
            // Only what the list offers can be chosen.
            onInitiative(id, chosen as InitiativeView['state']);
          }}
        />
      ))}
    </>
  );
}
