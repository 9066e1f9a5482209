import { useState } from 'preact/hooks';
import type { Execution } from '../../apps-script/api.js';
import { counted } from '../text.js';
import { dayAndTime, inputMoment, instantOfInput } from '../time.js';
import { Panel } from './panel.js';
import { useSession } from './use-session.js';

const RUNS_SHOWN = 60;
const STEPS = [
  ['+ 1 hour', 1],
  ['+ 1 day', 24],
  ['+ 1 week', 168],
] as const;

/** The virtual clock, the triggers that wait for it, and what ran. */
export function ClockPanel() {
  const session = useSession();
  const { emulator, timeZone } = session;
  const behind = Math.floor((Date.now() - emulator.now) / 3_600_000);
  const runs = emulator.executions.filter((run) => run.kind !== 'customFunction');

  return (
    <Panel
      title="Clock"
      onClose={() => {
        session.show('clock');
      }}
    >
      <section class="block">
        <p class="clock numbers">{dayAndTime(emulator.now, timeZone)}</p>
        <p class="secondary">{timeZone}, the spreadsheet's zone</p>
        <div class="steps">
          {STEPS.map(([label, hours]) => (
            <button
              key={label}
              type="button"
              disabled={session.busy !== null}
              onClick={() => void session.passHours(hours)}
            >
              {label}
            </button>
          ))}
          <button
            type="button"
            disabled={session.busy !== null || behind < 1}
            title={behind < 1 ? 'The virtual clock is not behind this computer’s' : `${counted(behind, 'hour')} ahead`}
            onClick={() => void session.passHours(behind)}
          >
            Now
          </button>
        </div>
        <SetClock />
      </section>
      <section class="block">
        <h3>Triggers</h3>
        {emulator.triggers.length === 0 && (
          <p class="secondary">None. The add-on's sidebar switches its hourly trigger on.</p>
        )}
        <ul class="plain">
          {emulator.triggers.map((trigger) => (
            <li key={trigger.uniqueId}>
              <strong>{trigger.functionName}</strong>{' '}
              {trigger.everyHours === 1 ? 'every hour' : `every ${String(trigger.everyHours)} hours`}, next{' '}
              {dayAndTime(trigger.nextRunAt, timeZone)}
              <div class="secondary">as {trigger.user}</div>
            </li>
          ))}
        </ul>
      </section>
      <section class="block">
        <h3>Runs</h3>
        {runs.length === 0 && <p class="secondary">Nothing has run yet.</p>}
        <ol class="plain">
          {runs
            .slice(-RUNS_SHOWN)
            .reverse()
            .map((run) => (
              <Run
                key={`${String(run.startedAt)} ${run.functionName} ${String(runs.indexOf(run))}`}
                run={run}
                timeZone={timeZone}
              />
            ))}
        </ol>
        {runs.length > RUNS_SHOWN && (
          <p class="secondary">{counted(runs.length - RUNS_SHOWN, 'earlier run')} not shown.</p>
        )}
      </section>
    </Panel>
  );
}

/** Goes to any moment, earlier ones included; the steps above let time pass instead. */
function SetClock() {
  const session = useSession();
  const { emulator, timeZone } = session;
  const [typed, setTyped] = useState<string | null>(null);
  const moment = typed ?? inputMoment(emulator.now, timeZone);
  return (
    <form
      class="set-clock"
      onSubmit={(event) => {
        event.preventDefault();
        session.setClock(instantOfInput(moment, timeZone));
        setTyped(null);
      }}
    >
      <label>
        <span class="secondary">Another moment</span>
        <input
          type="datetime-local"
          required
          max="9999-12-31T23:59"
          value={moment}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
          }}
        />
      </label>
      <button type="submit" disabled={session.busy !== null}>
        Set the clock
      </button>
    </form>
  );
}

const KINDS: Record<Execution['kind'], string> = {
  customFunction: 'cell',
  menu: 'menu',
  sidebarCall: 'sidebar',
  simpleTrigger: 'on open',
  clockTrigger: 'trigger',
};

function Run({ run, timeZone }: { run: Execution; timeZone: string }) {
  const calls = Object.entries(run.serviceCalls).sort(([, a], [, b]) => b - a);
  return (
    <li class="run">
      <details>
        <summary>
          <span class={run.error ? 'mark problem' : 'mark good'}>{run.error ? 'failed' : 'done'}</span>
          <strong>{run.functionName}</strong>
          <span class="secondary">{KINDS[run.kind]}</span>
          <span class="secondary numbers">{counted(run.serviceCallCount, 'call')}</span>
        </summary>
        {calls.length > 0 && (
          <ul class="plain secondary numbers">
            {calls.map(([name, count]) => (
              <li key={name}>
                {count} × {name}
              </li>
            ))}
          </ul>
        )}
        {run.log.length > 0 && <pre>{run.log.join('\n')}</pre>}
        <p class="secondary">
          as {run.user}, {run.elapsed / 1000} s
        </p>
      </details>
      <div class="secondary numbers">{dayAndTime(run.startedAt, timeZone)}</div>
      {run.error && <p class="problem">{run.error.message}</p>}
    </li>
  );
}
