import { useSession } from './use-session.js';

export function Toasts() {
  const { toasts } = useSession();
  return (
    <div class="toasts" role="status">
      {toasts.map(({ title, message }, index) => (
        <div class="toast" key={index}>
          {title && <strong>{title}</strong>}
          <span>{message}</span>
        </div>
      ))}
    </div>
  );
}
