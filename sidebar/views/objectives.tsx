import { useState } from 'preact/hooks';
import type { HomeView } from '../../src/sidebar-api/protocol.js';
import type { KeyResultView, ObjectiveView } from '../../src/sidebar-api/protocol-okr.js';
import type { ViewName } from '../../src/sidebar-api/protocol-watch.js';
import { keptText } from '../kept.js';
import { Action, Opening, Trouble, View, Waiting } from '../parts.js';
import { useOpened } from '../use-call.js';
import { counted } from '../words.js';
import { Field } from './field.js';
import { Guidance } from './guidance.js';
import { draftOf, newObjective, type ObjectiveDraft } from './objective-draft.js';
import { ObjectiveForm } from './objective-form.js';
import { ObjectiveItem } from './objective-item.js';
import { KeyResult } from './objective-key-result.js';
import { Lists } from './objective-lists.js';
import { Templates } from './template-choice.js';

interface ObjectivesProps {
  readonly home: HomeView;
  readonly say: (news: string) => void;
  readonly go: (view: ViewName) => void;
}

const idsOf = ({ id, keyResults }: ObjectiveView): readonly string[] => [id, ...keyResults.map((one) => one.id)];

/** A quarter's objectives as a tree, and where one is set up or changed. */
export function Objectives({ home, say, go }: ObjectivesProps) {
  const call = useOpened('objectives', {});
  const [shown, setShown] = useState<ObjectiveDraft | 'list' | 'templates'>('list');
  const { value: view, wait, failure } = call;
  if (!view) return <Opening title="Objectives" what="the objectives" call={call} />;
  const { quarter, objectives, loose } = view;

  function end(news: string): void {
    say(news);
    setShown('list');
    if (news !== '') lookAgain();
  }
  function lookAgain(): void {
    call.look({ quarter });
  }
  if (shown === 'templates')
    return (
      <Templates
        onBegin={(template) => {
          setShown(newObjective(view, home.me, template));
        }}
        onBack={() => {
          end('');
        }}
      />
    );
  if (shown !== 'list') return <ObjectiveForm home={home} view={view} started={shown} onEnd={end} />;

  const all = [...objectives, { keyResults: loose }].flatMap(({ keyResults }) => keyResults);
  const onTrack = all.filter(({ status }) => status === 'on track' || status === 'done').length;
  // Only the form writes this key.
  const draft = JSON.parse(keptText('objective', home) ?? 'null') as ObjectiveDraft | null;
  const shownKeyResults = (keyResults: readonly KeyResultView[]) =>
    keyResults.map((one) => (
      <KeyResult key={one.id} keyResult={one} me={home.me} opened={home.opened?.id} look={lookAgain} />
    ));
  // Parents come before their children; what names a later one as its parent goes round in a circle and starts a tree.
  const tree = (isHere: (objective: ObjectiveView, at: number) => boolean) =>
    objectives.map(
      (objective, at) =>
        isHere(objective, at) && (
          <ObjectiveItem
            key={objective.id}
            objective={objective}
            edit={() => {
              // What was typed for it and not saved goes on.
              setShown(draft?.objective.id === objective.id ? draft : draftOf(objective));
            }}
          >
            {shownKeyResults(objective.keyResults)}
            <div class="child">
              {tree(({ fields }, below) => below > at && idsOf(objective).includes(fields.parent))}
            </div>
          </ObjectiveItem>
        ),
    );
  return (
    <View
      title={
        all.length === 0
          ? `No objectives for ${quarter} yet`
          : `${quarter}: ${onTrack} of ${counted(all.length, 'key result')} on track`
      }
      focusKey="list"
    >
      <Trouble failure={failure}>
        <Action wait={wait} onClick={lookAgain}>
          Try again
        </Action>
      </Trouble>
      <Field
        label="Quarter"
        name="quarter"
        value={quarter}
        choices={view.quarters.map((one) => [one, one])}
        onInput={(chosen) => {
          call.look({ quarter: chosen });
        }}
      />
      <Waiting wait={wait} what="the objectives" />
      <div class="actions">
        {draft && (
          <Action
            kind="primary"
            onClick={() => {
              setShown(draft);
            }}
          >
            Go on with your draft
          </Action>
        )}
        {view.mayCreate && (
          <Action
            kind={draft ? 'plain' : 'primary'}
            onClick={() => {
              setShown('templates');
            }}
          >
            New objective
          </Action>
        )}
      </div>
      {objectives.length === 0 && <Guidance about="when not to use an OKR" go={go} />}
      {tree(({ fields }, at) => !objectives.slice(0, at).flatMap(idsOf).includes(fields.parent))}
      {loose.length > 0 && (
        <section>
          <h2>Without an objective</h2>
          {shownKeyResults(loose)}
        </section>
      )}
      <Lists view={view} />
    </View>
  );
}
