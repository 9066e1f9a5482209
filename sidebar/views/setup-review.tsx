import { useState } from 'preact/hooks';
import type { Overwrite } from '../../src/sidebar-api/protocol-set-up.js';
import { Action, Row, Trouble, View } from '../parts.js';
import { useCall } from '../use-call.js';
import { choiceWords, chosenKinds, type Choice } from './setup-choice.js';

interface ReviewProps {
  readonly choices: Readonly<Record<string, Choice>>;
  /** Goes back to a kind. */
  readonly change: (kind: string) => void;
  /** Ends the set-up with what is to be told about it. */
  readonly onSaved: (news: string) => void;
}

/** All choices at a glance, and the one button that makes them hold. */
export function SetupReview({ choices, change, onSaved }: ReviewProps) {
  const call = useCall('confirmSetup');
  const [overwrites, setOverwrites] = useState<readonly Overwrite[]>([]);
  async function confirm(replace: boolean): Promise<void> {
    const outcome = await call.run({ kinds: chosenKinds(choices), replace });
    if (!outcome) return;
    if (outcome.isSaved) onSaved(outcome.news);
    else setOverwrites(outcome.overwrites);
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
        {Object.entries(choices).map(([kind, choice]) => (
          <Row key={kind} name={kind} about={choiceWords(choice)}>
            <Action
              label={`Change ${kind}`}
              onClick={() => {
                change(kind);
              }}
            >
              Change
            </Action>
          </Row>
        ))}
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
