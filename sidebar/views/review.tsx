import { useState } from 'preact/hooks';
import type { Calls, HomeView } from '../../src/sidebar-api/protocol.js';
import type { ViewName } from '../../src/sidebar-api/protocol-watch.js';
import { keep, keptText } from '../kept.js';
import { Action, Cell, Opening, Trouble, View } from '../parts.js';
import { useCall, useOpened } from '../use-call.js';
import { counted } from '../words.js';
import { Field } from './field.js';
import { Guidance } from './guidance.js';
import { Reliability } from './reliability.js';
import { ReviewKeyResult, type Judged } from './review-key-result.js';
import { ReviewWritten } from './review-written.js';

/** What was judged and not written yet, by key result. */
type Draft = Readonly<Record<string, Partial<Judged>>>;

/** The quarter's review: what came of each key result, what becomes of it, and how far confidence can be relied on. */
export function Review({ home, go }: { readonly home: HomeView; readonly go: (view: ViewName) => void }) {
  const call = useOpened('review', {});
  const save = useCall('saveReview');
  const [written, setWritten] = useState<Calls['saveReview']['value'] | null>(null);
  // Only `change` writes what is kept.
  const [draft, setDraft] = useState(() => JSON.parse(keptText('review', home) ?? '{}') as Draft);
  if (!call.value) return <Opening title="Review" what="the quarter" call={call} />;
  const { quarter, quarters, objectives, calibration } = call.value;
  if (written) return <ReviewWritten quarter={quarter} written={written} go={go} />;

  const all = objectives.flatMap(({ keyResults }) => keyResults);
  const judgedOf = (one: Judged & { readonly id: string }): Judged => ({ ...one, ...draft[one.id] });

  function change(next: Draft): void {
    setDraft(next);
    keep('review', home, next);
  }

  const decided = all.flatMap((one) => {
    const { decision, learnt } = judgedOf(one);
    const seen = { decision: one.decision, learnt: one.learnt };
    return decision === '' ? [] : [{ id: one.id, decision, learnt: learnt.trim(), seen }];
  });

  async function write(): Promise<void> {
    const value = await save.run({ quarter, keyResults: decided });
    if (!value) return;
    const done = new Set(decided.map(({ id }) => id));
    change(Object.fromEntries(Object.entries(draft).filter(([id]) => !done.has(id))));
    setWritten(value);
  }

  return (
    <View
      title={`${all.filter(({ score }) => score === 1).length} of ${counted(all.length, 'key result')} met in ${quarter}`}
      focusKey={quarter}
    >
      <Field
        label="Quarter"
        name="quarter"
        value={quarter}
        choices={quarters.map((one) => [one, one])}
        onInput={(chosen) => {
          call.look({ quarter: chosen });
        }}
      />
      <Trouble failure={call.failure} />
      {objectives.map(({ id, objective, score, keyResults }) => (
        <section key={id}>
          <h2>
            <Cell text={objective} />
          </h2>
          <p class="secondary">Score {score === null ? 'not known' : score.toFixed(2)}</p>
          <ul class="rows">
            {keyResults.map((one) => (
              <ReviewKeyResult
                key={one.id}
                keyResult={one}
                judged={judgedOf(one)}
                judge={
                  one.mayReview
                    ? (part) => {
                        change({ ...draft, [one.id]: { ...draft[one.id], ...part } });
                      }
                    : null
                }
              />
            ))}
          </ul>
        </section>
      ))}
      {all.some(({ mayReview }) => mayReview) && (
        <section>
          <p class="secondary">
            A decision ends the check-ins of a key result.
            {all.length > decided.length &&
              ` ${counted(all.length - decided.length, 'key result')} not decided yet and left out.`}
          </p>
          <Guidance about="contracts and revenue" go={go} />
          <Trouble failure={save.failure}>
            <Action
              onClick={() => {
                call.look({ quarter });
              }}
            >
              Look again
            </Action>
          </Trouble>
          {decided.length > 0 && (
            <Action kind="primary" wait={save.wait} waiting="Writing…" onClick={() => void write()}>
              Write the review
            </Action>
          )}
        </section>
      )}
      <section>
        <h2>Confidence against what came true</h2>
        <Reliability title="Yours, shown to nobody else" calibration={calibration.mine} />
        <Reliability title="The team’s" calibration={calibration.team} />
        <p class="secondary">Across: what was said. Up: what came true. Dots below the line were too hopeful.</p>
      </section>
    </View>
  );
}
