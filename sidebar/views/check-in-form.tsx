import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CheckInOutcome, HomeView, OwnKeyResult } from '../../src/sidebar-api/protocol.js';
import { freshEntry, keepDraft, type CheckInDraft, type EntryDraft } from '../draft.js';
import { Action, Cell, Trouble, View } from '../parts.js';
import { useCall } from '../use-call.js';
import { counted } from '../words.js';
import { entryProblems, toEntry, type EntryProblems } from './entry.js';
import { Field } from './field.js';
import { KeyResultFacts } from './key-result-facts.js';

interface FormProps {
  readonly home: HomeView;
  /** What an earlier visit left unsaved. */
  readonly kept: CheckInDraft | null;
  readonly keyResults: readonly OwnKeyResult[];
  readonly look: () => void;
  readonly onSaved: (outcome: CheckInOutcome) => void;
}

/** One key result after the other; Enter goes on to the next field, the next key result, and at last saves all in one go. */
export function CheckInForm({ home, kept, keyResults, look, onSaved }: FormProps) {
  const [week] = useState(kept?.week ?? home.week);
  const [entries, setEntries] = useState<Readonly<Record<string, EntryDraft>>>(() => ({
    ...Object.fromEntries(keyResults.map((keyResult) => [keyResult.id, freshEntry(keyResult)])),
    ...kept?.entries,
  }));
  const [isDirty, setDirty] = useState(kept !== null);
  const [index, setIndex] = useState(0);
  const [problems, setProblems] = useState<EntryProblems>({});
  const form = useRef<HTMLFieldSetElement>(null);
  const call = useCall('saveCheckIn');

  useLayoutEffect(() => {
    const first = form.current?.querySelector('input');
    if (!document.hasFocus()) return;
    first?.focus();
    first?.select();
  }, [index]);

  const current = keyResults[index];
  const entry = current && entries[current.id];
  if (!entry) return null;
  const isLast = index === keyResults.length - 1;
  const ready = keyResults.filter(({ id }, at) => at === index || entries[id]?.state === 'ready').length;

  function change(changed: Partial<EntryDraft>): Readonly<Record<string, EntryDraft>> {
    const next = { ...entries, ...(current && entry && { [current.id]: { ...entry, ...changed } }) };
    setEntries(next);
    setDirty(true);
    keepDraft(home, { week, entries: next });
    return next;
  }

  async function save(all: Readonly<Record<string, EntryDraft>>): Promise<void> {
    const complete = keyResults.flatMap(({ id }) => {
      const one = all[id];
      return one?.state === 'ready' ? [toEntry(id, one)] : [];
    });
    if (complete.length === 0) {
      keepDraft(home, null);
      onSaved({ savedCount: 0, alreadySavedCount: 0 });
      return;
    }
    const outcome = await call.run({ week: week.iso, entries: complete });
    if (!outcome) return;
    keepDraft(home, null);
    onSaved(outcome);
  }

  function goOn(state: 'ready' | 'skipped'): void {
    if (!entry || call.wait !== 'none') return;
    const found = state === 'ready' ? entryProblems(entry) : {};
    setProblems(found);
    const [firstWrong] = Object.keys(found);
    if (firstWrong !== undefined) {
      form.current?.querySelector<HTMLInputElement>(`[name="${firstWrong}"]`)?.focus();
      return;
    }
    const next = change({ state });
    if (isLast) void save(next);
    else setIndex(index + 1);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const inputs = [...(form.current?.querySelectorAll('input') ?? [])];
    const following = inputs[inputs.indexOf(event.target) + 1];
    if (!following) {
      goOn('ready');
      return;
    }
    following.focus();
    following.select();
  }

  const field = (name: 'value' | 'confidence' | 'blocker' | 'note') => ({
    name,
    value: entry[name],
    problem: problems[name],
    onInput: (text: string) => {
      setProblems({ ...problems, [name]: undefined });
      change({ [name]: text, state: 'open' });
    },
  });
  return (
    <View title={`Check in for the week of ${week.text}`} focusKey={null}>
      <p class="secondary">
        Key result {String(index + 1)} of {String(keyResults.length)}
        {isDirty ? ' · not saved yet' : ''}
      </p>
      <fieldset ref={form} onKeyDown={onKeyDown}>
        <legend>
          <Cell text={current.keyResult} />
        </legend>
        <KeyResultFacts keyResult={current} />
        <div class="pair">
          <Field
            label={current.unit === '' ? 'Value' : `Value (${current.unit})`}
            inputMode="decimal"
            {...field('value')}
          />
          <Field label="Confidence, 0 to 10" inputMode="numeric" {...field('confidence')} />
        </div>
        <Field label="Blocker, if any" maxLength={2000} {...field('blocker')} />
        <Field label="Note" maxLength={2000} {...field('note')} />
      </fieldset>
      {call.failure && (
        <Trouble failure={call.failure}>
          <p>Your entries are kept here until they are saved</p>
          {call.failure.code === 'not yours' && <Action onClick={look}>Look again</Action>}
        </Trouble>
      )}
      <div class="actions">
        <Action
          kind="primary"
          wait={call.wait}
          waiting="Saving…"
          onClick={() => {
            goOn('ready');
          }}
        >
          {isLast ? `Save ${counted(ready, 'check-in')}` : 'Next key result'}
        </Action>
        <Action
          onClick={() => {
            goOn('skipped');
          }}
        >
          {isLast && ready > 1 ? 'Skip this one and save' : 'Skip this one'}
        </Action>
        {index > 0 && (
          <Action
            onClick={() => {
              setProblems({});
              setIndex(index - 1);
            }}
          >
            Back
          </Action>
        )}
      </div>
      <p class="secondary">Enter goes to the next field, and on the last one saves everything at once.</p>
    </View>
  );
}
