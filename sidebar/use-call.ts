import { useEffect, useRef, useState } from 'preact/hooks';
import type { CallName, Calls } from '../src/sidebar-api/protocol.js';
import { ask, type Failure } from './server.js';

/** Short waits are not worth a word; long ones need a second one. */
const SLOW_MS = 300;
const VERY_SLOW_MS = 8_000;

export type Wait = 'none' | 'short' | 'slow' | 'very slow';

/** One kind of call and how it stands. */
export interface ServerCall<Name extends CallName> {
  readonly wait: Wait;
  readonly failure: Failure | null;
  /** Gives the value, or null when it failed or a call is still running. */
  run(request: Calls[Name]['request']): Promise<Calls[Name]['value'] | null>;
}

export function useCall<Name extends CallName>(name: Name): ServerCall<Name> {
  const [wait, setWait] = useState<Wait>('none');
  const [failure, setFailure] = useState<Failure | null>(null);
  const isRunning = useRef(false);

  async function run(request: Calls[Name]['request']): Promise<Calls[Name]['value'] | null> {
    if (isRunning.current) return null;
    isRunning.current = true;
    setFailure(null);
    setWait('short');
    const timers = [
      setTimeout(() => {
        setWait('slow');
      }, SLOW_MS),
      setTimeout(() => {
        setWait('very slow');
      }, VERY_SLOW_MS),
    ];
    const answer = await ask(name, request);
    timers.forEach(clearTimeout);
    isRunning.current = false;
    setWait('none');
    if ('value' in answer) return answer.value;
    setFailure(answer.failure);
    return null;
  }

  return { wait, failure, run };
}

/** A call that a view opens with. */
export interface Opened<Name extends CallName> extends ServerCall<Name> {
  /** Null until the first answer; a later call that fails leaves it as it is. */
  readonly value: Calls[Name]['value'] | null;
  readonly setValue: (value: Calls[Name]['value']) => void;
  /** Asks again, for something else where a request is given. */
  readonly look: (request?: Calls[Name]['request']) => void;
}

/** Asks once when the view opens. */
export function useOpened<Name extends CallName>(name: Name, first: Calls[Name]['request']): Opened<Name> {
  const call = useCall(name);
  const [value, setValue] = useState<Calls[Name]['value'] | null>(null);
  function look(request = first): void {
    void call.run(request).then((read) => {
      if (read !== null) setValue(read);
    });
  }
  useEffect(look, []);
  return { ...call, value, setValue, look };
}
