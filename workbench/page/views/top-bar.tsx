import { useRef, useState } from 'preact/hooks';
import { messageOf } from '../text.js';
import { dayAndTime } from '../time.js';
import { ConfirmReset } from './confirm-reset.js';
import { ExtensionsMenu } from './extensions-menu.js';
import { ImportMenu } from './import-menu.js';
import { saveFile } from './save-file.js';
import { useSession } from './use-session.js';
import { UserPicker } from './user-picker.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Name, menus and files at the left; who, when and mail at the right. */
export function TopBar() {
  const session = useSession();
  const [resetting, setResetting] = useState(false);
  const resetButton = useRef<HTMLButtonElement>(null);
  const { emulator, unreadCount: unread } = session;

  const exportBook = async () => {
    try {
      saveFile(`${session.bookName}.xlsx`, await session.exportXlsx(), XLSX);
      session.say('note', `Exported ${session.bookName}.xlsx`);
    } catch (problem) {
      session.say('problem', messageOf(problem));
    }
  };

  return (
    <header class="top-bar" data-region>
      <img src="icon.svg" alt="" width="28" height="28" />
      <div class="title">
        <h1>{session.bookName}</h1>
        <p class="secondary saved">{session.saved ? 'Saved in this browser' : 'Saving…'}</p>
      </div>
      <ExtensionsMenu />
      <ImportMenu />
      <button type="button" onClick={() => void exportBook()} disabled={session.busy !== null}>
        Export xlsx
      </button>
      <button
        type="button"
        ref={resetButton}
        onClick={() => {
          setResetting(true);
        }}
      >
        Reset
      </button>
      {resetting && (
        <ConfirmReset
          onClose={() => {
            setResetting(false);
            resetButton.current?.focus();
          }}
        />
      )}
      <span class="filler" />
      <UserPicker />
      <button
        type="button"
        aria-pressed={session.panel === 'clock'}
        onClick={() => {
          session.show('clock');
        }}
      >
        <span class="numbers">{dayAndTime(emulator.now, session.timeZone)}</span>
      </button>
      <button
        type="button"
        aria-pressed={session.panel === 'outbox'}
        onClick={() => {
          session.show('outbox');
        }}
      >
        Outbox{' '}
        {unread > 0 && (
          <span class="badge">
            {unread}
            <span class="unseen"> unread</span>
          </span>
        )}
      </button>
    </header>
  );
}
