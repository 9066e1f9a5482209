import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CheckInOutcome, HomeView, OwnKeyResult } from '../../src/sidebar-api/protocol.js';
import { freshEntry, keepDraft, keptDraft, type CheckInDraft, type EntryDraft } from '../draft.js';
import { Action, Cell, Trouble, View } from '../parts.js';
import { useCall } from '../use-call.js';
import { counted } from '../words.js';
import { CheckInEntry } from './check-in-entry.js';
import { entryProblems, toEntry, type EntryProblems } from './entry.js';
import { Guidance } from './guidance.js';
import { KeyResultFacts } from './key-result-facts.js';

interface FormProps {
  readonly home: HomeView;
  /** What an earlier visit left unsaved. */
  readonly kept: CheckInDraft | null;
  readonly keyResults: readonly OwnKeyResult[];
  readonly look: () => void;
  /** Null when everything was skipped, so that nothing had to be saved. */
  readonly onSaved: (outcome: CheckInOutcome | null) => void;
  /** What stands above the first key result. */
  readonly children: ComponentChildren;
}

/** One key result after the other; Enter goes on to the next field, the next key result, and at last saves all in one go. */
export function CheckInForm({ home, kept, keyResults, look, onSaved, children }: FormProps) {
  const [{ week, entries, initiatives }, setDraft] = useState<CheckInDraft>(() => ({
    week: kept?.week ?? home.week,
    entries: {
      ...Object.fromEntries(keyResults.map((keyResult) => [keyResult.id, freshEntry(keyResult)])),
      ...kept?.entries,
    },
    initiatives: kept?.initiatives ?? {},
  }));
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

  function keep(changed: Partial<CheckInDraft>): CheckInDraft {
    const draft = { week, entries, initiatives, ...changed };
    setDraft(draft);
    keepDraft(home, draft);
    return draft;
  }
  function change(changed: Partial<EntryDraft>): CheckInDraft {
    return keep({ entries: { ...entries, ...(current && entry && { [current.id]: { ...entry, ...changed } }) } });
  }

  async function save(draft: CheckInDraft): Promise<void> {
    const complete = keyResults.flatMap(({ id }) => {
      const one = draft.entries[id];
      return one?.state === 'ready' ? [toEntry(id, one)] : [];
    });
    const changed = keyResults.flatMap((keyResult) =>
      keyResult.initiatives.flatMap(({ id, state: seenState }) => {
        const state = draft.initiatives[id] ?? seenState;
        return state === seenState ? [] : [{ id, state, seenState }];
      }),
    );
    const isNothing = complete.length === 0 && changed.length === 0;
    const outcome = isNothing ? null : await call.run({ week: week.iso, entries: complete, initiatives: changed });
    if (!outcome && !isNothing) return;
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
        <CheckInEntry
          keyResult={current}
          entry={entry}
          problems={problems}
          initiatives={initiatives}
          onField={(name, text) => {
            setProblems({ ...problems, [name]: undefined });
            change({ [name]: text, state: 'open' });
          }}
          onInitiative={(id, state) => {
            keep({ initiatives: { ...initiatives, [id]: state } });
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
      <Guidance about="privacy" />
    </View>
  );
}
