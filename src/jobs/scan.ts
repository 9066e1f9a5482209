import { describeBends } from '../messages/describe-bends.js';
import { writtenRow, type Change, type WrittenRow } from '../records/change.js';
import type { FieldOf } from '../records/schema.js';
import { alertsTab, type AlertRecord } from '../records/tabs/alerts.js';
import { decisionsTab, type DecisionRecord } from '../records/tabs/decisions.js';
import type { Records } from '../records/workbook.js';
import type { WatchClock } from '../watch/clock.js';
import type { Judged } from '../watch/decide.js';
import type { Decision } from '../watch/decision.js';
import { differ, STATE_FIELDS } from '../watch/decide-alert.js';
import { TRIGGERS, type Finding } from '../watch/finding.js';
import { judgeAll, type Blocked } from '../watch/judge.js';
import { decisionRows, lastRecorded } from '../watch/record-decisions.js';
import { reasonToStop } from '../watch/readiness.js';
import type { ScanSummary } from '../watch/scan-summary.js';
import { watchOnce, type Outcome } from '../watch/watch-once.js';

/** Puts what is wrong into the words that the Alerts tab keeps. */
function describeFinding({ bent, facts }: Finding): string {
  return bent ? describeBends(bent.bends) : facts.join('\n');
}

/** What a scan found and decided. */
export interface Scanned {
  readonly clock: WatchClock;
  readonly judged: Judged;
  readonly outcome: Outcome;
  /** What Decisions held before. */
  readonly recordedBefore: readonly DecisionRecord[];
  /** The tabs that cannot be relied on, and the triggers that judged nothing for it. */
  readonly blocked: readonly Blocked[];
}

/**
 * Lets every trigger judge and decides what follows. It happens with every tick, so that late and corrected data count at
 * once.
 *
 * @returns what could not be read, where nothing may be decided for it.
 */
export function scan(
  records: Records,
  clock: WatchClock,
  teamZone: string,
  last: ScanSummary | null,
): Scanned | Blocked {
  const unready = reasonToStop(records, last);
  if (unready !== null) return { ...unready, triggers: TRIGGERS };
  const { judged, blocked } = judgeAll(records, clock, last);
  const isAgain = last?.week === clock.week && last.stopped === null;
  const watchingSince = last?.watchingSince ?? clock.now;
  const outcome = watchOnce(records, judged, { clock, teamZone, isAgain, watchingSince, describe: describeFinding });
  return { clock, judged, outcome, recordedBefore: records.decisions, blocked };
}

/**
 * The cells of an alert that are written together, with those between them: a row is few pieces, and no cut leaves half a state.
 * What changed nowhere among them stays untouched, since a person may be typing there.
 */
const PIECES: readonly (readonly (keyof AlertRecord & FieldOf<typeof alertsTab>)[])[] = [
  ['subject', 'since', 'whatHappened', 'exposure', 'function', 'priority', 'owner', 'level', 'nextStepAt'],
  ['state', 'by', 'stateSince', 'snoozedUntil', 'clearSince', 'reason', 'opened', 'resolved'],
  ['reason'],
];

/** The reasons that are remembered, once it is known which messages the mail quota does not reach for. */
function reasonsOf(
  { outcome, clock, recordedBefore }: Scanned,
  unsent: ReadonlySet<string>,
): readonly DecisionRecord[] {
  const { decisions, recorded } = outcome;
  if (unsent.size === 0) return recorded;
  const known = decisions.map((decision): Decision => {
    return unsent.has(decision.key ?? '') ? { ...decision, reason: 'quota exhausted' } : decision;
  });
  return decisionRows(known, lastRecorded(recordedBefore), clock);
}

/**
 * What a scan changes of the alerts and of the reasons that are remembered.
 *
 * @param unsent the keys of what waits only for the mail quota.
 */
export function scanChanges(scanned: Scanned, unsent: ReadonlySet<string>): readonly Change[] {
  const { opened, changed } = scanned.outcome;
  const rows = changed.map(({ before, after }): [string, WrittenRow] => {
    const isState = differ(before, after, STATE_FIELDS);
    const fields = PIECES.filter((cells) => (cells[0] === 'state' ? isState : differ(before, after, cells))).flat();
    return [after.key, writtenRow(alertsTab, after, fields)];
  });
  const added = opened.map((alert) => writtenRow(alertsTab, alert));
  const reasons = reasonsOf(scanned, unsent).map((decision) => writtenRow(decisionsTab, decision));
  return [
    // Reasons first: why an alert ended cannot be told any more once its row says that it has.
    { kind: 'append', schema: decisionsTab, tab: decisionsTab.tab, rows: reasons },
    { kind: 'update', schema: alertsTab, tab: alertsTab.tab, keyField: 'key', rows: new Map(rows), added },
  ];
}
