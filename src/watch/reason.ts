/** Why a message goes out: there is no other reason. */
const TELLING_REASONS = ['first notice', 'late data', 'next step'] as const;

/** Why an alert that is open waits without a message, as it should. */
const WAITING_REASONS = ['next step not due', 'last message not sent', 'top of the ladder', 'open again'] as const;

/** Why no message can go out though one is due. */
const HINDERED_REASONS = ['outside working hours', 'no address', 'quota exhausted'] as const;

/** What ends an alert. */
const ENDING_REASONS = [
  'condition cleared',
  'data corrected',
  'settled',
  'churned',
  'account gone',
  'subject gone',
] as const;

/** What ends it by a person's word. */
export const BY_HAND = 'resolved by hand';

/** Why something was decided, a closed list; `holds not` is what most subjects are most of the time. */
export type Reason =
  | (typeof TELLING_REASONS)[number]
  | (typeof WAITING_REASONS)[number]
  | (typeof HINDERED_REASONS)[number]
  /** What a person has said of an alert. */
  | 'acknowledged'
  | 'snoozed'
  | 'closed before'
  /** What cannot be judged, or is not told for the sake of something else; `clearing` has ended and may come back. */
  | 'no data'
  | 'tab unreadable'
  | 'trigger off'
  | 'inhibited'
  | 'clearing'
  | (typeof ENDING_REASONS)[number]
  | typeof BY_HAND
  | 'holds not';

const isOneOf = (list: readonly string[], reason: string): boolean => list.includes(reason);

/** Whether an open alert shows this reason: waiting as it should is not worth a change of its row. */
export function isShown(reason: Reason): boolean {
  return isTelling(reason) || isOneOf(HINDERED_REASONS, reason) || reason === 'open again';
}

/** Whether a message went out for this reason. */
export function isTelling(reason: string): boolean {
  return isOneOf(TELLING_REASONS, reason);
}

/** Whether the watch itself ended an alert for this reason; else a person did, in their own words. */
export function isEnding(reason: string): boolean {
  return isOneOf(ENDING_REASONS, reason);
}

/**
 * What makes two reasons the same to whoever asks later: having been told and waiting for the next step; having ended and not
 * holding.
 */
export function kindOfReason(reason: string): string {
  if (isTelling(reason) || isOneOf(WAITING_REASONS, reason)) return 'told';
  return isOneOf(ENDING_REASONS, reason) ? 'holds not' : reason;
}
