import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HomeView } from '../../src/sidebar-api/protocol.js';
import { Action, Trouble } from '../parts.js';
import { useCall } from '../use-call.js';

interface WatchSwitchProps {
  readonly home: HomeView;
  /** Whether switching it on is what the view is for. */
  readonly isNext: boolean;
  readonly look: () => void;
  readonly say: (news: string) => void;
}

/** The weekly watch: whether it runs, and the switch. */
export function WatchSwitch({ home: { watch, me, lastRun }, isNext, look, say }: WatchSwitchProps) {
  const isMine = watch === 'on' || watch === 'late';
  const call = useCall('switchWatch');
  /** Null until the question is first asked, so that the focus stays where it is until then. */
  const [isAsking, setAsking] = useState<boolean | null>(null);
  const section = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    // The control that had the focus is gone: it goes to the question, or back to the switch.
    if (isAsking !== null) section.current?.querySelector<HTMLElement>(isAsking ? '[role=group]' : 'button')?.focus();
  }, [isAsking]);

  async function turn(on: boolean): Promise<void> {
    const value = await call.run({ on });
    if (!value) return;
    if (isAsking) setAsking(false);
    say(value.isOn ? 'The weekly watch is on' : 'The weekly watch is off');
    look();
  }

  return (
    <section ref={section}>
      <h2>Weekly watch</h2>
      <p>
        {isMine
          ? `On. It runs every hour as ${me}${lastRun === null ? '' : `, last on ${lastRun}`}, and mails in your name.`
          : watch === 'on for somebody else'
            ? `On for somebody else, last run on ${lastRun ?? ''}. One person's watch is enough for the whole spreadsheet.`
            : 'Off. When it is on, it runs every hour as you and mails in your name.'}
      </p>
      {call.failure && <Trouble failure={call.failure} />}
      {!isMine ? (
        <Action
          kind={isNext ? 'primary' : 'plain'}
          wait={call.wait}
          waiting="Switching on…"
          onClick={() => void turn(true)}
        >
          Switch the watch on
        </Action>
      ) : !isAsking ? (
        <Action
          kind="risky"
          onClick={() => {
            setAsking(true);
          }}
        >
          Switch off…
        </Action>
      ) : (
        <div role="group" tabIndex={-1} aria-label="Switch the watch off?">
          <p>While it is off, nobody hears about accounts that bend.</p>
          <div class="actions">
            <Action kind="risky" wait={call.wait} waiting="Switching off…" onClick={() => void turn(false)}>
              Switch it off
            </Action>
            <Action
              onClick={() => {
                setAsking(false);
              }}
            >
              Keep it on
            </Action>
          </div>
        </div>
      )}
    </section>
  );
}
