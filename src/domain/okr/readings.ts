import type { Day } from '../calendar/day.js';
import { keyResultProgress, keyResultStatus, pace, type KeyResultStatus } from './key-result.js';

/** One week's entry of a key result; null for what was not said. */
export interface WeekEntry {
  readonly value: number | null;
  /** 0 to 10. */
  readonly confidence: number | null;
}

/** What the readings of a key result are taken from. */
export interface ReadingFacts {
  readonly baseline: number | null;
  readonly target: number | null;
  readonly current: number | null;
  readonly start: Day;
  readonly due: Day;
  /** One a week, oldest first, the last for the week of `today`; null for a week without an entry. */
  readonly weeks: readonly (WeekEntry | null)[];
  readonly openCommitments: number;
  /** Those of them that are past their due day. */
  readonly lateCommitments: number;
  readonly initiatives: number;
  readonly pausedInitiatives: number;
}

/** How a reading stands; `unknown` where there is nothing to judge by. */
type ReadingLevel = 'good' | 'watch' | 'bad' | 'unknown';

/** One of the five readings: a level to judge by, and its numbers in words. */
interface KeyResultReading {
  readonly name: 'pace' | 'momentum' | 'confidence' | 'cadence' | 'dependencies';
  readonly level: ReadingLevel;
  readonly words: string;
}

/** Where a key result stands. */
export interface KeyResultState {
  /** 0 at the baseline, 1 at the target; null where it is not known. */
  readonly progress: number | null;
  readonly status: KeyResultStatus;
  readonly readings: readonly KeyResultReading[];
  /** The readings in one sentence. */
  readonly sentence: string;
}

const LEVELS: Readonly<Record<KeyResultStatus, ReadingLevel>> = {
  done: 'good',
  'on track': 'good',
  'not started': 'unknown',
  behind: 'watch',
  'at risk': 'bad',
  'no data': 'unknown',
};
/** Confidence from which a target is expected to be met, and up to which it is not. */
const SURE = 7;
const DOUBTFUL = 3;
/** Confidence is compared with the newest that is at least so many weeks older; a fall this large is a warning at any height. */
const COMPARED_WEEKS = 3;
const STEEP_FALL = 2;
const CADENCE_WEEKS = 4;

const percent = (share: number): string => `${String(Math.round(share * 100))} %`;
const many = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? '' : 's'}`;

function progressOf({ baseline, target, current }: ReadingFacts): number | null {
  if (baseline === null || target === null || current === null) return null;
  const progress = keyResultProgress({ baseline, target, current });
  return progress.ok ? progress.value : null;
}

function paceReading(
  facts: ReadingFacts,
  progress: number | null,
  status: KeyResultStatus,
  today: Day,
): KeyResultReading {
  const known = { name: 'pace', level: LEVELS[status] } as const;
  if (progress === null) {
    const missing = facts.baseline === null || facts.target === null ? 'baseline or target' : 'value';
    const isFlat = facts.current !== null && facts.baseline !== null && facts.baseline === facts.target;
    return { ...known, words: isFlat ? 'baseline and target are the same' : `no ${missing} yet` };
  }
  const due = pace({ start: facts.start, end: facts.due }, today);
  const way = `${percent(progress)} of the way`;
  return { ...known, words: due.ok ? `${way} with ${percent(due.value)} of the time gone` : way };
}

/** Which way the last three values went, seen from the target; weeks without a value are passed over. */
function momentumReading({ baseline, target, weeks }: ReadingFacts): KeyResultReading {
  const name = 'momentum';
  const values = weeks.flatMap((week) => (week?.value == null ? [] : [week.value])).slice(-3);
  const [first = 0, , last = 0] = values;
  if (values.length < 3 || baseline === null || target === null || baseline === target) {
    return { name, level: 'unknown', words: 'fewer than three weekly values' };
  }
  const towards = Math.sign(target - baseline);
  if ((last - target) * towards >= 0) return { name, level: 'good', words: 'at the target' };
  const moved = Math.sign(last - first) * towards;
  if (moved > 0) return { name, level: 'good', words: 'moving towards the target' };
  return moved < 0
    ? { name, level: 'bad', words: 'moving away from the target' }
    : { name, level: 'watch', words: 'standing still over three values' };
}

function confidenceReading({ weeks }: ReadingFacts): KeyResultReading {
  const name = 'confidence';
  let at = weeks.length - 1;
  while (at >= 0 && weeks[at]?.confidence == null) at--;
  const confidence = weeks[at]?.confidence ?? null;
  if (confidence === null) return { name, level: 'unknown', words: 'no confidence given yet' };
  let earlier = at - COMPARED_WEEKS;
  while (earlier >= 0 && weeks[earlier]?.confidence == null) earlier--;
  const before = weeks[earlier]?.confidence ?? null;
  const change = before === null ? 0 : confidence - before;
  const moved = change === 0 ? 'unchanged' : `${change > 0 ? 'up' : 'down'} ${String(Math.abs(change))}`;
  const span = at - earlier === COMPARED_WEEKS ? 'three' : String(at - earlier);
  const words = `confidence ${String(confidence)} of 10${before === null ? '' : `, ${moved} in ${span} weeks`}`;
  if (confidence <= DOUBTFUL) return { name, level: 'bad', words };
  return { name, level: confidence >= SURE && change > -STEEP_FALL ? 'good' : 'watch', words };
}

/** This week counts once it has its entry: on its first day nobody is late. */
function cadenceReading({ weeks, start }: ReadingFacts, today: Day): KeyResultReading {
  const name = 'cadence';
  const isIn = weeks[weeks.length - 1] != null;
  const run = today < start ? 0 : Math.floor((today - start) / 7) + Number(isIn);
  const of = Math.min(CADENCE_WEEKS, run, weeks.length);
  if (of === 0) return { name, level: 'unknown', words: 'nothing to check in yet' };
  const done = (isIn ? weeks : weeks.slice(0, -1)).slice(-of).filter((week) => week !== null).length;
  const level = done === of ? 'good' : done * 2 >= of ? 'watch' : 'bad';
  return { name, level, words: `checked in ${String(done)} of ${many(of, 'week')}` };
}

function dependencyReading(facts: ReadingFacts): KeyResultReading {
  const name = 'dependencies';
  const { openCommitments: open, lateCommitments: late, initiatives, pausedInitiatives: paused } = facts;
  const words = [
    late > 0 ? `${many(late, 'commitment')} late` : open > 0 ? `${many(open, 'commitment')} open` : '',
    paused > 0 ? `${many(paused, 'initiative')} paused` : '',
  ].filter(Boolean);
  if (words.length > 0)
    return { name, level: late > 0 ? 'bad' : paused > 0 ? 'watch' : 'good', words: words.join(' and ') };
  return initiatives > 0
    ? { name, level: 'good', words: 'no initiative is held up' }
    : { name, level: 'unknown', words: 'no commitment or initiative is linked' };
}

/**
 * The five readings of a key result, the same for all: progress against pace, momentum, confidence and its change against
 * three weeks before or more, cadence over four weeks, and dependencies.
 *
 * @returns levels with their numbers in words; what there is no data for is `unknown`, never good.
 * @example How does confidence of 7 read that was 9 three weeks before? watch: confidence 7 of 10, down 2 in three weeks
 */
export function keyResultState(facts: ReadingFacts, today: Day): KeyResultState {
  const progress = progressOf(facts);
  const judged = keyResultStatus(progress, { start: facts.start, end: facts.due }, today);
  const status = judged.ok ? judged.value : 'no data';
  const readings = [
    paceReading(facts, progress, status, today),
    momentumReading(facts),
    confidenceReading(facts),
    cadenceReading(facts, today),
    dependencyReading(facts),
  ];
  const known = readings.filter(({ name, level }) => name === 'pace' || level !== 'unknown');
  const sentence = `${status.charAt(0).toUpperCase()}${status.slice(1)}: ${known.map(({ words }) => words).join('; ')}`;
  return { progress, status, readings, sentence };
}
