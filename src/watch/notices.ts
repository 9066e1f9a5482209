import { isoDay, type Day } from '../domain/calendar/day.js';
import type { NoticeRecord } from '../records/tabs/notices.js';
import { writeLine } from './alert-key.js';
import type { Decision } from './decision.js';
import { priorityOf } from './priority.js';
import type { DueReport } from './reports/due-reports.js';

/** Makes ids that no notice has: they count up per day and recipient. */
function idMaker(notices: readonly NoticeRecord[], today: Day): (recipient: string) => string {
  const ids = new Set(notices.map(({ id }) => id));
  return (recipient) => {
    let count = 1;
    const idOf = (): string => `${isoDay(today)} ${recipient} ${String(count)}`;
    while (ids.has(idOf())) count++;
    ids.add(idOf());
    return idOf();
  };
}

/** A line of a notice being planned. */
interface PlannedLine {
  readonly line: string;
  readonly level: number;
  readonly priority: number;
}

function linesByRecipient(decisions: readonly Decision[], today: Day): ReadonlyMap<string, readonly PlannedLine[]> {
  const lines = new Map<string, PlannedLine[]>();
  for (const { key, tellings, finding } of decisions) {
    if (key === undefined || !finding) continue;
    const priority = priorityOf(finding, today) ?? -1;
    for (const { recipient, level } of tellings) {
      const line = { line: writeLine({ key, level, isDropped: false }), level, priority };
      lines.set(recipient, [...(lines.get(recipient) ?? []), line]);
    }
  }
  return lines;
}

/** A cell holds 50,000 characters, and a line that was cut off would be told again. */
const LONGEST_CELL = 40_000;

/** Lines in as few parts as cells can hold: nearly always one. */
function inCells(lines: readonly PlannedLine[]): readonly (readonly PlannedLine[])[] {
  const parts: PlannedLine[][] = [];
  let length = Infinity;
  for (const line of lines) {
    length += line.line.length + 1;
    if (length > LONGEST_CELL) {
      parts.push([]);
      length = line.line.length + 1;
    }
    parts[parts.length - 1]?.push(line);
  }
  return parts;
}

/**
 * Groups what is to be told into messages that are due: one a recipient, however many alerts it tells of, the highest priority
 * first; and one for each report. What no cell holds goes into further notices of the same message.
 */
export function planNotices(
  decisions: readonly Decision[],
  reports: readonly DueReport[],
  notices: readonly NoticeRecord[],
  { now, today }: { readonly now: number; readonly today: Day },
): readonly NoticeRecord[] {
  const idFor = idMaker(notices, today);
  const noticeOf = (id: string, recipient: string, alerts: string, level: number): NoticeRecord => ({
    row: 0,
    id,
    alerts,
    recipient,
    level,
    due: now,
    bodyHash: null,
    state: 'due',
    leaseUntil: null,
    sent: null,
    attempts: 0,
    error: null,
  });
  const ofAlerts = [...linesByRecipient(decisions, today)].flatMap(([recipient, lines]) => {
    const sorted = [...lines].sort((one, other) => other.priority - one.priority || (one.line < other.line ? -1 : 1));
    const level = lines.reduce((highest, line) => Math.max(highest, line.level), 0);
    const id = idFor(recipient);
    return inCells(sorted).map((own, i) => {
      const partId = i === 0 ? id : `${id} part ${String(i + 1)}`;
      return noticeOf(partId, recipient, own.map(({ line }) => line).join('\n'), level);
    });
  });
  return [
    ...ofAlerts,
    ...reports.map(({ recipient, key, level }) => noticeOf(idFor(recipient), recipient, key, level)),
  ];
}

const HOUR_MS = 3_600_000;

/** When a message that was refused is tried again: after 1, 2, 4, 8, 16 hours and then once a day. */
function nextTryAt({ due, attempts }: NoticeRecord): number {
  const tries = attempts ?? 0;
  return due + (2 ** Math.min(tries, 5) - 1 + 24 * Math.max(0, tries - 5)) * HOUR_MS;
}

/** What a run that sends may do with a notice now. */
export type SendingState = 'to send' | 'to wait' | 'left behind' | 'done';

/**
 * A notice that another run has marked as being sent is that run's until its lease is over; then that run was cut off.
 *
 * @param leaseUntil until when the batch that is being sent belongs to the run that sends it.
 */
export function sendingState(notice: NoticeRecord, now: number, leaseUntil: number): SendingState {
  if (notice.state === 'due') return nextTryAt(notice) <= now ? 'to send' : 'to wait';
  if (notice.state !== 'sending') return 'done';
  return leaseUntil > now ? 'to wait' : 'left behind';
}
