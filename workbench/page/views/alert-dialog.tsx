import { useEffect, useRef } from 'preact/hooks';
import { useSession } from './use-session.js';

/** What the script said with `ui.alert`, one at a time. */
export function AlertDialog() {
  const session = useSession();
  const [text] = session.alerts;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (text !== undefined && dialog.current?.open === false) dialog.current.showModal();
  }, [text]);
  if (text === undefined) return null;
  return (
    <dialog
      ref={dialog}
      class="small"
      aria-label="Message from Bellwether"
      onClose={() => {
        session.answerAlert();
      }}
    >
      <p class="pre">{text}</p>
      <form method="dialog" class="actions">
        <button type="submit" class="primary">
          OK
        </button>
      </form>
    </dialog>
  );
}
