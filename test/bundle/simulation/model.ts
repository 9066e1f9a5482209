import { DAY, HOUR, isoOf, wallIn } from './calendar.js';
import { ANA, BEN, TEAM_ZONE } from './book.js';

/** What a cell of a week holds: a number, nothing, or what a formula shows while it loads. */
export type Value = number | '' | 'Loading...';

interface SignalRow {
  readonly week: number;
  account: string;
  value: Value;
}

/** What a person said of an alert, and when. */
export interface ByHand {
  readonly state: 'acknowledged' | 'snoozed' | 'resolved';
  at: number;
  /** The day from which a snoozed one may speak again. */
  readonly until: number;
  /** The day from which it has been held without a pause. */
  readonly since: number;
}

/** What a book holds by its rows and what people did to it, as far as the invariants need it; nothing of what Bellwether decided. */
export interface Model {
  readonly startedAt: number;
  /** The latest moment that any clock showed. */
  latest: number;
  /** When the first tick that was not cut off ran. */
  watchedSince: number | null;
  /** The newest week that a tick looked at, and one that was cut off may have. */
  scanned: number;
  maybeScanned: number;
  /** When one that was cut off ran: it may have noted that it was the first. */
  maybeSince: number;
  /** Whether the last tick was cut off. */
  isCutOff: boolean;
  readonly accounts: { name: string; csm: string; readonly arr: number }[];
  readonly signals: SignalRow[];
  readonly commitments: { readonly id: string; account: string; due: number; done: number | null }[];
  readonly left: Set<string>;
  readonly renamed: Set<string>;
  readonly byHand: Map<string, ByHand>;
}

const BEFORE = 4;
const shapes: Readonly<Record<string, readonly Value[]>> = {
  Alpha: [90, 80, 70, 60],
  Beta: [50, 50, 50, 40],
  Gamma: [20, 20, 20, 20],
};

/** Alpha bends, Beta has begun to fall, Gamma is fine; one promise is about to be broken. */
export function newModel(startedAt: number): Model {
  const week = judgedWeek(startedAt);
  const { day } = wallIn(TEAM_ZONE, startedAt);
  const signals = Object.entries(shapes).flatMap(([account, values]) => {
    return values.map((value, i) => ({ week: week - 7 * (BEFORE - 1 - i), account, value }));
  });
  return {
    startedAt,
    latest: startedAt,
    watchedSince: null,
    maybeSince: -Infinity,
    isCutOff: false,
    scanned: -Infinity,
    maybeScanned: -Infinity,
    accounts: [
      { name: 'Alpha', csm: ANA, arr: 300_000 },
      { name: 'Beta', csm: ANA, arr: 100_000 },
      { name: 'Gamma', csm: BEN, arr: 50_000 },
    ],
    signals,
    commitments: [
      { id: 'C1', account: 'Beta', due: day - 1, done: null },
      { id: 'C2', account: 'Gamma', due: day + 9, done: null },
    ],
    left: new Set(),
    renamed: new Set(),
    byHand: new Map(),
  };
}

/** The first day of the week that a scan at a moment looks at: the last whole week before the newest Monday 08:00. */
export function judgedWeek(at: number): number {
  const { day, weekday, hour } = wallIn(TEAM_ZONE, at);
  const monday = day - (weekday - 1);
  return monday - 7 - (weekday === 1 && hour < 8 ? 7 : 0);
}

/** Whether an account's usage bends in a week: it fell twice running. What cannot be known is neither yes nor no. */
export function bends(
  { signals }: Model,
  account: string,
  week: number,
): { readonly since: number } | 'fine' | 'unknown' {
  const valueOf = (at: number): number | null => {
    const row = [...signals].reverse().find((one) => one.account === account && one.week === at);
    return typeof row?.value === 'number' ? row.value : null;
  };
  let run = 0;
  for (let at = week; ; at -= 7) {
    const [after, before] = [valueOf(at), valueOf(at - 7)];
    if (after === null || before === null) return run >= 2 ? { since: week - 7 * (run - 1) } : 'unknown';
    if (!(before > after)) return run >= 2 ? { since: week - 7 * (run - 1) } : 'fine';
    run++;
  }
}

export function isKept({ done }: Model['commitments'][number], at: number): boolean {
  return done !== null && done <= wallIn(TEAM_ZONE, at).day;
}

/** Whether a promise is broken for sure, or for sure not; on the day at which its grace ends, nobody asks. */
export function isBroken(commitment: Model['commitments'][number], at: number): boolean | 'unsure' {
  const [{ due }, { day }] = [commitment, wallIn(TEAM_ZONE, at)];
  if (isKept(commitment, at)) return false;
  if (day >= due + 4) return true;
  return day <= due + 2 ? false : 'unsure';
}

/** Whether a person has said that nothing be heard of an alert at a moment. */
export function isSilenced({ byHand }: Model, key: string, at: number): boolean {
  const said = byHand.get(key);
  if (!said) return false;
  if (said.state === 'resolved') return true;
  if (said.state === 'acknowledged') return at < said.at + 7 * DAY;
  return wallIn(TEAM_ZONE, at).day < said.until;
}

/** The keys under which an alert of a condition would go, as the docs give them. */
export const keyOf = {
  bend: (account: string, since: number): string => `Momentum decay | ${account} | ${isoOf(since)}`,
  promise: (id: string, due: number): string => `Dependency breach | ${id} | ${isoOf(due)}`,
};

export const STEP = 48 * HOUR;
