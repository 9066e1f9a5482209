import { useEffect, useRef } from 'preact/hooks';
import { useSession } from './use-session.js';

/** Asks before everything that this browser keeps is given up for the sample book. */
export function ConfirmReset({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} class="small" aria-labelledby="reset-title" onClose={onClose}>
      <h2 id="reset-title">Reset to the sample book?</h2>
      <p>
        Every tab, mail, trigger and the clock in this browser go back to the sample. Export first what you want to
        keep.
      </p>
      <form method="dialog" class="actions">
        <button type="submit">Keep my work</button>
        <button type="button" class="danger" onClick={() => void session.reset()}>
          Reset
        </button>
      </form>
    </dialog>
  );
}
