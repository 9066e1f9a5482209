import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
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
    // Only while the person works here: opening the sidebar must not take the keyboard from the grid. Whoever still is at a
    // control of a list goes on there.
    const isBusy = !document.hasFocus() || document.activeElement?.closest('.rows');
    if (focusKey !== null && !isBusy) heading.current?.focus();
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
  /** What it is called where its words alone do not tell which one it is. */
  readonly label?: string | undefined;
  /** Whether it is the one that is chosen, where several offer a choice. */
  readonly isPressed?: boolean;
}

/** A button that shows the progress of what it started. It keeps the focus meanwhile, so it is not `disabled`. */
export function Action(props: ActionProps) {
  const { onClick, children, kind = 'plain', wait = 'none', waiting = 'Working…', label, isPressed } = props;
  const isBusy = wait !== 'none';
  return (
    <button
      type="button"
      class={kind}
      aria-label={label}
      aria-disabled={isBusy}
      aria-pressed={isPressed}
      onClick={() => {
        if (!isBusy) onClick();
      }}
    >
      {wait === 'slow' || wait === 'very slow' ? waiting : children}
      {isBusy && <span class="progress" />}
    </button>
  );
}

interface TroubleProps {
  readonly failure: Failure | null;
  readonly children?: ComponentChildren;
}

/** What went wrong, why, and what to do now; nothing as long as nothing did. */
export function Trouble({ failure, children }: TroubleProps) {
  if (!failure) return null;
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

interface OpeningProps {
  readonly title: string;
  /** What is being read. */
  readonly what: string;
  readonly call: { readonly failure: Failure | null; readonly wait: Wait; readonly look: () => void };
}

/** What stands in place of a view until its first call is answered. */
export function Opening({ title, what, call: { failure, wait, look } }: OpeningProps) {
  return (
    <View title={title} focusKey="reading">
      {failure ? (
        <Trouble failure={failure}>
          <Action kind="primary" wait={wait} onClick={look}>
            Try again
          </Action>
        </Trouble>
      ) : (
        <Waiting wait={wait} what={what} />
      )}
    </View>
  );
}

/** Text from a cell: in its own direction, whatever stands around it. */
export function Cell({ text }: { readonly text: string }) {
  return <bdi>{text}</bdi>;
}

interface RowProps {
  /** Text from a cell. */
  readonly name: string;
  /** What is said about it, in a line. */
  readonly about: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** One line of a list; what follows its name stands beside it where there is room. */
export function Row({ name, about, children }: RowProps) {
  return (
    <li class="with-action">
      <span>
        <strong>
          <Cell text={name} />
        </strong>
        <span class="secondary">{about}</span>
      </span>
      {children}
    </li>
  );
}

/** One line of a list that opens to all about it. */
export function Fold({ name, about, children }: RowProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <button
        type="button"
        class="entry"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <strong>
          <Cell text={name} />
        </strong>
        {!isOpen && <span class="secondary">{about}</span>}
      </button>
      {isOpen && children}
    </li>
  );
}

/**
 * The place in which the focus goes on when the control that had it is gone.
 *
 * @param change when this changes, the first control that the selector finds in the place takes the focus.
 */
export function useFocusIn<Place extends HTMLElement>(change: unknown, selector: string) {
  const place = useRef<Place>(null);
  const before = useRef(change);
  useLayoutEffect(() => {
    if (before.current !== change) place.current?.querySelector<HTMLElement>(selector)?.focus();
    before.current = change;
  }, [change]);
  return place;
}
