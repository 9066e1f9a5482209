import type { HomeView, OwnKeyResult, ShownDay } from '../src/sidebar-api/protocol.js';

/** One key result's entry as it is being typed. */
export interface EntryDraft {
  readonly value: string;
  readonly confidence: string;
  readonly blocker: string;
  readonly note: string;
  /** Kept through every try to save, so that the server adds the entry once. */
  readonly entryId: string;
  readonly state: 'open' | 'ready' | 'skipped';
}

/** A check-in that is not saved yet. */
export interface CheckInDraft {
  readonly week: ShownDay;
  readonly entries: Readonly<Record<string, EntryDraft>>;
}

/** An older draft is about a week that the server takes no entries for any more. */
const LATEST_MS = 28 * 86_400_000;

/** Where drafts are when the browser gives the sidebar no storage. */
const memory = new Map<string, string>();

function keyOf({ bookUrl, me }: HomeView): string {
  return `bellwether check-in ${me} ${bookUrl}`;
}

/** The draft that an earlier visit in this tab left; null when there is none. */
export function keptDraft(home: HomeView): CheckInDraft | null {
  const key = keyOf(home);
  let text = memory.get(key) ?? null;
  try {
    text ??= sessionStorage.getItem(key);
  } catch {
    // Some browsers refuse storage in frames of other sites; memory has to do.
  }
  // Only `keepDraft` writes this key.
  const draft = text === null ? null : (JSON.parse(text) as CheckInDraft);
  return draft && Date.parse(home.week.iso) - Date.parse(draft.week.iso) <= LATEST_MS ? draft : null;
}

/** Keeps a draft for as long as this tab is open; null forgets it. */
export function keepDraft(home: HomeView, draft: CheckInDraft | null): void {
  const key = keyOf(home);
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

function newId(): string {
  // Not randomUUID, which a frame without https does not have.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An entry to start from: the newest value and confidence, nothing else. */
export function freshEntry({ thisWeek, last }: OwnKeyResult): EntryDraft {
  const { value = null, confidence = null } = thisWeek ?? last ?? {};
  const text = (number: number | null): string => (number === null ? '' : String(number));
  return { value: text(value), confidence: text(confidence), blocker: '', note: '', entryId: newId(), state: 'open' };
}
