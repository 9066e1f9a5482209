import { useState } from 'preact/hooks';
import type { CheckInOutcome, HomeView } from '../../src/sidebar-api/protocol.js';
import type { ViewName } from '../app.js';
import { keptDraft } from '../draft.js';
import { Action, Cell, View } from '../parts.js';
import type { Wait } from '../use-call.js';
import { counted, withUnit } from '../words.js';
import { CheckInForm } from './check-in-form.js';
import { NothingToCheckIn } from './nothing-to-check-in.js';

interface CheckInProps {
  readonly home: HomeView;
  readonly wait: Wait;
  readonly look: () => void;
  readonly go: (view: ViewName, news?: string) => void;
}

/** The weekly check-in: what is left to enter, the form, what was saved. */
export function CheckIn({ home, wait, look, go }: CheckInProps) {
  const [outcome, setOutcome] = useState<CheckInOutcome | null>(null);
  const [isAgain, setAgain] = useState(false);
  const { ownKeyResults, week } = home;
  const due = ownKeyResults.filter(({ thisWeek }) => thisWeek === null);
  const draft = keptDraft(home);

  if (outcome) {
    const total = outcome.savedCount + outcome.alreadySavedCount;
    return (
      <View title={total === 0 ? 'Nothing to save' : `Saved: ${counted(total, 'check-in')}`} focusKey="saved">
        <p>
          {total === 0
            ? 'You skipped every key result; they stay open for this week.'
            : outcome.savedCount === 0
              ? 'All of it had arrived with an earlier try; nothing was added twice.'
              : 'They are in the Check-ins tab, one row each.'}
        </p>
        <Action
          kind="primary"
          onClick={() => {
            go('home');
          }}
        >
          Back to today
        </Action>
      </View>
    );
  }
  if (ownKeyResults.length === 0) return <NothingToCheckIn home={home} wait={wait} look={look} go={go} />;
  if (due.length === 0 && !isAgain && !draft) {
    return (
      <View title={`Checked in for the week of ${week.text}`} focusKey="all">
        <ul class="rows">
          {ownKeyResults.map(({ id, keyResult, unit, thisWeek }) => (
            <li key={id}>
              <strong>
                <Cell text={keyResult} />
              </strong>
              <span class="secondary">
                {thisWeek?.value == null ? 'no value' : withUnit(thisWeek.value, unit)}, confidence{' '}
                {thisWeek?.confidence ?? 'not given'}
              </span>
            </li>
          ))}
        </ul>
        <Action
          onClick={() => {
            setAgain(true);
          }}
        >
          Check in again
        </Action>
        <p class="secondary">The newest entry of a week counts; earlier ones stay in the tab.</p>
      </View>
    );
  }
  const drafted = ownKeyResults.filter(({ id }) => draft && id in draft.entries);
  const keyResults = drafted.length > 0 ? drafted : due.length > 0 ? due : ownKeyResults;
  return (
    <CheckInForm
      // Other key results make another form; what was typed comes back from the draft.
      key={keyResults.map(({ id }) => id).join('\n')}
      home={home}
      kept={draft}
      keyResults={keyResults}
      look={look}
      onSaved={(saved) => {
        setOutcome(saved);
        setAgain(false);
        look();
      }}
    />
  );
}
