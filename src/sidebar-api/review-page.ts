import type { RawTable } from '../records/mapping.js';
import type { Page } from '../google/review-sheet.js';
import { formatNumber } from '../messages/format.js';
import type { ReviewedKeyResult, ReviewView } from './protocol-review.js';

const HEADER = [
  'Id',
  'Key result',
  'From',
  'To',
  'Actual',
  'Score',
  'Confidence',
  'What was learnt',
  'Decision',
  'Next',
];
const WIDTHS = [50, 220, 60, 60, 60, 50, 90, 220, 70, 60];
/** Its columns, by what is read from them again. */
const [LEARNT_AT, DECISION_AT, NEXT_AT] = [7, 8, 9] as const;
const DECISIONS: readonly ReviewedKeyResult['decision'][] = ['carry on', 'drop', 'cascade', ''];

/** The name of a quarter's review tab. */
export const reviewTabName = (quarter: string): string => `Review ${quarter}`;

/** What the first cell of a review tab says, and no other tab's: by it a tab is known to be Bellwether's. */
const titleOf = (quarter: string): string => `Quarter review ${quarter}, written by Bellwether`;

/** What a review tab keeps of one key result. */
export interface KeptReview {
  readonly learnt: string;
  readonly decision: ReviewedKeyResult['decision'];
  /** The id of what it became in the next quarter; "" for nothing. */
  readonly next: string;
}

/** What a review tab says of each key result, by its id; null for a tab that is not Bellwether's. */
export function parseReviewPage(quarter: string, table: RawTable | undefined): ReadonlyMap<string, KeptReview> | null {
  if (!table || table.values.every((row) => row.every((cell) => cell === ''))) return new Map();
  if (String(table.values[0]?.[0]) !== titleOf(quarter)) return null;
  const text = (cell: unknown): string => (typeof cell === 'string' ? cell.trim() : '');
  return new Map(
    table.values.map((row): [string, KeptReview] => [
      text(row[0]),
      {
        learnt: text(row[LEARNT_AT]),
        decision: DECISIONS.find((known) => known === text(row[DECISION_AT])) ?? '',
        next: text(row[NEXT_AT]),
      },
    ]),
  );
}

/** Week by week on one line: `6 7 - 8`. */
function confidenceLine(confidence: ReviewedKeyResult['confidence']): string {
  return confidence.map((value) => (value === null ? '-' : String(value))).join(' ');
}

function percent(score: number | null): string {
  return score === null ? 'not known' : `${String(Math.round(score * 100))} %`;
}

/**
 * A quarter's review as a page: each objective with its score, below it its key results.
 *
 * @param next the id of what each key result became.
 * @param writtenOn the day in words.
 */
export function reviewPage(
  review: Pick<ReviewView, 'quarter' | 'objectives'>,
  next: ReadonlyMap<string, string>,
  writtenOn: string,
): Page {
  const { quarter, objectives } = review;
  const blank = HEADER.map(() => '');
  const line = (...cells: (string | number)[]): (string | number)[] => [...cells, ...blank.slice(cells.length)];
  const rows = [line(titleOf(quarter)), line(`As of ${writtenOn}. Score: 0 % at the start value, 100 % at the target`)];
  const boldRows = [1];
  for (const { id, objective, score, keyResults } of objectives) {
    rows.push(line(), line(id, objective, '', '', '', percent(score)), HEADER);
    boldRows.push(rows.length - 1, rows.length);
    for (const keyResult of keyResults) {
      const { unit, baseline, target, actual } = keyResult;
      const shown = (value: number | null): string =>
        value === null ? 'not known' : `${formatNumber(value)} ${unit}`.trim();
      rows.push([
        ...[keyResult.id, keyResult.keyResult, shown(baseline), shown(target), shown(actual), percent(keyResult.score)],
        ...[confidenceLine(keyResult.confidence), keyResult.learnt, keyResult.decision, next.get(keyResult.id) ?? ''],
      ]);
    }
  }
  return { tab: reviewTabName(quarter), rows, widths: WIDTHS, boldRows };
}
