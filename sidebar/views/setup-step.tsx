import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { goTo } from '../enter.js';
import { Action, Trouble, View, Waiting } from '../parts.js';
import { useCall } from '../use-call.js';
import { listed } from '../words.js';
import { Fields } from './field.js';
import { choiceOf, choiceProblems, choiceWords, tabOf, type Choice } from './setup-choice.js';

interface StepProps {
  readonly kind: string;
  /** `Step 1 of 2: `; "" for one that was gone back to. */
  readonly place: string;
  /** The tabs that other kinds of record have. */
  readonly used: readonly (string | undefined)[];
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
  /** What going on is called. */
  readonly next: string;
  readonly onNext: () => void;
  readonly onBack: (() => void) | null;
}

/** Where one kind of record is: the tab, and the column of each field. */
export function SetupStep({ kind, place, used, choice, onChange, next, onNext, onBack }: StepProps) {
  const call = useCall('proposeSetup');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const form = useRef<HTMLDivElement>(null);
  const { step, values } = choice;
  const isWaiting = call.wait !== 'none';
  const isTab = tabOf(choice) !== undefined && !isWaiting;

  useLayoutEffect(() => {
    goTo(form.current?.querySelector<HTMLElement>('[aria-invalid=true]'));
  }, [problems]);

  async function change(changed: Readonly<Record<string, string>>): Promise<void> {
    const chosen = { step, values: { ...values, ...changed } };
    const tab = tabOf(chosen);
    onChange(chosen);
    setProblems({});
    if (!('tab' in changed) || tab === undefined) return;
    const proposal = await call.run({ chosen: { [kind]: tab } });
    const proposed = proposal?.kinds[0];
    onChange(proposed ? choiceOf(proposed.step) : choice);
  }

  function goOn(): void {
    if (isWaiting) return;
    const found = choiceProblems(choice);
    if (Object.keys(found)[0]) setProblems(found);
    else onNext();
  }

  const tabField = {
    ...step.tab,
    hint: isWaiting ? '' : choiceWords(choice),
    choices: step.tab.choices?.filter(([value]) => !used.some((tab) => value === `tab:${tab}`)) ?? [],
  };
  // How a column was found holds as long as nothing else is chosen.
  const columns = step.columns.map((column) =>
    values[column.name] === column.value ? column : { ...column, hint: column.note },
  );
  const rest = columns.filter(({ isMore }) => isMore);
  const shared = { values, problems, change: (changed: typeof values) => void change(changed) };
  return (
    <View title={step.title} focusKey={kind}>
      <p class="secondary">
        {place}
        {step.about}
      </p>
      <div ref={form}>
        <Fields {...shared} fields={[tabField, ...(isTab ? columns.filter(({ isMore }) => !isMore) : [])]} />
        <Waiting wait={call.wait} what="the headers" />
        <Trouble failure={call.failure} />
        {isTab && rest[0] && (
          <details>
            <summary>Not found: {listed(rest.map(({ header }) => header))}</summary>
            <Fields {...shared} fields={rest} />
          </details>
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
