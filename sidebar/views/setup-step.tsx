import { useRef, useState } from 'preact/hooks';
import type { ProposedKind } from '../../src/sidebar-api/protocol.js';
import { Action, Trouble, View, Waiting } from '../parts.js';
import { useCall } from '../use-call.js';
import { ColumnChoices } from './column-choices.js';
import { Field } from './field.js';
import { choiceOf, choiceProblems, choiceWords, type Choice, type Place } from './setup-choice.js';

interface StepProps {
  readonly kind: ProposedKind;
  /** `Step 1 of 2: `; "" for one that was gone back to. */
  readonly place: string;
  /** The tabs that no other kind of record has. */
  readonly tabs: readonly string[];
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
  /** What going on is called. */
  readonly next: string;
  readonly onNext: () => void;
  readonly onBack: (() => void) | null;
}

/** Where one kind of record is: the tab, and the column of each field. */
export function SetupStep({ kind, place: step, tabs, choice, onChange, next, onNext, onBack }: StepProps) {
  const call = useCall('proposeSetup');
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const { place } = choice;
  const problems = isChecked ? choiceProblems(choice) : {};

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
        {step}
        {kind.kind}
        {kind.isNeeded ? '' : ', optional'}
      </p>
      <div ref={form}>
        <Field
          label="Tab"
          name="tab"
          value={typeof place === 'string' ? place : `tab:${place.tab}`}
          problem={problems['']}
          hint={call.wait === 'none' ? choiceWords(kind, choice) : ''}
          choices={[
            ...(place === 'undecided' ? ([['undecided', 'Choose a tab']] as const) : []),
            ...tabs.map((tab) => [`tab:${tab}`, tab] as const),
            ...(kind.canCreate ? ([['create', `Create a new tab, ${kind.kind}`]] as const) : []),
            ...(kind.isNeeded ? [] : ([['skip', 'Not used for now']] as const)),
          ]}
          onInput={(value) => void choosePlace(value)}
        />
        <Waiting wait={call.wait} what="the headers" />
        <Trouble failure={call.failure} />
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
