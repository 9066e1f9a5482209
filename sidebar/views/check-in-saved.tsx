import type { ComponentChildren } from 'preact';
import type { CheckInOutcome } from '../../src/sidebar-api/protocol.js';
import type { ViewName } from '../../src/sidebar-api/protocol-watch.js';
import { Action, View } from '../parts.js';
import { counted } from '../words.js';
import { TeamWeek } from './team-week.js';

interface SavedProps {
  /** Null when everything was skipped. */
  readonly outcome: CheckInOutcome | null;
  readonly go: (view: ViewName) => void;
  readonly children: ComponentChildren;
}

/** What came of a save, what is left to see, and how the team stands. */
export function CheckInSaved({ outcome, go, children }: SavedProps) {
  const total = outcome ? outcome.savedCount + outcome.alreadySavedCount : 0;
  return (
    <View title={outcome ? `Saved: ${counted(total, 'check-in')}` : 'Nothing to save'} focusKey="saved">
      {!outcome && <p>What you skipped stays open for this week.</p>}
      {outcome && outcome.savedCount < total && <p>Some of it had arrived earlier; nothing was added twice.</p>}
      {outcome?.warning && <p class="problem">{outcome.warning}</p>}
      {outcome?.stale.map(({ id, fields }) => (
        <p key={id} class="problem">
          {fields.map(
            ({ label, yours, theirs }) => `${label}: you chose ${yours}, somebody else ${theirs}, which stays`,
          )}
        </p>
      ))}
      <Action
        kind="primary"
        onClick={() => {
          go('home');
        }}
      >
        Back to today
      </Action>
      {children}
      <TeamWeek />
    </View>
  );
}
