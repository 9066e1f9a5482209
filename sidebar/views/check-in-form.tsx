import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CheckInOutcome, HomeView, OwnKeyResult } from '../../src/sidebar-api/protocol.js';
import type { ViewName } from '../../src/sidebar-api/protocol-watch.js';
import { freshEntry, keepDraft, keptDraft, valuesOf, type CheckInDraft, type EntryDraft } from '../draft.js';
import { goTo } from '../enter.js';
import { Action, Cell, Trouble, View } from '../parts.js';
import { useCall } from '../use-call.js';
import { counted } from '../words.js';
import { entryProblems, toEntry } from './entry.js';
import { Fields } from './field.js';
import { Guidance } from './guidance.js';
import { KeyResultFacts } from './key-result-facts.js';

interface FormProps {
  readonly home: HomeView;
  /** What an earlier visit left unsaved. */
  readonly kept: CheckInDraft | null;
  readonly keyResults: readonly OwnKeyResult[];
  readonly look: () => void;
  readonly go: (view: ViewName) => void;
  /** Null when everything was skipped, so that nothing had to be saved. */
  readonly onSaved: (outcome: CheckInOutcome | null) => void;
  /** What stands above the first key result. */
  readonly children: ComponentChildren;
}

/** One key result after the other; Enter goes on to the next field, the next key result, and at last saves all in one go. */
export function CheckInForm({ home, kept, keyResults, look, go, onSaved, children }: FormProps) {
  const [{ week, entries }, setDraft] = useState<CheckInDraft>(() => ({
    week: kept?.week ?? home.week,
    entries: { ...Object.fromEntries(keyResults.map(({ id }) => [id, freshEntry()])), ...kept?.entries },
  }));
  const [index, setIndex] = useState(0);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const form = useRef<HTMLFieldSetElement>(null);
  const call = useCall('saveCheckIn');

  useLayoutEffect(() => {
    if (document.hasFocus()) goTo(form.current?.querySelector('input'));
  }, [index]);

  const current = keyResults[index];
  const entry = current && entries[current.id];
  if (!entry) return null;
  const isLast = index === keyResults.length - 1;
  const ready = keyResults.filter(({ id }, at) => at === index || entries[id]?.state === 'ready').length;

  function change(changed: Partial<EntryDraft>): CheckInDraft {
    const draft = {
      week,
      entries: { ...entries, ...(current && entry && { [current.id]: { ...entry, ...changed } }) },
    };
    setDraft(draft);
    keepDraft(home, draft);
    return draft;
  }

  async function save({ entries: done }: CheckInDraft): Promise<void> {
    const all = keyResults.map((keyResult) => {
      const { [keyResult.id]: draft = freshEntry() } = done;
      return { keyResult, draft, values: valuesOf(keyResult, draft) };
    });
    const complete = all.flatMap(({ keyResult: { id }, draft: { state, entryId }, values }) =>
      state === 'ready' ? [toEntry(id, entryId, values)] : [],
    );
    const initiatives = all.flatMap(({ keyResult, values }) =>
      keyResult.initiatives.flatMap(({ id, state: seenState }) => {
        // Only what the list offers can be chosen.
        const state = values[`initiative ${id}`] as typeof seenState;
        return state === seenState ? [] : [{ id, state, seenState }];
      }),
    );
    const isNothing = complete.length + initiatives.length === 0;
    const outcome = isNothing ? null : await call.run({ week: week.iso, entries: complete, initiatives });
    if (!outcome && !isNothing) return;
    keepDraft(home, null);
    onSaved(outcome);
  }

  function goOn(state: 'ready' | 'skipped'): void {
    if (!current || !entry || call.wait !== 'none') return;
    const typed = valuesOf(current, entry);
    const found = state === 'ready' ? entryProblems(typed) : {};
    setProblems(found);
    const [firstWrong] = Object.keys(found);
    if (firstWrong !== undefined) {
      form.current?.querySelector<HTMLInputElement>(`[name="${firstWrong}"]`)?.focus();
      return;
    }
    // What the form began with is what was agreed to, whatever it begins with later.
    const next = change(state === 'ready' ? { state, typed } : { state });
    if (isLast) void save(next);
    else setIndex(index + 1);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const inputs = [...(form.current?.querySelectorAll('input') ?? [])];
    const following = inputs[inputs.indexOf(event.target) + 1];
    if (following) goTo(following);
    else goOn('ready');
  }

  return (
    <View title={`Check in for the week of ${week.text}`} focusKey={null}>
      {children}
      <p class="secondary">
        Key result {index + 1} of {keyResults.length}
        {keptDraft(home) && ' · not saved yet'}
      </p>
      <fieldset ref={form} onKeyDown={onKeyDown}>
        <legend>
          <Cell text={current.keyResult} />
        </legend>
        <KeyResultFacts keyResult={current} />
        {/* Tab reaches the states of initiatives, and Enter passes them by. */}
        <Fields
          fields={current.form}
          values={entry.typed}
          problems={problems}
          change={(typed) => {
            setProblems(Object.fromEntries(Object.entries(problems).filter(([name]) => !(name in typed))));
            change({ typed: { ...entry.typed, ...typed }, state: 'open' });
          }}
        />
      </fieldset>
      <Trouble failure={call.failure}>
        <p>Your entries are kept here until they are saved</p>
        <Action onClick={look}>Look again</Action>
      </Trouble>
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
      <Guidance about="privacy" go={go} />
    </View>
  );
}
