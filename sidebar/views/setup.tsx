import { useEffect, useState } from 'preact/hooks';
import type { HomeView, Proposal, SetupOutcome } from '../../src/sidebar-api/protocol.js';
import type { ViewName } from '../app.js';
import { Action, Trouble, View, Waiting } from '../parts.js';
import { useCall } from '../use-call.js';
import { choiceOf, choiceProblems, type Choice } from './setup-choice.js';
import { SetupDone } from './setup-done.js';
import { SetupReview } from './setup-review.js';
import { SetupStep } from './setup-step.js';

interface SetupProps {
  readonly home: HomeView;
  readonly go: (view: ViewName, news?: string) => void;
}

type Choices = Readonly<Record<string, Choice>>;

/** The step to begin with: the first that needs a person, or the review when none does. */
function firstStep({ kinds }: Proposal, choices: Choices): number {
  const isNew = kinds.some(({ isNeeded, state }) => isNeeded && state !== 'ready');
  const open = kinds.findIndex(({ kind, state }) => {
    const choice = choices[kind];
    return (
      state !== 'ready' &&
      choice &&
      choice.place !== 'skip' &&
      (isNew || Object.keys(choiceProblems(choice)).length > 0)
    );
  });
  return open < 0 ? kinds.length : open;
}

/** The set-up: a step a kind of record, a review, and the switch of the watch. */
export function Setup({ home, go }: SetupProps) {
  const call = useCall('proposeSetup');
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [step, setStep] = useState(0);
  /** Once the review was reached, a step that is changed leads back to it. */
  const [isReviewed, setReviewed] = useState(false);
  const [outcome, setOutcome] = useState<(SetupOutcome & { isSaved: true }) | null>(null);

  async function look(): Promise<void> {
    const value = await call.run({});
    if (!value) return;
    const proposed = Object.fromEntries(value.kinds.map((kind) => [kind.kind, choiceOf(kind)]));
    setProposal(value);
    setChoices(proposed);
    setStep(firstStep(value, proposed));
  }
  useEffect(() => void look(), []);

  if (!proposal) {
    return (
      <View title="Set-up" focusKey="reading">
        {call.failure ? (
          <Trouble failure={call.failure}>
            <Action kind="primary" wait={call.wait} onClick={() => void look()}>
              Try again
            </Action>
          </Trouble>
        ) : (
          <Waiting wait={call.wait} what="the headers of your tabs" />
        )}
      </View>
    );
  }
  if (outcome) return <SetupDone outcome={outcome} isWatchOn={home.watch !== 'off'} go={go} />;
  const kind = proposal.kinds[step];
  const choice = kind && choices[kind.kind];
  if (!kind || !choice) {
    return (
      <SetupReview
        kinds={proposal.kinds}
        choices={choices}
        change={(changed) => {
          setReviewed(true);
          setStep(changed);
        }}
        onSaved={(saved) => {
          setOutcome(saved);
        }}
      />
    );
  }
  return (
    <SetupStep
      key={kind.kind}
      kind={kind}
      place={`Step ${String(step + 1)} of ${String(proposal.kinds.length)}`}
      tabs={proposal.tabs}
      usedBy={Object.entries(choices).flatMap(([user, { place }]): [string, string][] =>
        user === kind.kind || typeof place === 'string' ? [] : [[place.tab, user]],
      )}
      choice={choice}
      onChange={(changed) => {
        setChoices({ ...choices, [kind.kind]: changed });
      }}
      onNext={() => {
        setStep(isReviewed ? proposal.kinds.length : step + 1);
      }}
      next={isReviewed ? 'Done' : 'Next'}
      onBack={
        step === 0 || isReviewed
          ? null
          : () => {
              setStep(step - 1);
            }
      }
    />
  );
}
