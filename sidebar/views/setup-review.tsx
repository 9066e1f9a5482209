import { useState } from 'preact/hooks';
import type { Overwrite, ProposedKind, SetupOutcome } from '../../src/sidebar-api/protocol.js';
import { Action, Cell, Trouble, View } from '../parts.js';
import { useCall } from '../use-call.js';
import { choiceProblems, choiceWords, chosenKinds, type Choice } from './setup-choice.js';

interface ReviewProps {
  readonly kinds: readonly ProposedKind[];
  readonly choices: Readonly<Record<string, Choice>>;
  /** Goes to the step of a kind. */
  readonly change: (step: number) => void;
  readonly onSaved: (outcome: SetupOutcome & { isSaved: true }) => void;
}

/** All choices at a glance, and the one button that makes them hold. */
export function SetupReview({ kinds, choices, change, onSaved }: ReviewProps) {
  const call = useCall('confirmSetup');
  const [overwrites, setOverwrites] = useState<readonly Overwrite[]>([]);
  const open = kinds.filter(({ kind }) => Object.keys(choices[kind] ? choiceProblems(choices[kind]) : {}).length > 0);

  async function confirm(replace: boolean): Promise<void> {
    const outcome = await call.run({ kinds: chosenKinds(choices), replace });
    if (!outcome) return;
    if (outcome.isSaved) onSaved(outcome);
    else setOverwrites(outcome.overwrites);
  }

  if (overwrites.length > 0) {
    return (
      <View title="This replaces what is set now" focusKey="replace">
        <ul class="rows">
          {overwrites.map(({ setting, from, to }) => (
            <li key={setting}>
              <strong>{setting}</strong>
              <span>
                now <Cell text={from} />, then <Cell text={to} />
              </span>
            </li>
          ))}
        </ul>
        {call.failure && <Trouble failure={call.failure} />}
        <div class="actions">
          <Action kind="risky" wait={call.wait} waiting="Saving…" onClick={() => void confirm(true)}>
            Replace
          </Action>
          <Action
            onClick={() => {
              setOverwrites([]);
            }}
          >
            Keep what is set
          </Action>
        </div>
      </View>
    );
  }
  return (
    <View title={open.length > 0 ? 'Something is left to choose' : 'Bellwether can read your tabs'} focusKey="review">
      <ul class="rows">
        {kinds.map(({ kind }, step) => {
          const choice = choices[kind];
          return (
            <li key={kind} class="with-action">
              <span>
                <strong>{kind}</strong>
                <span class="secondary">{choice && choiceWords(kind, choice)}</span>
              </span>
              <button
                type="button"
                class="plain"
                aria-label={`Change ${kind}`}
                onClick={() => {
                  change(step);
                }}
              >
                Change
              </button>
            </li>
          );
        })}
      </ul>
      {call.failure && <Trouble failure={call.failure} />}
      {open.length === 0 ? (
        <>
          <p class="secondary">
            Confirming writes the choice to the Settings tab and creates the tabs that are missing. Your own tabs stay
            as they are.
          </p>
          <Action kind="primary" wait={call.wait} waiting="Saving…" onClick={() => void confirm(false)}>
            Confirm
          </Action>
        </>
      ) : (
        <Action
          kind="primary"
          onClick={() => {
            change(kinds.findIndex(({ kind }) => kind === open[0]?.kind));
          }}
        >
          Choose for {open[0]?.kind}
        </Action>
      )}
    </View>
  );
}
