import { longDay } from '../domain/calendar/day.js';
import { isoQuarter, parseQuarter } from '../domain/okr/quarter.js';
import { performChanges } from '../google/perform-changes.js';
import { tabLink, writePage } from '../google/review-sheet.js';
import { readTables, rowLinks } from '../google/tables.js';
import type { Change, WrittenRow } from '../records/change.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { NextQuarter } from './next-quarter.js';
import { requireUser, saving } from './open-book.js';
import type { Calls } from './protocol.js';
import type { ReviewToSave } from './protocol-okr.js';
import { readList, readName, readObject, readText, refuse } from './read-request.js';
import { Refusal } from './refusal.js';
import { reviewBook, reviewedObjectives, type ReviewBook } from './review.js';
import { reviewPage, reviewTabName } from './review-page.js';
import { idsIn, placeOf, requireColumns } from './team-place.js';

const MOST_KEY_RESULTS = 200;
const DECISIONS = ['carry on', 'drop', 'cascade'] as const;

type Decided = ReviewToSave['keyResults'][number];

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

function save(quarterText: string, decided: readonly Decided[]): Calls['saveReview']['value'] {
  const review = reviewBook(parseQuarter(quarterText) ?? refuse('quarter', quarterText, 'write it as 2026-Q4'));
  const { all, book, kept, quarter } = review;
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
  checkRights(decided, review);

  const next = new NextQuarter(review);
  const became = new Map([...kept].map(([id, row]) => [id, row.next]));
  const objectiveIds = new Set(all.goals.map(({ objective }) => objective.id));
  const existing = new Set([...objectiveIds, ...book.records.keyResults.map(({ id }) => id)]);
  const states = new Map<string, WrittenRow>();
  for (const { id, decision } of decided) {
    const keyResult = book.records.keyResults.find((known) => known.id === id);
    const goal = keyResult && all.goalOf(keyResult);
    if (!keyResult || !goal) continue;
    const state = decision === 'drop' ? 'dropped' : 'done';
    if (keyResult.state?.toLowerCase() !== state) states.set(id, { state });
    const made = became.get(id) ?? '';
    // What an earlier save made counts, even under another wording; a decision that changed makes something else.
    const isMade = existing.has(made) && objectiveIds.has(made) === (decision === 'cascade');
    if (decision === 'drop') became.set(id, '');
    else if (!isMade)
      became.set(
        id,
        decision === 'cascade' ? next.child(id, keyResult.keyResult, keyResult.owner) : next.carryOn(keyResult, goal),
      );
  }
  const changes: Change[] = [
    { kind: 'append', ...placeOf(objectivesTab, book), rows: next.objectives },
    { kind: 'append', ...placeOf(keyResultsTab, book), rows: next.keyResults },
    { kind: 'update', ...placeOf(keyResultsTab, book), keyField: 'id', rows: states },
  ];
  performChanges(changes);

  const words = new Map(decided.map((own) => [own.id, own]));
  const objectives = reviewedObjectives(review).map((objective) => ({
    ...objective,
    keyResults: objective.keyResults.map((own) => ({ ...own, ...words.get(own.id) })),
  }));
  writePage(reviewPage({ quarter: iso, objectives }, became, longDay(book.today, true)));
  const created = [...next.objectives, ...next.keyResults].map(({ id }) => id);
  return { tab: reviewTabName(iso), created, links: links(iso, created, review) };
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
