import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HomeView } from '../../src/sidebar-api/protocol.js';
import type { ObjectivesView } from '../../src/sidebar-api/protocol-okr.js';
import { enterGoesOn, goTo } from '../enter.js';
import { keep } from '../kept.js';
import { Action, Trouble, View } from '../parts.js';
import { useCall } from '../use-call.js';
import { fieldsOf } from './field.js';
import { Findings } from './lint-findings.js';
import { useLint } from './lint-live.js';
import { newKeyResult, objectiveProblems, toSave, type ObjectiveDraft, type Texts } from './objective-draft.js';
import { KeyResultFieldset } from './objective-key-result-fields.js';
import { OBJECTIVE_LABELS, STATES } from './objective-labels.js';
import { Lists } from './objective-lists.js';
import { rebased, type Conflict } from './objective-rebase.js';
import { Stale } from './objective-stale.js';

interface FormProps {
  readonly home: HomeView;
  readonly view: ObjectivesView;
  readonly started: ObjectiveDraft;
  /** Goes back to the list, with what was saved or with "". */
  readonly onEnd: (news: string) => void;
}

/** An objective with its key results. Enter goes on to the next field and at last to Save; Ctrl + Enter saves from anywhere. */
export function ObjectiveForm({ home, view, started, onEnd }: FormProps) {
  const [draft, setDraft] = useState(started);
  const [problems, setProblems] = useState<Texts>({});
  const [conflicts, setConflicts] = useState<readonly Conflict[] | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const call = useCall('saveObjective');
  const findings = useLint(draft, view.lint);
  const { objective, keyResults } = draft;
  const others = view.objectives.filter(({ id }) => id !== objective.id);

  useLayoutEffect(() => {
    if (document.hasFocus()) goTo(form.current?.querySelector('textarea'));
  }, []);
  useLayoutEffect(() => {
    goTo(form.current?.querySelector<HTMLElement>('[aria-invalid=true]'));
  }, [problems]);

  function put(next: ObjectiveDraft): void {
    setDraft(next);
    keep('objective', home, next);
  }
  function change(key: string, changed: Texts): void {
    const one = (part: typeof objective) =>
      part.key === key ? { ...part, fields: { ...part.fields, ...changed } } : part;
    put({ ...draft, objective: one(objective), keyResults: keyResults.map(one) });
  }

  async function save(): Promise<void> {
    const found = objectiveProblems(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const outcome = await call.run(toSave(draft));
    if (outcome?.isSaved) {
      keep('objective', home, null);
      onEnd(['The objective is saved', ...outcome.left.map((cell) => `${cell} holds a formula and stays`)].join('. '));
    } else if (outcome) {
      const next = rebased(draft, outcome.stale);
      put(next.draft);
      setConflicts(next.conflicts);
    }
  }

  const field = fieldsOf(
    OBJECTIVE_LABELS,
    objective.fields,
    (changed) => {
      change(objective.key, changed);
    },
    problems,
    objective.key,
  );
  return (
    <View title={`${objective.id === null ? 'New' : 'Change the'} objective, ${view.quarter}`} focusKey={null}>
      <div
        ref={form}
        onKeyDown={(event) => {
          enterGoesOn(event, () => void save());
        }}
      >
        {field('objective', { isLong: true, hint: 'What will be true at the end of the quarter' })}
        <Findings
          findings={findings.filter(({ key }) => key === undefined)}
          reword={(text) => {
            change(objective.key, { objective: text });
          }}
        />
        {field('owner', { list: 'people' })}
        {others.length > 0 &&
          field('parent', {
            choices: [
              ['', 'No other objective'],
              ...others.flatMap(({ id, fields, keyResults: served }) => [
                [id, fields.objective] as const,
                ...served.map((one) => [one.id, `– ${one.fields.keyResult}`] as const),
              ]),
            ],
          })}
        {objective.id !== null && field('state', { choices: STATES })}
        {keyResults.map((part, place) => (
          <KeyResultFieldset
            key={part.key}
            part={part}
            number={place + 1}
            problems={problems}
            findings={findings.filter(({ key }) => key === part.key)}
            change={(changed) => {
              change(part.key, changed);
            }}
            remove={
              part.id === null
                ? () => {
                    put({ ...draft, keyResults: keyResults.filter((one) => one !== part) });
                  }
                : null
            }
          />
        ))}
        <Lists view={view} />
        {conflicts && (
          <Stale
            draft={draft}
            conflicts={conflicts}
            choose={({ key, name }, text) => {
              change(key, { [name]: text });
            }}
          />
        )}
        <Trouble failure={call.failure}>
          <p>What you typed is kept here until it is saved</p>
        </Trouble>
        <div class="actions">
          <Action kind="primary" wait={call.wait} waiting="Saving…" onClick={() => void save()}>
            Save
          </Action>
          <Action
            onClick={() => {
              put({ ...draft, keyResults: [...keyResults, newKeyResult(view, objective.fields['owner'] ?? '')] });
            }}
          >
            Add a key result
          </Action>
          <Action
            onClick={() => {
              onEnd('');
            }}
          >
            Back
          </Action>
        </div>
        <p class="secondary">Enter goes to the next field, Ctrl + Enter saves. Until then it is kept in this tab.</p>
      </div>
    </View>
  );
}
