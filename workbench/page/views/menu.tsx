import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A button that opens a menu: arrow keys move in it, Escape and a click elsewhere close it. */
export function Menu({ label, children }: { label: string; children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    items(box.current)[0]?.focus();
    const closeOutside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', closeOutside, true);
    return () => {
      removeEventListener('pointerdown', closeOutside, true);
    };
  }, [open]);

  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') {
      setOpen(false);
      if (event.key === 'Escape') button.current?.focus();
    } else if (step !== undefined && open) {
      event.preventDefault();
      const all = items(box.current);
      const at = all.indexOf(document.activeElement as HTMLElement);
      all.at((at + step + all.length) % all.length)?.focus();
    }
  };

  return (
    <div class="menu" ref={box} onKeyDown={onKey}>
      <button
        type="button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {label}
        <span class="arrow" aria-hidden="true" />
      </button>
      {open && (
        <div
          class="popup"
          role="menu"
          aria-label={label}
          onClick={() => {
            setOpen(false);
          }}
        >
          {children}
        </div>
      )}
    </div>
  );
}

export function MenuItem({
  caption,
  disabled,
  onChoose,
}: {
  caption: string;
  disabled?: boolean;
  onChoose: () => void;
}) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} disabled={disabled === true} onClick={onChoose}>
      {caption}
    </button>
  );
}

const items = (box: HTMLElement | null): HTMLElement[] => [
  ...(box?.querySelectorAll<HTMLElement>('[role="menuitem"]:not([disabled])') ?? []),
];
