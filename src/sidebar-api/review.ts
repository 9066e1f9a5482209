import { weekStart } from '../domain/calendar/day.js';
import { wallClock } from '../domain/calendar/zone.js';
import { calibration, type SettledEntry } from '../domain/okr/calibration.js';
import { isSaidInTime } from '../domain/okr/outcome.js';
import { isoQuarter, quarterEnd, quarterOf, quarterStart, type Quarter } from '../domain/okr/quarter.js';
import { rollUp } from '../domain/okr/roll-up.js';
import { readTables } from '../google/tables.js';
import { checkInsTab } from '../records/tabs/check-ins.js';
import { keyResultsTab, type KeyResultRecord } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { teamTab } from '../records/tabs/team.js';
import { historyOf, type History } from './check-in-history.js';
import { lastDayOf, outcomeOf } from './key-result-outcome.js';
import { goalsOf, parentsFirst, type Goal, type Goals } from './goals.js';
import { counts, quartersOf, readQuarter } from './objectives.js';
import { openBook, type OpenBook } from './open-book.js';
import type { Calibration, CalibrationView, ReviewedKeyResult, ReviewView } from './protocol-review.js';
import { parseReviewPage, reviewTabName, type KeptReview } from './review-page.js';
import { rolesOf, type Roles } from './roles.js';

/** For so many days a new quarter's review is that of the last one, where there is one. */
const REVIEW_DAYS = 28;
/** With fewer people, the team's calibration less one's own would be somebody else's. */
const FEWEST_PEOPLE = 3;

/** Everything that a review is made from. */
export interface ReviewBook {
  readonly book: OpenBook;
  readonly all: Goals;
  readonly roles: Roles;
  readonly history: History;
  readonly quarter: Quarter;
  readonly goals: readonly Goal[];
  /** What the quarter's review tab keeps; null when a tab of that name is somebody's own. */
  readonly kept: ReadonlyMap<string, KeptReview> | null;
}

/** Reads what a quarter's review is made from. */
export function reviewBook(asked: Quarter | null): ReviewBook {
  const book = openBook([objectivesTab, keyResultsTab, checkInsTab, teamTab]);
  const { records, today, firstWeekday } = book;
  const all = goalsOf(records, today);
  const current = quarterOf(today);
  const isEarly = today < quarterStart(current) + REVIEW_DAYS && all.goals.some((goal) => goal.quarter === current - 1);
  const quarter = asked ?? (isEarly ? current - 1 : current);
  const iso = isoQuarter(quarter);
  return {
    ...{ book, all, quarter },
    roles: rolesOf(book.me, records),
    history: historyOf(records.checkIns, firstWeekday),
    goals: parentsFirst(all.goals.filter((goal) => goal.quarter === quarter)),
    kept: parseReviewPage(iso, readTables([reviewTabName(iso)]).get(reviewTabName(iso))),
  };
}

function reviewed(keyResult: KeyResultRecord, review: ReviewBook): ReviewedKeyResult {
  const { id, unit, baseline, target } = keyResult;
  const { all, quarter, book, history, kept, roles } = review;
  const { actual, progress } = outcomeOf(keyResult, quarter, history, book.today);
  const first = weekStart(keyResult.start ?? quarterStart(quarter), book.firstWeekday);
  const last = Math.min(book.thisWeek, weekStart(keyResult.due ?? quarterEnd(quarter), book.firstWeekday));
  const weeks = Math.max(0, Math.min(60, (last - first) / 7 + 1));
  return {
    ...{ id, baseline, target, actual },
    keyResult: keyResult.keyResult,
    unit: unit ?? '',
    score: progress === null ? null : Math.min(1, Math.max(0, progress)),
    confidence: Array.from({ length: weeks }, (_, i) => history.at(id, last - 7 * (weeks - 1 - i))?.confidence ?? null),
    decision: kept?.get(id)?.decision ?? '',
    learnt: kept?.get(id)?.learnt ?? '',
    mayReview: roles.mayEdit(keyResult.owner, all.goalOf(keyResult)?.objective.owner ?? null),
  };
}

/** The quarter's objectives with what came of their key results. */
export function reviewedObjectives(review: ReviewBook): ReviewView['objectives'] {
  return review.goals.map(({ objective, keyResults }) => {
    const list = keyResults.map((keyResult) => reviewed(keyResult, review));
    const counted = new Set(keyResults.filter(counts).map(({ id }) => id));
    const { score } = rollUp(
      list.filter(({ id }) => counted.has(id)).map((own) => ({ id: own.id, progress: own.score })),
    );
    return { id: objective.id, objective: objective.objective, score, keyResults: list };
  });
}

/** What people said while key results ran that are over and were not dropped, and whether these met their targets. */
function settledEntries({ all, book, history }: ReviewBook): readonly (SettledEntry & { readonly by: string })[] {
  const { records, today, zone, firstWeekday } = book;
  const quarterOfGoal = (keyResult: KeyResultRecord): Quarter | undefined => all.goalOf(keyResult)?.quarter;
  const lastDays = new Map(records.keyResults.map((own) => [own.id, lastDayOf(own, quarterOfGoal(own))]));
  const dayOf = wallClock(zone);
  // An entry that is put right once all is over does not undo what was said before.
  const said = historyOf(
    records.checkIns.filter(({ keyResult, when, confidence }) => {
      return isSaidInTime({ saidOn: dayOf(when).day, confidence }, lastDays.get(keyResult) ?? -Infinity);
    }),
    firstWeekday,
  );
  return records.keyResults.filter(counts).flatMap((keyResult) => {
    const { isMet } = outcomeOf(keyResult, quarterOfGoal(keyResult), history, today);
    if (isMet === null) return [];
    return said.of(keyResult.id).flatMap(({ confidence, by }) => {
      return confidence === null || by === null ? [] : [{ confidence, isMet, by }];
    });
  });
}

function calibrations(review: ReviewBook): CalibrationView {
  const { me } = review.book;
  const settled = settledEntries(review);
  const mine = calibration(settled.filter(({ by }) => by === me));
  const people = new Set(settled.map(({ by }) => by));
  const team: Calibration = { person: null, ...calibration(settled) };
  const isPrivate = people.size < FEWEST_PEOPLE && !(people.size === 1 && people.has(me));
  const hidden: Calibration = {
    ...{ person: null, ...calibration([]) },
    words: `The team's calibration shows once at least ${String(FEWEST_PEOPLE)} people have entries that are settled`,
  };
  return { mine: { person: me, ...mine }, team: isPrivate && people.size > 0 ? hidden : team };
}

/** One quarter's review, and how well confidence was stated. */
export function review(request: Readonly<Record<string, unknown>>): ReviewView {
  const read = reviewBook(readQuarter(request['quarter']));
  const { all, book, quarter } = read;
  return {
    quarter: isoQuarter(quarter),
    quarters: quartersOf(all.goals, quarterOf(book.today)),
    objectives: reviewedObjectives(read),
    calibration: calibrations(read),
  };
}
