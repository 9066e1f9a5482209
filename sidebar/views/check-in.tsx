import { useState } from 'preact/hooks';
import type { CheckInOutcome, HomeView } from '../../src/sidebar-api/protocol.js';
import type { Page, ViewName } from '../../src/sidebar-api/protocol-watch.js';
import { keptDraft } from '../draft.js';
import { Action, Row, View } from '../parts.js';
import type { Wait } from '../use-call.js';
import { withUnit } from '../words.js';
import { CheckInForm } from './check-in-form.js';
import { CheckInSaved } from './check-in-saved.js';
import { Group } from './page.js';
import { TeamWeek } from './team-week.js';

interface CheckInProps {
  readonly home: HomeView;
  readonly wait: Wait;
  readonly look: () => void;
  readonly go: (view: ViewName) => void;
  /** What was done about an account: Today as it is now. */
  readonly onDone: (home: Page) => void;
}

/** The weekly check-in: accounts to see, what is left to enter, what was saved, the team's week. */
export function CheckIn({ home, wait, look, go, onDone }: CheckInProps) {
  /** Undefined until something was saved. */
  const [outcome, setOutcome] = useState<CheckInOutcome | null>();
  const [isAgain, setAgain] = useState(false);
  const [isTeamShown, setTeamShown] = useState(false);
  const { ownKeyResults, week, noKeyResult: nothing, setup, accountsGroup } = home;
  const due = ownKeyResults.filter(({ thisWeek }) => thisWeek === null);
  const draft = keptDraft(home);
  const accounts = accountsGroup && <Group group={accountsGroup} place={{ look, go, onDone }} />;

  if (outcome !== undefined) {
    return (
      <CheckInSaved outcome={outcome} go={go}>
        {accounts}
      </CheckInSaved>
    );
  }
  if (nothing || (due.length === 0 && !isAgain && !draft)) {
    const isMapped = setup.kinds.some(({ kind, state }) => kind === 'Key results' && state === 'ready');
    const next = !nothing ? 'Check in again' : isMapped ? 'Look again' : 'Set up';
    return (
      <View title={nothing?.title ?? `Checked in for the week of ${week.text}`} focusKey={next}>
        {nothing && <p>{nothing.detail}</p>}
        <ul class="rows">
          {ownKeyResults.map(({ id, keyResult, unit, thisWeek }) => (
            <Row
              key={id}
              name={keyResult}
              about={`${thisWeek?.value == null ? 'no value' : withUnit(thisWeek.value, unit)}, confidence ${thisWeek?.confidence ?? 'not given'}`}
            />
          ))}
        </ul>
        <Action
          kind={nothing ? 'primary' : 'plain'}
          wait={wait}
          onClick={() => {
            if (!nothing) setAgain(true);
            else if (isMapped) look();
            else go('setup');
          }}
        >
          {next}
        </Action>
        {accounts}
        <details
          onToggle={() => {
            setTeamShown(true);
          }}
        >
          <summary>The team’s week</summary>
          {isTeamShown && <TeamWeek />}
        </details>
      </View>
    );
  }
  const drafted = ownKeyResults.filter(({ id }) => draft && id in draft.entries);
  const keyResults = [...(drafted.length > 0 ? drafted : due.length > 0 ? due : ownKeyResults)].sort(
    (a, b) => Number(b.id === home.opened?.id) - Number(a.id === home.opened?.id),
  );
  return (
    <CheckInForm
      // Other key results make another form; what was typed comes back from the draft.
      key={keyResults.map(({ id }) => id).join('\n')}
      home={home}
      kept={draft}
      keyResults={keyResults}
      look={look}
      go={go}
      onSaved={(saved) => {
        setOutcome(saved);
        look();
      }}
    >
      {accounts}
    </CheckInForm>
  );
}
