import type { SetupOutcome } from '../../src/sidebar-api/protocol.js';
import type { ViewName } from '../app.js';
import { Action, Trouble, View } from '../parts.js';
import { useCall } from '../use-call.js';
import { listed } from '../words.js';

interface DoneProps {
  readonly outcome: SetupOutcome & { isSaved: true };
  readonly isWatchOn: boolean;
  readonly go: (view: ViewName, news?: string) => void;
}

/** The set-up is saved; what is left is to switch the watch on. */
export function SetupDone({ outcome: { createdTabs, setup }, isWatchOn, go }: DoneProps) {
  const call = useCall('switchWatch');

  async function switchOn(): Promise<void> {
    const value = await call.run({ on: true });
    if (value) go('home', 'The weekly watch is on');
  }

  const canWatch = setup.isDone && !isWatchOn;
  return (
    <View title="The set-up is saved" focusKey="done">
      {createdTabs.length > 0 && <p>New in the spreadsheet: {listed(createdTabs)}.</p>}
      {canWatch && (
        <p>
          The weekly watch looks at every account once a week and mails the owner of each one that bends. It runs as
          you, every hour.
        </p>
      )}
      {call.failure && <Trouble failure={call.failure} />}
      <div class="actions">
        {canWatch && (
          <Action kind="primary" wait={call.wait} waiting="Switching on…" onClick={() => void switchOn()}>
            Switch the watch on
          </Action>
        )}
        <Action
          kind={canWatch ? 'plain' : 'primary'}
          onClick={() => {
            go('home');
          }}
        >
          {canWatch ? 'Later' : 'Back to today'}
        </Action>
      </div>
    </View>
  );
}
