import { useEffect, useRef } from 'preact/hooks';
import { useSession } from './use-session.js';

/** Asks before everything that this browser keeps is given up for the sample book or an empty one. */
export function ConfirmReset({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} class="small" aria-labelledby="reset-title" onClose={onClose}>
      <h2 id="reset-title">Start again?</h2>
      <p>
        Every tab, mail and trigger in this browser is given up for the sample book, or for an empty one to import your
        own data into. Export first what you want to keep.
      </p>
      <form method="dialog" class="actions">
        <button type="submit">Keep my work</button>
        <button type="button" class="danger" onClick={() => void session.reset('empty')}>
          Start empty
        </button>
        <button type="button" class="danger" onClick={() => void session.reset('sample')}>
          Reset to the sample
        </button>
      </form>
    </dialog>
  );
}
