import { longDay } from '../domain/calendar/day.js';
import { isoQuarter, parseQuarter } from '../domain/okr/quarter.js';
import { performChanges } from '../google/perform-changes.js';
import { tabLink, writePage } from '../google/review-sheet.js';
import { readTables, rowLinks } from '../google/tables.js';
import type { WrittenRow } from '../records/change.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { NextQuarter } from './next-quarter.js';
import { requireUser, saving } from './open-book.js';
import type { Calls } from './protocol.js';
import type { ReviewToSave } from './protocol-review.js';
import { readList, readName, readObject, readText, refuse } from './read-request.js';
import { Refusal } from './refusal.js';
import { reviewBook, reviewedObjectives, type ReviewBook } from './review.js';
import { reviewPage, reviewTabName, type KeptReview } from './review-page.js';
import { idsIn, leftInWords, placeOf, requireColumns } from './team-place.js';

const MOST_KEY_RESULTS = 200;
const DECISIONS = ['carry on', 'drop', 'cascade'] as const;

type Decided = ReviewToSave['keyResults'][number];

function readSeen(value: unknown, place: string): Decided['seen'] {
  const seen = readObject(value, `${place}, as it was seen`);
  const decision = readText(seen['decision'], `${place}, the decision that was seen,`, 20);
  return {
    decision: DECISIONS.find((known) => known === decision) ?? '',
    learnt: readText(seen['learnt'], `${place}, what was learnt as it was seen,`, 50_000),
  };
}

/** Refuses what somebody else wrote since this person looked, with both versions. */
function checkSeen(decided: readonly Decided[], { kept }: ReviewBook): void {
  const stale = decided.flatMap(({ id, seen, ...yours }) => {
    const theirs = { decision: kept?.get(id)?.decision ?? '', learnt: kept?.get(id)?.learnt ?? '' };
    const fields = ['decision', 'learnt'] as const;
    return fields
      .filter((field) => theirs[field] !== seen[field] && theirs[field] !== yours[field])
      .map((field) => `${id}: "${theirs[field]}" there, "${yours[field]}" yours`);
  });
  if (stale.length === 0) return;
  throw new Refusal(
    'stale',
    `Somebody else wrote to this review meanwhile, so nothing was saved. ${stale.join('; ')}. Look at it again, then write it`,
  );
}

function readDecided(value: unknown, index: number): Decided {
  const place = `Key result ${String(index + 1)}`;
  const row = readObject(value, place);
  const decision = readName(row['decision'], `${place}, decision,`, 20);
  return {
    id: readName(row['id'], `${place}, id,`, 200),
    decision:
      DECISIONS.find((known) => known === decision) ??
      refuse(`${place}, decision,`, decision, `use ${DECISIONS.join(', ')}`),
    learnt: readText(row['learnt'], `${place}, what was learnt,`, 5_000),
    seen: readSeen(row['seen'], place),
  };
}

function checkRights(decided: readonly Decided[], { all, book, quarter, roles }: ReviewBook): void {
  for (const { id } of decided) {
    const keyResult = book.records.keyResults.find((known) => known.id === id);
    const goal = keyResult && all.goalOf(keyResult);
    if (!keyResult || goal?.quarter !== quarter) {
      throw new Refusal('stale', `Key result ${id} is not in ${isoQuarter(quarter)} any more; open the review again`);
    }
    if (!roles.mayEdit(keyResult.owner, goal.objective.owner)) {
      throw new Refusal(
        'not yours',
        `Key result ${id} belongs to ${keyResult.owner ?? 'nobody yet'}; its owner and those above review it`,
      );
    }
  }
}

/** What decisions lead to. */
interface Following {
  readonly next: NextQuarter;
  /** The id of what each key result became; "" for nothing. */
  readonly became: ReadonlyMap<string, string>;
  /** The states of key results and objectives that change, by their ids. */
  readonly states: ReadonlyMap<string, WrittenRow>;
}

/**
 * What decisions lead to in the next quarter. What an earlier save made is kept, even under another wording; after another
 * decision it is dropped, never deleted.
 */
function follow(decided: readonly Decided[], review: ReviewBook, kept: ReadonlyMap<string, KeptReview>): Following {
  const { all, book } = review;
  const next = new NextQuarter(review);
  const became = new Map([...kept].map(([id, row]) => [id, row.next]));
  const objectives = new Map(all.goals.map(({ objective }) => [objective.id, objective.state]));
  const stateOf = new Map([...objectives, ...book.records.keyResults.map(({ id, state }) => [id, state] as const)]);
  const states = new Map<string, WrittenRow>();
  const setState = (id: string, state: string | null): void => {
    if ((stateOf.get(id)?.toLowerCase() ?? null) !== state) states.set(id, { state });
  };
  for (const { id, decision } of decided) {
    const keyResult = book.records.keyResults.find((known) => known.id === id);
    const goal = keyResult && all.goalOf(keyResult);
    if (!keyResult || !goal) continue;
    setState(id, decision === 'drop' ? 'dropped' : 'done');
    const made = became.get(id) ?? '';
    const isThere = stateOf.has(made);
    const isMade = isThere && decision !== 'drop' && objectives.has(made) === (decision === 'cascade');
    if (isThere && !isMade) setState(made, 'dropped');
    if (decision === 'drop') became.set(id, '');
    else if (!isMade) {
      const isCascade = decision === 'cascade';
      const becomes = isCascade ? next.child(id, keyResult.keyResult, keyResult.owner) : next.carryOn(keyResult, goal);
      became.set(id, becomes);
      if (stateOf.get(becomes)?.toLowerCase() === 'dropped') setState(becomes, null);
    }
  }
  return { next, became, states };
}

function save(quarterText: string, decided: readonly Decided[]): Calls['saveReview']['value'] {
  const review = reviewBook(parseQuarter(quarterText) ?? refuse('quarter', quarterText, 'write it as 2026-Q4'));
  const { book, kept, quarter } = review;
  const iso = isoQuarter(quarter);
  requireUser(book.me);
  if (kept === null) {
    throw new Refusal(
      'not set up',
      `The tab ${reviewTabName(iso)} is not Bellwether's, and nothing is overwritten; rename it, then save the review again`,
    );
  }
  requireColumns(objectivesTab, ['id', 'objective', 'quarter', 'parent'], book);
  requireColumns(keyResultsTab, ['id', 'objective', 'keyResult', 'state'], book);
  const changed = decided.filter(({ seen, decision, learnt }) => decision !== seen.decision || learnt !== seen.learnt);
  checkRights(changed, review);
  checkSeen(changed, review);

  const { next, became, states } = follow(changed, review, kept);
  const left = performChanges([
    { kind: 'append', ...placeOf(objectivesTab, book), rows: next.objectives },
    { kind: 'append', ...placeOf(keyResultsTab, book), rows: next.keyResults },
    { kind: 'update', ...placeOf(keyResultsTab, book), keyField: 'id', rows: states },
    { kind: 'update', ...placeOf(objectivesTab, book), keyField: 'id', rows: states },
  ]);

  const words = new Map(changed.map((own) => [own.id, own]));
  const objectives = reviewedObjectives(review).map((objective) => ({
    ...objective,
    keyResults: objective.keyResults.map((own) => {
      const { decision, learnt } = words.get(own.id) ?? own;
      return { ...own, decision, learnt };
    }),
  }));
  writePage(reviewPage({ quarter: iso, objectives }, became, longDay(book.today, true)));
  const created = [...next.objectives, ...next.keyResults].map(({ id }) => id);
  return { tab: reviewTabName(iso), created, left: leftInWords(left), links: links(iso, created, review) };
}

/** Addresses that open the review and the rows that were made. */
function links(iso: string, created: readonly string[], { book }: ReviewBook): Calls['saveReview']['value']['links'] {
  const rows = [objectivesTab, keyResultsTab].flatMap((schema) => {
    if (created.length === 0) return [];
    const { tab } = placeOf(schema, book);
    const linkOf = rowLinks(tab);
    const ids = idsIn(schema, { records: book.records, tables: readTables([tab]) });
    return ids.flatMap((id, at) => (created.includes(id) ? [{ id, url: linkOf(at + 2) }] : []));
  });
  return [{ id: reviewTabName(iso), url: tabLink(reviewTabName(iso)) }, ...rows];
}

/**
 * Saves a quarter's review: writes its tab, marks key results done or dropped, and makes what goes on in the next quarter.
 * Saved again, it writes the tab anew and makes nothing twice.
 */
export function saveReview(request: Readonly<Record<string, unknown>>): Calls['saveReview']['value'] {
  const quarter = readName(request['quarter'], 'quarter', 20);
  const decided = readList(request['keyResults'], 'keyResults', MOST_KEY_RESULTS).map(readDecided);
  return saving(() => save(quarter, decided));
}
