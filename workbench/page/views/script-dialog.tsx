import { useEffect, useRef } from 'preact/hooks';
import { useSession } from './use-session.js';

/** What the script showed with `ui.showModalDialog`: its HTML in a frame in which no script runs. */
export function ScriptDialog() {
  const session = useSession();
  const { dialog: shown } = session.emulator.editor;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (shown && dialog.current?.open === false) dialog.current.showModal();
  }, [shown]);
  if (!shown) return null;
  return (
    <dialog
      ref={dialog}
      class="mail-dialog"
      aria-label={shown.title}
      onClose={() => {
        session.closeDialog();
      }}
    >
      <div class="panel-title">
        <h2>{shown.title}</h2>
        <button type="button" class="icon" aria-label="Close" onClick={() => dialog.current?.close()}>
          ✕
        </button>
      </div>
      <iframe class="mail-body" title={shown.title} sandbox="allow-same-origin" srcdoc={shown.html} />
    </dialog>
  );
}
