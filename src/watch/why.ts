import type { Day } from '../domain/calendar/day.js';
import type { DecisionRecord } from '../records/tabs/decisions.js';
import { EVERYTHING } from './record-decisions.js';

/** What was decided about one subject in a week, as the sidebar tells it. */
export interface RecordedReason {
  readonly trigger: string;
  readonly subject: string;
  readonly when: number;
  readonly reason: string;
  /** Whether it was decided in an earlier week, and nothing else since. */
  readonly isEarlier: boolean;
}

/**
 * Answers "why (no) e-mail?" for an account and a week from what was recorded: everything that was decided about it in that
 * week, and for each subject without an entry of that week the last one before it, which still held. The newest comes first.
 *
 * @param week the first day of the week that was judged.
 */
export function whyMail(rows: readonly DecisionRecord[], account: string, week: Day): readonly RecordedReason[] {
  const inWeek: RecordedReason[] = [];
  const before = new Map<string, RecordedReason>();
  // A person may have sorted the tab.
  const inOrder = [...rows].sort((one, other) => one.when - other.when);
  for (const { when, week: judged, account: about, trigger, subject, reason } of inOrder) {
    const isGeneral = subject === null || subject === EVERYTHING;
    if (judged > week || (!isGeneral && about !== account)) continue;
    const entry = { trigger, subject: subject ?? EVERYTHING, when, reason, isEarlier: judged < week };
    if (isGeneral) for (const key of [...before.keys()]) if (key.startsWith(`${trigger} | `)) before.delete(key);
    if (judged === week) inWeek.push(entry);
    before.set(`${trigger} | ${entry.subject}`, entry);
  }
  const told = new Set(inWeek.map(({ trigger, subject }) => `${trigger} | ${subject}`));
  const earlier = [...before].filter(([key]) => !told.has(key)).map(([, entry]) => entry);
  return [...inWeek, ...earlier].sort((one, other) => other.when - one.when);
}
