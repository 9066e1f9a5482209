import type { TemplateView } from '../../src/sidebar-api/protocol-okr.js';
import { Action, Cell, Fold, Opening, View } from '../parts.js';
import { useOpened } from '../use-call.js';
import { wayOf } from '../words.js';

interface TemplatesProps {
  /** Without a template, an objective begins blank. */
  readonly onBegin: (template?: TemplateView['objectives'][number]) => void;
  readonly onBack: () => void;
}

/** What an objective may begin with: nothing, or one of the templates, each with a preview. */
export function Templates({ onBegin, onBack }: TemplatesProps) {
  const call = useOpened('templates', {});
  if (!call.value) return <Opening title="New objective" what="the templates" call={call} />;
  return (
    <View title="What should the quarter change?" focusKey="templates">
      <div class="actions">
        <Action
          onClick={() => {
            onBegin();
          }}
        >
          Begin from scratch
        </Action>
        <Action onClick={onBack}>Back</Action>
      </div>
      <p class="secondary">Or begin with a template; its numbers are starting points, and all of it can be changed.</p>
      <ul class="rows">
        {call.value.map(({ id, name, about, objectives }) => (
          <Fold key={id} name={name} about={about}>
            {objectives.map((objective) => (
              <div key={objective.objective}>
                <h2>
                  <Cell text={objective.objective} />
                </h2>
                <ul class="facts">
                  {objective.keyResults.map(({ keyResult, baseline, target, unit, kind }) => (
                    <li key={keyResult}>
                      {[keyResult, wayOf(baseline, target, unit), kind].filter(Boolean).join('. ')}
                    </li>
                  ))}
                </ul>
                {objective.initiatives.length > 0 && (
                  <p class="secondary">Work that may move it: {objective.initiatives.join('; ')}.</p>
                )}
                <Action
                  kind="primary"
                  label={`Begin with this: ${objective.objective}`}
                  onClick={() => {
                    onBegin(objective);
                  }}
                >
                  Begin with this
                </Action>
              </div>
            ))}
          </Fold>
        ))}
      </ul>
    </View>
  );
}
