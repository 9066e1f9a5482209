import { useState } from 'preact/hooks';
import type { CheckInOutcome, HomeView } from '../../src/sidebar-api/protocol.js';
import type { Done, ViewName } from '../../src/sidebar-api/protocol-watch.js';
import { keptDraft } from '../draft.js';
import { Action } from '../parts.js';
import type { Opened } from '../use-call.js';
import { CheckInForm } from './check-in-form.js';
import { CheckInSaved } from './check-in-saved.js';
import { Group } from './group.js';
import { DrawnPage } from './page.js';
import { TeamWeek } from './team-week.js';

interface CheckInProps {
  readonly home: HomeView;
  readonly call: Opened<'home'>;
  readonly go: (view: ViewName) => void;
  /** What was done about an account: Today as it is now. */
  readonly onDone: (home: Done) => void;
}

/** The weekly check-in: accounts to see, what is left to enter, what was saved, the team's week. */
export function CheckIn({ home, call, go, onDone }: CheckInProps) {
  /** Undefined until something was saved. */
  const [outcome, setOutcome] = useState<CheckInOutcome | null>();
  const [isAgain, setAgain] = useState(false);
  const [isTeamShown, setTeamShown] = useState(false);
  const { ownKeyResults, checkInPage, accountsGroup } = home;
  const { look } = call;
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
  if (!ownKeyResults[0] || !(due[0] || draft || isAgain)) {
    return (
      <DrawnPage page={checkInPage} call={call} go={go} onDone={onDone}>
        {ownKeyResults[0] && (
          <Action
            onClick={() => {
              setAgain(true);
            }}
          >
            Check in again
          </Action>
        )}
        {accounts}
        <details
          onToggle={() => {
            setTeamShown(true);
          }}
        >
          <summary>The team’s week</summary>
          {isTeamShown && <TeamWeek />}
        </details>
      </DrawnPage>
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
