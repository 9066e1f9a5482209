import { useState } from 'preact/hooks';
import type { ViewName } from '../../src/sidebar-api/protocol-watch.js';
import { Opening } from '../parts.js';
import { useOpened } from '../use-call.js';
import { choiceOf, tabOf, type Choice } from './setup-choice.js';
import { SetupReview } from './setup-review.js';
import { SetupStep } from './setup-step.js';

interface SetupProps {
  readonly go: (view: ViewName, news?: string) => void;
}

/** The set-up: a step for each kind of record that needs a person, and a review of all. */
export function Setup({ go }: SetupProps) {
  const call = useOpened('proposeSetup', {});
  const [changed, setChanged] = useState<Readonly<Record<string, Choice>>>({});
  const [at, setAt] = useState(0);
  /** The kind that somebody came back to from the review. */
  const [again, setAgain] = useState<string | null>(null);

  if (!call.value) return <Opening title="Set-up" what="the headers of your tabs" call={call} />;
  const { kinds } = call.value;
  const choices = { ...Object.fromEntries(kinds.map(({ kind, step }) => [kind, choiceOf(step)])), ...changed };
  const open = kinds.filter(({ step }) => step.isOpen);
  const kind = again ?? open[at]?.kind ?? '';
  const choice = choices[kind];
  if (!choice)
    return (
      <SetupReview
        choices={choices}
        change={setAgain}
        onSaved={(news) => {
          go('home', news);
        }}
      />
    );
  const move = (by: number): void => {
    if (again === null) setAt(at + by);
    setAgain(null);
  };
  return (
    <SetupStep
      key={kind}
      kind={kind}
      place={again === null ? `Step ${at + 1} of ${open.length}: ` : ''}
      used={Object.entries(choices).map(([user, other]) => (user === kind ? undefined : tabOf(other)))}
      choice={choice}
      onChange={(next) => {
        setChanged({ ...changed, [kind]: next });
      }}
      onNext={() => {
        move(1);
      }}
      next={again === null ? 'Next' : 'Done'}
      onBack={
        at > 0 && again === null
          ? () => {
              move(-1);
            }
          : null
      }
    />
  );
}
