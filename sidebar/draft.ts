import type { HomeView, OwnKeyResult, ShownDay } from '../src/sidebar-api/protocol.js';
import { keep, keptText, newId } from './kept.js';

/** One key result's entry as it is being typed. */
export interface EntryDraft {
  /** By the names of the fields; what is not there is as the form has it. */
  readonly typed: Readonly<Record<string, string>>;
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

/** The draft that an earlier visit in this tab left; null when there is none. */
export function keptDraft(home: HomeView): CheckInDraft | null {
  const text = keptText('check-in', home);
  // Only `keepDraft` writes this key.
  const draft = text === null ? null : (JSON.parse(text) as CheckInDraft);
  return draft && Date.parse(home.week.iso) - Date.parse(draft.week.iso) <= LATEST_MS ? draft : null;
}

/** Keeps a draft for as long as this tab is open; null forgets it. */
export function keepDraft(home: HomeView, draft: CheckInDraft | null): void {
  keep('check-in', home, draft);
}

/** An entry in which nothing is typed yet. */
export function freshEntry(): EntryDraft {
  return { typed: {}, entryId: newId(), state: 'open' };
}

/** An entry with what the form began with where nothing else was typed. */
export function valuesOf({ form }: OwnKeyResult, { typed }: EntryDraft): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(form.map(({ name, value }) => [name, value])), ...typed };
}
