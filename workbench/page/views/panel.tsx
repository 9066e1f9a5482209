import type { ComponentChildren } from 'preact';

/** A part of the page at the right edge, with a title and a way to close it. */
export function Panel({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  return (
    <aside class="panel" aria-label={title} data-region tabIndex={-1}>
      <div class="panel-title">
        <h2>{title}</h2>
        <button type="button" class="icon" aria-label={`Close ${title}`} onClick={onClose}>
          ✕
        </button>
      </div>
      <div class="panel-body">{children}</div>
    </aside>
  );
}
