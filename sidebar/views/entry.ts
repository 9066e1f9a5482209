import type { CheckInEntry } from '../../src/sidebar-api/protocol.js';
import type { EntryDraft } from '../draft.js';
import { typedConfidence, typedNumber, type TypedNumber } from '../typed-number.js';

/** What is wrong with an entry, by field; empty when it can be saved. */
export type EntryProblems = { readonly [Field in 'value' | 'confidence' | 'blocker' | 'note']?: string | undefined };

function numberOf(typed: TypedNumber): number | null {
  return 'value' in typed ? typed.value : null;
}

/** What has to be mended before an entry can be saved. */
export function entryProblems(draft: EntryDraft): EntryProblems {
  const value = typedNumber(draft.value);
  const confidence = typedConfidence(draft.confidence);
  const isBlank = [draft.value, draft.confidence, draft.blocker, draft.note].every((text) => text.trim() === '');
  return {
    ...('problem' in value && { value: value.problem }),
    ...('problem' in confidence && { confidence: confidence.problem }),
    ...(isBlank && { value: 'Give a value, a confidence or a note, or skip this one' }),
  };
}

/** An entry without problems as the server takes it. */
export function toEntry(keyResultId: string, draft: EntryDraft): CheckInEntry {
  return {
    keyResultId,
    value: numberOf(typedNumber(draft.value)),
    confidence: numberOf(typedConfidence(draft.confidence)),
    blocker: draft.blocker.trim(),
    note: draft.note.trim(),
    entryId: draft.entryId,
  };
}
