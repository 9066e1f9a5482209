import { useRef, useState } from 'preact/hooks';
import type { ProposedKind } from '../../src/sidebar-api/protocol.js';
import { Action, Trouble, View, Waiting } from '../parts.js';
import { useCall } from '../use-call.js';
import { counted } from '../words.js';
import { ColumnChoices } from './column-choices.js';
import { choiceOf, choiceProblems, type Choice, type Place } from './setup-choice.js';

interface StepProps {
  readonly kind: ProposedKind;
  /** `Step 1 of 4`. */
  readonly place: string;
  readonly tabs: readonly string[];
  /** Tabs that another kind of record already has, with its name. */
  readonly usedBy: readonly (readonly [tab: string, kind: string])[];
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
  /** What going on is called. */
  readonly next: string;
  readonly onNext: () => void;
  readonly onBack: (() => void) | null;
}

function answer(kind: ProposedKind, { place, fields, headers, columns }: Choice): string {
  if (place === 'create') return `A new tab named ${kind.kind} is created, with a header and a note for each column.`;
  if (place === 'skip') return 'Left out for now; come back here when you want it.';
  if (place === 'undecided') return `No tab was found in which one row is ${kind.row}.`;
  if (headers.length === 0) return `The first row of ${place.tab} is blank; Bellwether looks for the headers there.`;
  const found = Object.values(columns).filter((header) => header !== null).length;
  return `${place.tab}: ${String(found)} of ${counted(fields.length, 'column')} found.`;
}

/** Where one kind of record is: the tab, and the column of each field. */
export function SetupStep({ kind, place: step, tabs, usedBy, choice, onChange, next, onNext, onBack }: StepProps) {
  const call = useCall('proposeSetup');
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const { place } = choice;
  const problems = isChecked ? choiceProblems(choice) : {};
  const users = new Map(usedBy);

  async function choosePlace(value: string): Promise<void> {
    setChecked(false);
    if (!value.startsWith('tab:')) {
      onChange({ place: value as Place, headers: [], fields: [], columns: {} });
      return;
    }
    const tab = value.slice(4);
    onChange({ place: { tab }, headers: [], fields: [], columns: {} });
    const proposal = await call.run({ chosen: { [kind.kind]: tab } });
    const proposed = proposal?.kinds[0];
    if (proposed) onChange(choiceOf(proposed));
    else onChange({ place: 'undecided', headers: [], fields: [], columns: {} });
  }

  function goOn(): void {
    if (call.wait !== 'none') return;
    setChecked(true);
    const [firstWrong] = Object.keys(choiceProblems(choice));
    if (firstWrong === undefined) onNext();
    else
      form.current
        ?.querySelector<HTMLElement>(`[name="${firstWrong === '' ? 'tab' : `column ${firstWrong}`}"]`)
        ?.focus();
  }

  return (
    <View title={`Which tab has one row per ${kind.row.replace(/^(an?|one) /, '')}?`} focusKey={kind.kind}>
      <p class="secondary">
        {step}: {kind.kind}
        {kind.isNeeded ? '' : ', optional'}
      </p>
      <div ref={form}>
        <div class="field">
          <label for="tab">Tab</label>
          <select
            id="tab"
            name="tab"
            value={typeof place === 'string' ? place : `tab:${place.tab}`}
            aria-invalid={problems[''] !== undefined}
            aria-describedby="tab-answer"
            onChange={(event) => void choosePlace(event.currentTarget.value)}
          >
            {place === 'undecided' && <option value="undecided">Choose a tab</option>}
            {tabs.map((tab) => (
              <option key={tab} value={`tab:${tab}`} disabled={users.has(tab)}>
                {users.has(tab) ? `${tab} (used for ${users.get(tab) ?? ''})` : tab}
              </option>
            ))}
            {kind.canCreate && <option value="create">Create a new tab, {kind.kind}</option>}
            {!kind.isNeeded && <option value="skip">Not used for now</option>}
          </select>
          <span id="tab-answer" class={problems[''] === undefined ? 'hint' : 'problem'} role="status">
            {problems[''] ?? (call.wait === 'none' ? answer(kind, choice) : '')}
          </span>
        </div>
        <Waiting wait={call.wait} what="the headers" />
        {call.failure && <Trouble failure={call.failure} />}
        {typeof place !== 'string' && call.wait === 'none' && (
          <ColumnChoices
            choice={choice}
            problems={problems}
            onChange={(field, header) => {
              onChange({ ...choice, columns: { ...choice.columns, [field]: header } });
            }}
          />
        )}
      </div>
      <div class="actions">
        <Action kind="primary" wait={call.wait} onClick={goOn}>
          {next}
        </Action>
        {onBack && <Action onClick={onBack}>Back</Action>}
      </div>
    </View>
  );
}
