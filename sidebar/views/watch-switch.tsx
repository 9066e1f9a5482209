import type { HomeView } from '../../src/sidebar-api/protocol.js';
import { Action, Trouble, useFocusIn } from '../parts.js';
import { useCall } from '../use-call.js';

interface WatchSwitchProps {
  readonly home: HomeView;
  /** Whether switching it on is what the view is for. */
  readonly isNext: boolean;
  readonly look: () => void;
  readonly say: (news: string) => void;
}

/** The weekly watch: whether it runs, and the switch. */
export function WatchSwitch({ home: { watch, words }, isNext, look, say }: WatchSwitchProps) {
  const isMine = watch === 'on' || watch === 'late';
  const call = useCall('switchWatch');
  const section = useFocusIn<HTMLElement>(isMine, 'button, summary');

  async function turn(on: boolean): Promise<void> {
    const value = await call.run({ on });
    if (!value) return;
    say(value.isOn ? 'The weekly watch is on' : 'The weekly watch is off');
    look();
  }

  return (
    <section ref={section}>
      <h2>Weekly watch</h2>
      <p>{words.watch}</p>
      <Trouble failure={call.failure} />
      {!isMine ? (
        <Action
          kind={isNext ? 'primary' : 'plain'}
          wait={call.wait}
          waiting="Switching on…"
          onClick={() => void turn(true)}
        >
          Switch the watch on
        </Action>
      ) : (
        <details>
          <summary>Switch off…</summary>
          <p>While it is off, nobody hears about accounts that bend.</p>
          <Action kind="risky" wait={call.wait} waiting="Switching off…" onClick={() => void turn(false)}>
            Switch it off
          </Action>
        </details>
      )}
    </section>
  );
}
