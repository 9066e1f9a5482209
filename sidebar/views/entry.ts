import type { CheckInEntry } from '../../src/sidebar-api/protocol.js';
import { typedConfidence, typedNumber, type TypedNumber } from '../typed-number.js';

type Texts = Readonly<Record<string, string>>;

function numberOf(typed: TypedNumber): number | null {
  return 'value' in typed ? typed.value : null;
}

/** What has to be mended before an entry can be saved, by field; empty when it can be. */
export function entryProblems({ value = '', confidence = '', blocker = '', note = '' }: Texts): Texts {
  const number = typedNumber(value);
  const sure = typedConfidence(confidence);
  const isBlank = (value + confidence + blocker + note).trim() === '';
  return {
    ...('problem' in number && { value: number.problem }),
    ...('problem' in sure && { confidence: sure.problem }),
    ...(isBlank && { value: 'Give a value, a confidence or a note, or skip this one' }),
  };
}

/** An entry without problems as the server takes it. */
export function toEntry(
  keyResultId: string,
  entryId: string,
  { value = '', confidence = '', blocker = '', note = '' }: Texts,
): CheckInEntry {
  return {
    keyResultId,
    value: numberOf(typedNumber(value)),
    confidence: numberOf(typedConfidence(confidence)),
    blocker: blocker.trim(),
    note: note.trim(),
    entryId,
  };
}
