import { useState } from 'preact/hooks';
import type { ViewName } from '../app.js';
import { Opening } from '../parts.js';
import { useOpened } from '../use-call.js';
import { choiceOf, isOpen, type Choice } from './setup-choice.js';
import { SetupReview } from './setup-review.js';
import { SetupStep } from './setup-step.js';

interface SetupProps {
  readonly go: (view: ViewName, news?: string) => void;
}

/** The set-up: a step for each kind of record that needs a person, and a review of all. */
export function Setup({ go }: SetupProps) {
  const call = useOpened('proposeSetup', {});
  const [changed, setChanged] = useState<Readonly<Record<string, Choice>>>({});
  const [step, setStep] = useState(0);
  /** The kind that somebody came back to from the review. */
  const [again, setAgain] = useState<string | null>(null);

  if (!call.value) return <Opening title="Set-up" what="the headers of your tabs" call={call} />;
  const { kinds, tabs } = call.value;
  const proposed = Object.fromEntries(kinds.map((one) => [one.kind, choiceOf(one)]));
  const choices = { ...proposed, ...changed };
  const steps = kinds.filter(isOpen);
  const kind = kinds.find((one) => one.kind === (again ?? steps[step]?.kind));
  const choice = kind && choices[kind.kind];
  if (!kind || !choice)
    return (
      <SetupReview
        kinds={kinds}
        choices={choices}
        change={setAgain}
        onSaved={(news) => {
          go('home', news);
        }}
      />
    );
  const used = Object.entries(choices).flatMap(([user, { place }]) =>
    user === kind.kind || typeof place === 'string' ? [] : [place.tab],
  );
  const move = (by: number): void => {
    if (again === null) setStep(step + by);
    setAgain(null);
  };
  return (
    <SetupStep
      key={kind.kind}
      kind={kind}
      place={again === null ? `Step ${step + 1} of ${steps.length}: ` : ''}
      tabs={tabs.filter((tab) => !used.includes(tab))}
      choice={choice}
      onChange={(next) => {
        setChanged({ ...changed, [kind.kind]: next });
      }}
      onNext={() => {
        move(1);
      }}
      next={again === null ? 'Next' : 'Done'}
      onBack={
        step > 0 && again === null
          ? () => {
              move(-1);
            }
          : null
      }
    />
  );
}
