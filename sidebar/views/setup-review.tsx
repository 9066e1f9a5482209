import { useState } from 'preact/hooks';
import type { Overwrite, ProposedKind } from '../../src/sidebar-api/protocol.js';
import { Action, Row, Trouble, View } from '../parts.js';
import { useCall } from '../use-call.js';
import { listed } from '../words.js';
import { choiceWords, chosenKinds, type Choice } from './setup-choice.js';

interface ReviewProps {
  readonly kinds: readonly ProposedKind[];
  readonly choices: Readonly<Record<string, Choice>>;
  /** Goes back to a kind. */
  readonly change: (kind: string) => void;
  /** Ends the set-up with what is to be told about it. */
  readonly onSaved: (news: string) => void;
}

/** All choices at a glance, and the one button that makes them hold. */
export function SetupReview({ kinds, choices, change, onSaved }: ReviewProps) {
  const call = useCall('confirmSetup');
  const [overwrites, setOverwrites] = useState<readonly Overwrite[]>([]);
  async function confirm(replace: boolean): Promise<void> {
    const outcome = await call.run({ kinds: chosenKinds(choices), replace });
    if (!outcome) return;
    if (!outcome.isSaved) setOverwrites(outcome.overwrites);
    else if (outcome.createdTabs.length === 0) onSaved('The set-up is saved');
    else onSaved(`The set-up is saved. New in the spreadsheet: ${listed(outcome.createdTabs)}`);
  }

  if (overwrites.length > 0) {
    return (
      <View title="This replaces what is set now" focusKey="replace">
        <ul class="rows">
          {overwrites.map(({ setting, from, to }) => (
            <Row key={setting} name={setting} about={`now ${from}, then ${to}`} />
          ))}
        </ul>
        <Trouble failure={call.failure} />
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
    <View title="Bellwether can read your tabs" focusKey="review">
      <ul class="rows">
        {kinds.map((one) => {
          const choice = choices[one.kind];
          return (
            <Row key={one.kind} name={one.kind} about={choice && choiceWords(one, choice)}>
              <Action
                label={`Change ${one.kind}`}
                onClick={() => {
                  change(one.kind);
                }}
              >
                Change
              </Action>
            </Row>
          );
        })}
      </ul>
      <Trouble failure={call.failure} />
      <p class="secondary">
        Confirming writes the choice to the Settings tab and creates the tabs that are missing. Your own tabs stay as
        they are.
      </p>
      <Action kind="primary" wait={call.wait} waiting="Saving…" onClick={() => void confirm(false)}>
        Confirm
      </Action>
    </View>
  );
}
