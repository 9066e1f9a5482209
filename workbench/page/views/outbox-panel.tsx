import { useState } from 'preact/hooks';
import type { SentMail } from '../../apps-script/api.js';
import { counted } from '../text.js';
import { dayAndTime } from '../time.js';
import { MailDialog } from './mail-dialog.js';
import { Panel } from './panel.js';
import { useSession } from './use-session.js';

/** Every mail that the script sent, newest first. Nothing of it leaves the page. */
export function OutboxPanel() {
  const session = useSession();
  const [open, setOpen] = useState<SentMail | null>(null);
  const mails = [...session.mails.entries()].reverse();

  return (
    <Panel
      title="Outbox"
      onClose={() => {
        session.show('outbox');
      }}
    >
      <p class="block secondary">
        {mails.length === 0
          ? 'No mail yet. When the script sends one it is kept here; nothing leaves this page.'
          : `${counted(mails.length, 'mail')}, ${String(session.unreadCount)} unread. Nothing leaves this page.`}
      </p>
      <ul class="plain mails">
        {mails.map(([index, mail]) => (
          <li key={index}>
            <button
              type="button"
              class={session.openedMails.has(index) ? 'mail' : 'mail unread'}
              onClick={() => {
                session.openMail(index);
                setOpen(mail);
              }}
            >
              <span class="secondary">
                {mail.to}
                {!session.openedMails.has(index) && <span class="unseen"> (unread)</span>}
              </span>
              <span class="secondary numbers">{dayAndTime(mail.sentAt, session.timeZone)}</span>
              <span class="mail-subject">{mail.subject}</span>
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <MailDialog
          mail={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </Panel>
  );
}
