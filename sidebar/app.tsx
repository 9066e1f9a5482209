import { useState } from 'preact/hooks';
import type { HomeView } from '../src/sidebar-api/protocol.js';
import type { Done, ViewName } from '../src/sidebar-api/protocol-watch.js';
import { Opening } from './parts.js';
import { useOpened } from './use-call.js';
import { CheckIn } from './views/check-in.js';
import { Formulas } from './views/formulas.js';
import { Home } from './views/home.js';
import { Objectives } from './views/objectives.js';
import { Page, PAGES } from './views/page.js';
import { Review } from './views/review.js';
import { Setup } from './views/setup.js';

const EVERYDAY: Partial<Record<ViewName, string>> = {
  ...{ home: 'Today', alerts: 'Alerts', objectives: 'Objectives', 'check-in': 'Check in', review: 'Review' },
};
/** What one needs now and then: one press further away. */
const REST: Partial<Record<ViewName, string>> = {
  ...{ handoffs: 'Handoffs', why: 'Why (no) e-mail?', rehearse: 'Dry run' },
  ...{ formulas: 'Formulas', setup: 'Set-up', settings: 'Settings', guidance: 'What to mind' },
};

/** The frame of all views: where one is, and what the last call to the server brought. */
export function App() {
  const [view, setView] = useState<ViewName>('home');
  /** Going to the view one is in begins it anew. */
  const [visit, setVisit] = useState(0);
  const [hasMore, setMore] = useState(false);
  const [news, setNews] = useState('');
  const call = useOpened('home', {});
  const { value: home, look } = call;

  function go(next: ViewName, message = ''): void {
    setNews(message);
    setView(next);
    setMore(next in REST);
    setVisit(visit + 1);
    // What other people and the watch did meanwhile shows on each return; every other view asks for itself.
    if (next === 'home' || next === 'check-in') look();
  }
  /** What was done on Today or above the check-in: both show how things are now. */
  function onDone(next: Done): void {
    // Forms of Today are answered with Today.
    call.setValue(next as HomeView);
    setNews(next.news);
  }
  const page = PAGES.find((name) => name === view);
  const tabs = (views: Readonly<Record<string, string>>) =>
    Object.entries(views).map(([name, label]) => (
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
    ));

  return (
    <>
      <nav aria-label="Views">
        {tabs(EVERYDAY)}
        <button
          type="button"
          aria-expanded={hasMore}
          onClick={() => {
            setMore(!hasMore);
          }}
        >
          More
        </button>
        {hasMore && <div>{tabs(REST)}</div>}
      </nav>
      <div class="news" role="status">
        {news}
      </div>
      {view === 'formulas' ? (
        <Formulas key={visit} say={setNews} go={go} />
      ) : page ? (
        <Page key={visit} name={page} title={{ ...EVERYDAY, ...REST }[page] ?? ''} say={setNews} go={go} />
      ) : !home ? (
        <Opening title="Bellwether" what="your spreadsheet" call={call} />
      ) : view === 'setup' ? (
        <Setup key={visit} go={go} />
      ) : view === 'review' ? (
        <Review key={visit} home={home} go={go} />
      ) : view === 'objectives' ? (
        <Objectives key={visit} home={home} say={setNews} go={go} />
      ) : view === 'check-in' ? (
        <CheckIn key={visit} home={home} call={call} go={go} onDone={onDone} />
      ) : (
        <Home home={home} call={call} onDone={onDone} go={go} />
      )}
    </>
  );
}
