import { useEffect, useRef, useState } from 'preact/hooks';
import type { SentMail } from '../../apps-script/api.js';
import { dayAndTime } from '../time.js';
import { useSession } from './use-session.js';

/** One mail as its reader sees it, or as plain text. */
export function MailDialog({ mail, onClose }: { mail: SentMail; onClose: () => void }) {
  const session = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const [plain, setPlain] = useState(mail.htmlBody === null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const follow = (href: string) => {
    if (session.followLink(href)) dialog.current?.close();
  };

  return (
    <dialog ref={dialog} class="mail-dialog" aria-labelledby="mail-subject" onClose={onClose}>
      <div class="panel-title">
        <h2 id="mail-subject">{mail.subject}</h2>
        <button type="button" class="icon" aria-label="Close mail" onClick={() => dialog.current?.close()}>
          ✕
        </button>
      </div>
      <dl class="mail-head">
        <Field name="From" value={mail.fromName === null ? mail.from : `${mail.fromName} <${mail.from}>`} />
        <Field name="To" value={mail.to} />
        <Field name="Cc" value={mail.cc} />
        <Field name="Bcc" value={mail.bcc} />
        <Field name="Reply to" value={mail.replyTo} />
        <Field name="Sent" value={dayAndTime(mail.sentAt, session.timeZone)} />
      </dl>
      {mail.htmlBody !== null && (
        <div class="choice" role="group" aria-label="View">
          <button
            type="button"
            aria-pressed={!plain}
            onClick={() => {
              setPlain(false);
            }}
          >
            As received
          </button>
          <button
            type="button"
            aria-pressed={plain}
            onClick={() => {
              setPlain(true);
            }}
          >
            Plain text
          </button>
        </div>
      )}
      {plain || mail.htmlBody === null ? (
        <pre class="mail-body" tabIndex={0}>
          {mail.body}
        </pre>
      ) : (
        <MailFrame html={mail.htmlBody} onLink={follow} />
      )}
    </dialog>
  );
}

function Field({ name, value }: { name: string; value: string }) {
  if (value === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** No script of a mail ever runs; the page alone hears clicks on its links. */
function MailFrame({ html, onLink }: { html: string; onLink: (href: string) => void }) {
  return (
    <iframe
      class="mail-body"
      title="Mail"
      sandbox="allow-same-origin"
      srcdoc={html}
      onLoad={({ currentTarget }) => {
        currentTarget.contentDocument?.addEventListener('click', (event) => {
          const link = (event.target as Element).closest('a');
          if (!link) return;
          event.preventDefault();
          onLink(link.href);
        });
      }}
    />
  );
}
