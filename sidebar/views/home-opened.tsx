import type { HomeView } from '../../src/sidebar-api/protocol.js';
import type { ViewName } from '../app.js';
import { Action, Cell } from '../parts.js';
import { KeyResultFacts } from './key-result-facts.js';

/** The key result or objective in whose row the person is, by a mail's link or by themselves. */
export function HomeOpened({ home, go }: { readonly home: HomeView; readonly go: (view: ViewName) => void }) {
  const { opened, ownKeyResults } = home;
  if (!opened || opened.kind === 'account') return null;
  const own = ownKeyResults.find(({ id }) => id === opened.id);
  return (
    <section>
      <h2>The {opened.kind} you are at</h2>
      <p>
        <Cell text={own?.keyResult ?? opened.id} />
      </p>
      {own && <KeyResultFacts keyResult={own} />}
      <Action
        onClick={() => {
          go(own ? 'check-in' : 'objectives');
        }}
      >
        {own ? 'Check this one in' : 'Show objectives'}
      </Action>
    </section>
  );
}
