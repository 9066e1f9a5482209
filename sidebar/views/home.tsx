import type { HomeView } from '../../src/sidebar-api/protocol.js';
import type { ViewName } from '../app.js';
import { Action, Cell, Trouble, View, Waiting } from '../parts.js';
import type { ServerCall } from '../use-call.js';
import { counted } from '../words.js';
import { homeAnswer } from './home-answer.js';
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
  const { setup, ownKeyResults, topAlerts, openAlertCount, watch } = home;
  const { title, detail } = homeAnswer(home);
  const due = ownKeyResults.filter(({ thisWeek }) => thisWeek === null);
  const next = !setup.isDone ? 'set up' : due.length > 0 ? 'check in' : watch === 'off' ? 'watch' : null;
  return (
    <View title={title} focusKey="home">
      <p>{detail}</p>
      {call.failure && (
        <Trouble failure={call.failure}>
          <p>What you see was read earlier</p>
          <Action wait={call.wait} onClick={look}>
            Try again
          </Action>
        </Trouble>
      )}
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
      {topAlerts.length > 0 && (
        <section>
          <h2>{counted(openAlertCount, 'open alert')}</h2>
          <ul class="rows">
            {topAlerts.map(({ account, subject, since, state }) => (
              <li key={account + since.iso}>
                <strong>
                  <Cell text={account} />
                </strong>
                <span class="secondary">
                  Since {since.text}: <Cell text={subject} />
                  {state === 'open' ? '' : ` (${state})`}
                </span>
              </li>
            ))}
          </ul>
          {openAlertCount > topAlerts.length && (
            <p class="secondary">The other {String(openAlertCount - topAlerts.length)} are in the Alerts tab.</p>
          )}
        </section>
      )}
      {ownKeyResults.length > 0 && (
        <section>
          <h2>Your check-in</h2>
          <p>
            {due.length === 0
              ? `All ${counted(ownKeyResults.length, 'key result')} checked in for the week of ${home.week.text}.`
              : `${String(ownKeyResults.length - due.length)} of ${counted(ownKeyResults.length, 'key result')} checked in for the week of ${home.week.text}.`}
          </p>
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
      {setup.isDone && <WatchSwitch home={home} isNext={next === 'watch'} look={look} say={say} />}
      <Waiting wait={call.wait} what="the latest" />
    </View>
  );
}
