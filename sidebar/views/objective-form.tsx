import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HomeView } from '../../src/sidebar-api/protocol.js';
import type { ObjectivesView } from '../../src/sidebar-api/protocol-okr.js';
import type { PageField } from '../../src/sidebar-api/protocol-watch.js';
import { enterGoesOn, goTo } from '../enter.js';
import { keep } from '../kept.js';
import { Action, Cell, Trouble, View } from '../parts.js';
import { useCall } from '../use-call.js';
import { Fields } from './field.js';
import { Findings } from './lint-findings.js';
import { useLint } from './lint-live.js';
import { newKeyResult, objectiveProblems, toSave, type ObjectiveDraft, type Texts } from './objective-draft.js';
import { KeyResultFieldset } from './objective-key-result-fields.js';
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
  const [problems, setProblems] = useState<Readonly<Record<string, Texts>>>({});
  const [conflicts, setConflicts] = useState<readonly Conflict[] | null>(null);
  const form = useRef<HTMLDivElement>(null);
  /** The draft as it is when an answer comes: somebody may have typed on meanwhile. */
  const newest = useRef(started);
  const call = useCall('saveObjective');
  const findings = useLint(draft, view);
  const { objective, keyResults, work } = draft;

  useLayoutEffect(() => {
    if (document.hasFocus()) goTo(form.current?.querySelector('textarea'));
  }, []);
  useLayoutEffect(() => {
    goTo(form.current?.querySelector<HTMLElement>('[aria-invalid=true]'));
  }, [problems]);

  function put(next: ObjectiveDraft): void {
    newest.current = next;
    setDraft(next);
    keep('objective', home, next);
  }
  const changeOf = (key: string) => (changed: Texts) => {
    const one = (part: typeof objective) =>
      part.key === key ? { ...part, fields: { ...part.fields, ...changed } } : part;
    put({ ...draft, objective: one(objective), keyResults: keyResults.map(one) });
  };

  async function save(): Promise<void> {
    const found = objectiveProblems(draft);
    setProblems(found);
    if (Object.keys(found)[0]) return;
    const outcome = await call.run(toSave(draft));
    if (outcome?.isSaved) {
      keep('objective', home, null);
      onEnd(['The objective is saved', ...outcome.left.map((cell) => `${cell} holds a formula and stays`)].join('. '));
    } else if (outcome) {
      const next = rebased(newest.current, outcome.stale);
      put(next.draft);
      setConflicts(next.conflicts);
    }
  }

  const own = [objective, ...keyResults].map(({ id }) => id);
  // A new one has no state yet, and none serves itself.
  const fields = view.form.objective.flatMap((field): PageField[] => {
    const choices = field.choices?.filter(([choice]) => !own.includes(choice));
    if (choices?.length === 1 || (field.name === 'state' && objective.id === null)) return [];
    return [{ ...field, ...(choices && { choices }) }];
  });
  return (
    <View title={`${objective.id === null ? 'New' : 'Change the'} objective, ${view.quarter}`} focusKey={null}>
      <div
        ref={form}
        onKeyDown={(event) => {
          enterGoesOn(event, () => void save());
        }}
      >
        {objective.isLocked ? (
          <p>
            <Cell text={objective.fields['objective'] ?? ''} />
          </p>
        ) : (
          <Fields
            fields={fields}
            values={objective.fields}
            change={changeOf(objective.key)}
            problems={problems[objective.key]}
            below={(name) => (
              <Findings about={name} part={objective} findings={findings} change={changeOf(objective.key)} />
            )}
          />
        )}
        {work[0] && (
          <p class="secondary">
            Work that may move it, to be added beside a key result once this is saved: {work.join('; ')}.
          </p>
        )}
        {keyResults.map(
          (part, place) =>
            !part.isLocked && (
              <KeyResultFieldset
                key={part.key}
                part={part}
                fields={view.form.keyResult}
                number={place + 1}
                problems={problems[part.key]}
                findings={findings}
                change={changeOf(part.key)}
                remove={() => {
                  put({ ...draft, keyResults: keyResults.filter((one) => one !== part) });
                }}
              />
            ),
        )}
        <Lists view={view} />
        {conflicts && <Stale draft={draft} conflicts={conflicts} changeOf={changeOf} />}
        <Trouble failure={call.failure}>
          <p>What you typed is kept here until it is saved</p>
        </Trouble>
        <div class="actions">
          <Action kind="primary" wait={call.wait} waiting="Saving…" onClick={() => void save()}>
            Save
          </Action>
          {!objective.isLocked && (
            <Action
              onClick={() => {
                put({ ...draft, keyResults: [...keyResults, newKeyResult(view, objective.fields['owner'] ?? '')] });
              }}
            >
              Add a key result
            </Action>
          )}
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
