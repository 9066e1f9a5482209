import type { InitiativeView } from '../src/sidebar-api/protocol-okr.js';
import type { HomeView, OwnKeyResult, ShownDay } from '../src/sidebar-api/protocol.js';
import { keep, keptText, newId } from './kept.js';

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
  /** What initiatives are to become, by their ids. */
  readonly initiatives: Readonly<Record<string, InitiativeView['state']>>;
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

const text = (number: number | null): string => (number === null ? '' : String(number));

/** The value to start from, and where it is from. */
export function prefilled({ thisWeek, source, sourceValue, last }: OwnKeyResult): { value: string; from: string } {
  if (thisWeek) return { value: text(thisWeek.value), from: 'As entered this week' };
  if (sourceValue !== null) return { value: text(sourceValue), from: `From ${source}` };
  return { value: text(last?.value ?? null), from: 'As last time' };
}

/** An entry to start from: the newest value and confidence, nothing else. */
export function freshEntry(keyResult: OwnKeyResult): EntryDraft {
  const { confidence = null } = keyResult.thisWeek ?? keyResult.last ?? {};
  const { value } = prefilled(keyResult);
  return { value, confidence: text(confidence), blocker: '', note: '', entryId: newId(), state: 'open' };
}
