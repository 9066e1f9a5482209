import { useEffect, useState } from 'preact/hooks';
import type { HomeView } from '../src/sidebar-api/protocol.js';
import { Action, Trouble, View, Waiting } from './parts.js';
import { useCall } from './use-call.js';
import { CheckIn } from './views/check-in.js';
import { Formulas } from './views/formulas.js';
import { Home } from './views/home.js';
import { Setup } from './views/setup.js';

const VIEWS = { home: 'Today', 'check-in': 'Check in', formulas: 'Formulas', setup: 'Set-up' } as const;

export type ViewName = keyof typeof VIEWS;

/** The frame of all views: where one is, and what the last call to the server brought. */
export function App() {
  const [view, setView] = useState<ViewName>('home');
  /** Going to the view one is in begins it anew. */
  const [visit, setVisit] = useState(0);
  const [home, setHome] = useState<HomeView | null>(null);
  const [news, setNews] = useState('');
  const call = useCall('home');

  async function look(): Promise<void> {
    const value = await call.run({});
    if (value) setHome(value);
  }
  function go(next: ViewName, message = ''): void {
    setNews(message);
    setView(next);
    setVisit(visit + 1);
    // What other people and the watch did meanwhile shows on each return.
    if (next !== 'setup' && next !== 'formulas') void look();
  }
  useEffect(() => void look(), []);

  return (
    <>
      <nav aria-label="Views">
        {Object.entries(VIEWS).map(([name, label]) => (
          <button
            key={name}
            type="button"
            aria-current={name === view ? 'page' : undefined}
            onClick={() => {
              go(name as ViewName);
            }}
          >
            {label}
          </button>
        ))}
      </nav>
      <div class="news" role="status">
        {news}
      </div>
      {view === 'formulas' ? (
        <Formulas key={visit} />
      ) : !home ? (
        <View title="Bellwether" focusKey="start">
          {call.failure ? (
            <Trouble failure={call.failure}>
              <Action kind="primary" wait={call.wait} onClick={() => void look()}>
                Try again
              </Action>
            </Trouble>
          ) : (
            <Waiting wait={call.wait} what="your spreadsheet" />
          )}
        </View>
      ) : view === 'setup' ? (
        <Setup key={visit} home={home} go={go} />
      ) : view === 'check-in' ? (
        <CheckIn key={visit} home={home} wait={call.wait} look={() => void look()} go={go} />
      ) : (
        <Home home={home} call={call} look={() => void look()} go={go} say={setNews} />
      )}
    </>
  );
}
