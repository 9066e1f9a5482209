import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Failure } from './server.js';
import type { Wait } from './use-call.js';

interface ViewProps {
  readonly title: ComponentChildren;
  /** When it changes, the heading takes the focus, so that reading goes on at the top of what is new; null leaves it alone. */
  readonly focusKey: string | null;
  readonly children: ComponentChildren;
}

/** One view: its heading says the answer. */
export function View({ title, focusKey, children }: ViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // Only while the person works here: opening the sidebar must not take the keyboard from the grid.
    if (focusKey !== null && document.hasFocus()) heading.current?.focus();
  }, [focusKey]);
  return (
    <main>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}

interface ActionProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly kind?: 'primary' | 'plain' | 'risky';
  /** The wait of the call that it starts; while that lasts the button does nothing. */
  readonly wait?: Wait;
  /** What it says once the wait is worth a word. */
  readonly waiting?: string;
}

/** A button that shows the progress of what it started. It keeps the focus meanwhile, so it is not `disabled`. */
export function Action({ onClick, children, kind = 'plain', wait = 'none', waiting = 'Working…' }: ActionProps) {
  const isBusy = wait !== 'none';
  return (
    <button
      type="button"
      class={kind}
      aria-disabled={isBusy}
      onClick={() => {
        if (!isBusy) onClick();
      }}
    >
      {wait === 'slow' || wait === 'very slow' ? waiting : children}
      {isBusy && <span class="progress" />}
    </button>
  );
}

/** What went wrong, why, and what to do now. */
export function Trouble({ failure, children }: { readonly failure: Failure; readonly children?: ComponentChildren }) {
  return (
    <div class="trouble" role="alert">
      <strong>{failure.title}</strong>
      <p>{failure.message}</p>
      {children}
    </div>
  );
}

/** What stands in place of something that is being read, once that is worth a word. */
export function Waiting({ wait, what }: { readonly wait: Wait; readonly what: string }) {
  const text =
    wait === 'slow'
      ? `Reading ${what}…`
      : wait === 'very slow'
        ? `Still reading ${what}; large sheets take a while`
        : '';
  return (
    <p class="waiting" role="status">
      {text}
      {text !== '' && <span class="progress" />}
    </p>
  );
}

/** Text from a cell: in its own direction, whatever stands around it. */
export function Cell({ text }: { readonly text: string }) {
  return <bdi>{text}</bdi>;
}
