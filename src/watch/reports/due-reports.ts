import { isoDay } from '../../domain/calendar/day.js';
import { isoQuarter, quarterOf } from '../../domain/okr/quarter.js';
import type { Records } from '../../records/workbook.js';
import type { WatchClock } from '../clock.js';
import { DAY_MS } from '../lifecycle.js';
import type { People } from '../people.js';
import type { Memory } from '../told.js';
import type { AtWork } from '../working-hours.js';
import { digestDay } from './digest.js';
import { needsIntervention } from './intervention.js';
import { patternBrief } from './pattern.js';

/** The reports, each with the step of the ladder that it is; a digest is none. */
const REPORTS = { digest: 'Digest', pattern: 'Pattern brief', intervention: 'Intervention' } as const;

export type ReportKind = keyof typeof REPORTS;

const LEVELS: Readonly<Record<ReportKind, number>> = { digest: 0, pattern: 4, intervention: 5 };

/** A report that one person gets now. */
export interface DueReport {
  readonly kind: ReportKind;
  readonly key: string;
  readonly recipient: string;
  readonly level: number;
}

/** The reports that there are to tell, by their keys, and whom they go to. */
export type NamedReports = ReadonlyMap<string, ReadonlySet<string>>;

/** What reports are due, and which would be if Team named somebody for them. */
export interface DueReports {
  readonly due: readonly DueReport[];
  /** Whom each report goes to that would be named now, told or not, by its key. */
  readonly named: NamedReports;
  /** What the Team tab lacks, a clause with its remedy. */
  readonly unaddressed: readonly string[];
}

/** Which report a line of a notice names; null for an alert. */
export function reportKind(key: string): ReportKind | null {
  const kinds = Object.keys(REPORTS) as ReportKind[];
  return kinds.find((kind) => key.startsWith(`${REPORTS[kind]} | `)) ?? null;
}

/** Who may be told now, and since when there is anything to tell. */
export interface ReportContext {
  readonly people: People;
  readonly atWork: AtWork;
  /** When the watch first ran: a digest of a time before it would be empty. */
  readonly watchingSince: number;
}

/** A team that has just begun sees its own alerts first, before its executives do. */
const FIRST_MS = 7 * DAY_MS;

interface Addressed {
  readonly kind: ReportKind;
  readonly name: string;
  readonly to: readonly (string | null)[];
  readonly lack: string;
}

function wanted(records: Records, clock: WatchClock, people: People, watchingSince: number): readonly Addressed[] {
  const { values } = records.settings;
  const reports: Addressed[] = [];
  const day = digestDay(clock, values);
  if (clock.instantOf(day, values.digestHour) >= watchingSince) {
    const lack = 'names no CRO and no CEO, so the digest goes to nobody; give them these roles';
    reports.push({ kind: 'digest', name: isoDay(day), to: [people.cro, people.ceo], lack });
  }
  if (clock.now - watchingSince < FIRST_MS) return reports;
  const heads = patternBrief(records, clock, people).functions.map(({ head }) => head);
  if (heads.length > 0) {
    const lack = 'names no head of the functions that have alerts, so the pattern goes to nobody; give them such roles';
    reports.push({ kind: 'pattern', name: isoDay(clock.week), to: heads, lack });
  }
  if (needsIntervention(records, clock)) {
    const to = [people.cro, people.ceo, ...['Sales', 'Product', 'Engineering'].map((name) => people.headOf(name))];
    const lack =
      'names no executive, so nobody is asked to decide about the quarter; give the CRO and the CEO these roles';
    reports.push({ kind: 'intervention', name: isoQuarter(quarterOf(clock.today)), to, lack });
  }
  return reports;
}

/**
 * The reports that are due now: the digest since its newest moment, the pattern brief once a week, the intervention once
 * a quarter; each to whoever has not been told of it and is at work. What was missed is made good by the newest alone.
 *
 * @param records as they are after this tick's decisions.
 */
export function dueReports(
  records: Records,
  clock: WatchClock,
  memory: Memory,
  { people, atWork, watchingSince }: ReportContext,
): DueReports {
  const due: DueReport[] = [];
  const unaddressed: string[] = [];
  const named = new Map<string, ReadonlySet<string>>();
  for (const { kind, name, to, lack } of wanted(records, clock, people, watchingSince)) {
    const key = `${REPORTS[kind]} | ${name}`;
    const recipients = new Set(to.flatMap((one) => one ?? []));
    named.set(key, recipients);
    if (recipients.size === 0) unaddressed.push(lack);
    for (const recipient of recipients) {
      if (memory.get(key)?.byRecipient.has(recipient) || !atWork(recipient)) continue;
      due.push({ kind, key, recipient, level: LEVELS[kind] });
    }
  }
  return { due, named, unaddressed };
}
