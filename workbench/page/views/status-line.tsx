import { useSession } from './use-session.js';

/** Progress, results, and why the selected cell shows an error. */
export function StatusLine() {
  const session = useSession();
  const { busy, status, cellError } = session;
  return (
    <footer class="status-line">
      <span role="status" class={busy === null && status.kind === 'problem' ? 'problem' : ''}>
        {busy !== null && <progress aria-label="Working" />}
        {busy ?? status.text}
      </span>
      {busy !== null && session.stoppable && (
        <button
          type="button"
          onClick={() => {
            session.stop();
          }}
        >
          Stop
        </button>
      )}
      <span class="cell-error problem" role="status" title={cellError}>
        {cellError}
      </span>
    </footer>
  );
}
