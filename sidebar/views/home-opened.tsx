import type { HomeView } from '../../src/sidebar-api/protocol.js';
import type { ViewName } from '../../src/sidebar-api/protocol-watch.js';
import { Action, Cell } from '../parts.js';
import { KeyResultFacts } from './key-result-facts.js';

/** The key result, objective or alert in whose row the person is, by a mail's link or by themselves. */
export function HomeOpened({ home, go }: { readonly home: HomeView; readonly go: (view: ViewName) => void }) {
  const { opened, ownKeyResults } = home;
  if (!opened || opened.kind === 'account') return null;
  const own = ownKeyResults.find(({ id }) => id === opened.id);
  const view = own ? 'check-in' : opened.kind === 'alert' ? 'alerts' : 'objectives';
  return (
    <section>
      <h2>The {opened.kind} you are at</h2>
      <p>
        <Cell text={own?.keyResult ?? opened.id} />
      </p>
      {own && <KeyResultFacts keyResult={own} />}
      <Action
        onClick={() => {
          go(view);
        }}
      >
        {own ? 'Check this one in' : `Show ${view}`}
      </Action>
    </section>
  );
}
