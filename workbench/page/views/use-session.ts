import { createContext } from 'preact';
import { useContext, useEffect, useReducer } from 'preact/hooks';
import type { Session } from '../session.js';

export const SessionContext = createContext<Session | null>(null);

/** The session, and a new rendering whenever it changes. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('View: rendered outside a session');
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(
    () =>
      session.subscribe(() => {
        again(undefined);
      }),
    [session],
  );
  return session;
}
