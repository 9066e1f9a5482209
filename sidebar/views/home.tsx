import type { HomeView } from '../../src/sidebar-api/protocol.js';
import type { ViewName } from '../app.js';
import { Action, Cell, Row, Trouble, View, Waiting } from '../parts.js';
import type { ServerCall } from '../use-call.js';
import { counted } from '../words.js';
import { AccountsToSee } from './check-in-accounts.js';
import { HomeOpened } from './home-opened.js';
import { WatchSwitch } from './watch-switch.js';

interface HomeProps {
  readonly home: HomeView;
  readonly call: ServerCall<'home'>;
  readonly look: () => void;
  readonly go: (view: ViewName, news?: string) => void;
  readonly say: (news: string) => void;
}

/** Today: the answer, the numbers, the controls. */
export function Home({ home, call, look, go, say }: HomeProps) {
  const { words, setup, ownKeyResults, topAlerts, openAlertCount, watch } = home;
  const due = ownKeyResults.filter(({ thisWeek }) => thisWeek === null);
  const next = !setup.isDone ? 'set up' : due.length > 0 ? 'check in' : watch === 'off' ? 'watch' : null;
  const isAtAccount = home.opened?.kind === 'account';
  const accounts = <AccountsToSee home={home} look={look} />;
  return (
    <View title={words.answer.title} focusKey="home">
      <p>{words.answer.detail}</p>
      <Trouble failure={call.failure}>
        <p>What you see was read earlier</p>
        <Action wait={call.wait} onClick={look}>
          Try again
        </Action>
      </Trouble>
      {next === 'set up' && (
        <Action
          kind="primary"
          onClick={() => {
            go('setup');
          }}
        >
          Set up
        </Action>
      )}
      <HomeOpened home={home} go={go} />
      {isAtAccount && accounts}
      {ownKeyResults.length > 0 && (
        <section>
          <h2>Your check-in</h2>
          <p>{words.checkIn}</p>
          {due.length > 0 && (
            <Action
              kind={next === 'check in' ? 'primary' : 'plain'}
              onClick={() => {
                go('check-in');
              }}
            >
              Check in
            </Action>
          )}
        </section>
      )}
      {!isAtAccount && accounts}
      {topAlerts.length > 0 && (
        <section>
          <h2>{counted(openAlertCount, 'open alert')}</h2>
          <ul class="rows">
            {topAlerts.map(({ account, subject, since, state }) => (
              <Row
                key={account + since.iso}
                name={account}
                about={
                  <>
                    Since {since.text}: <Cell text={subject} />
                    {state === 'open' ? '' : ` (${state})`}
                  </>
                }
              />
            ))}
          </ul>
          {openAlertCount > topAlerts.length && (
            <p class="secondary">The other {openAlertCount - topAlerts.length} are in the Alerts tab.</p>
          )}
        </section>
      )}
      {setup.isDone && <WatchSwitch home={home} isNext={next === 'watch'} look={look} say={say} />}
      <Waiting wait={call.wait} what="the latest" />
    </View>
  );
}
