import type { HomeView } from '../../src/sidebar-api/protocol.js';
import type { Done, ViewName } from '../../src/sidebar-api/protocol-watch.js';
import type { Opened } from '../use-call.js';
import { HomeOpened } from './home-opened.js';
import { DrawnPage } from './page.js';

interface HomeProps {
  readonly home: HomeView;
  readonly call: Opened<'home'>;
  readonly onDone: (done: Done) => void;
  readonly go: (view: ViewName) => void;
}

/** Today: the answer, the row that the person is at, and what needs them. */
export function Home({ home, call, onDone, go }: HomeProps) {
  return (
    <DrawnPage page={home} call={call} onDone={onDone} go={go}>
      <HomeOpened home={home} go={go} />
    </DrawnPage>
  );
}
