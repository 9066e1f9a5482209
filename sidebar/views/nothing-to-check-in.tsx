import type { HomeView } from '../../src/sidebar-api/protocol.js';
import type { ViewName } from '../app.js';
import { Action, Cell, View } from '../parts.js';
import type { Wait } from '../use-call.js';

interface NothingProps {
  readonly home: HomeView;
  readonly wait: Wait;
  readonly look: () => void;
  readonly go: (view: ViewName) => void;
}

/** Why a person has no key result to check in, and what to do about it. */
export function NothingToCheckIn({ home: { me, setup, keyResultCount }, wait, look, go }: NothingProps) {
  const kind = setup.kinds.find((one) => one.kind === 'Key results');
  if (kind && kind.state !== 'ready') {
    return (
      <View title="No key results yet" focusKey="no-tab">
        <p>Bellwether does not know where your key results are. Show it the tab, or let it create one.</p>
        <Action
          kind="primary"
          onClick={() => {
            go('setup');
          }}
        >
          Set up
        </Action>
      </View>
    );
  }
  return (
    <View title="No key results for you" focusKey="none">
      {me === '' ? (
        <p>
          Google does not say who you are, so yours cannot be found. Open Bellwether again from the Extensions menu and
          allow it to see your address.
        </p>
      ) : (
        <p>
          {keyResultCount === 0 ? 'The tab ' : `None of the ${String(keyResultCount)} in the tab `}
          <Cell text={kind?.tab ?? 'Key results'} />
          {keyResultCount === 0 ? ' is empty. ' : ' is yours. '}A key result is yours when its Owner is{' '}
          <Cell text={me} /> and it is not paused, done or dropped.
        </p>
      )}
      <Action kind="primary" wait={wait} waiting="Looking…" onClick={look}>
        Look again
      </Action>
    </View>
  );
}
