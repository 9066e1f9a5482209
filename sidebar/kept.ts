import type { HomeView } from '../src/sidebar-api/protocol.js';

/** Where drafts are when the browser gives the sidebar no storage. */
const memory = new Map<string, string>();

function keyOf(what: string, { bookUrl, me }: HomeView): string {
  return `bellwether ${what} ${me} ${bookUrl}`;
}

/** What an earlier visit in this tab left unsaved, as JSON; null when there is nothing. */
export function keptText(what: string, home: HomeView): string | null {
  const key = keyOf(what, home);
  try {
    return memory.get(key) ?? sessionStorage.getItem(key);
  } catch {
    // Some browsers refuse storage in frames of other sites; memory has to do.
    return null;
  }
}

/** Keeps what is unsaved for as long as this tab is open; null forgets it. */
export function keep(what: string, home: HomeView, draft: object | null): void {
  const key = keyOf(what, home);
  const text = JSON.stringify(draft);
  if (draft) memory.set(key, text);
  else memory.delete(key);
  try {
    if (draft) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}

/** A new id for what is to be saved once. */
export function newId(): string {
  // Not randomUUID, which a frame without https does not have.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
