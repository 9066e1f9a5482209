import { isBlank, readCell, isEmailAddress } from './cell.js';
import { headerKey, type RawTable } from './mapping.js';
import type { ColumnSchema, TabSchema } from './schema.js';

/** How sure a suggestion is: the very header, another name in use for it, nearly one of those, or no suggestion. */
type Confidence = 'exact' | 'synonym' | 'similar' | 'none';

/** The column suggested for one field. */
export interface SuggestedColumn {
  /** As the sheet has it; null when no single column fits. */
  readonly header: string | null;
  readonly confidence: Confidence;
  /** The headers that fit equally well when there are several; a person has to choose. */
  readonly candidates: readonly string[];
}

const LEVELS = ['exact', 'synonym', 'similar'] as const;
/** From this share of unsuitable cells on, a column is of another type than the field. */
const MOST_UNSUITABLE = 0.5;
/** Words that tell nothing about what a column holds. */
const NOISE = new Set([
  'the',
  'of',
  'a',
  'an',
  'crm',
  'sfdc',
  'hubspot',
  'usd',
  'eur',
  'gbp',
  'utc',
  '$',
  '€',
  '£',
  'c',
  'latest',
  'recent',
  'weekly',
]);

/** The words of a header that carry meaning, singular and sorted: `Date of Renewals (UTC)` and `renewal_date` are alike. */
export function headerWords(header: string): string {
  const words = headerKey(header.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2'))
    .replace(/\be mail\b/g, 'email')
    .split(' ')
    .filter((word) => !NOISE.has(word))
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
  return [...new Set(words)].sort().join(' ');
}

/** Whether two texts differ by at most one letter typed, left out or replaced. */
function oneSlipApart(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

function levelOf(column: ColumnSchema, header: string): (typeof LEVELS)[number] | null {
  const key = headerKey(header);
  const names = [headerKey(column.header), ...(column.synonyms ?? [])];
  if (key === names[0]) return 'exact';
  if (names.includes(key)) return 'synonym';
  const words = headerWords(header);
  const near = names.map(headerWords).some((known) => {
    // Short words are one letter apart by chance: Stage and State.
    return (
      known !== '' && (words === known || (Math.min(words.length, known.length) > 5 && oneSlipApart(words, known)))
    );
  });
  return near ? 'similar' : null;
}

/** Whether a cell could belong to a column of the field's type; a date or number typed as text could, if badly. */
function suits(column: ColumnSchema, cell: unknown): boolean {
  const { type } = column;
  if (type === 'email') return typeof cell === 'string' && isEmailAddress(cell.trim());
  if (typeof cell === 'string' && type === 'number') return /^\D{0,4}\d[\d.,\s]*\D{0,2}$/.test(cell.trim());
  if (typeof cell === 'string' && (type === 'day' || type === 'moment'))
    return /\d{1,4}[-/.]\s?\d{1,2}[-/.]/.test(cell);
  return typeof readCell(column, cell, { dayOf: () => 0 }) !== 'object';
}

function isPlausible(column: ColumnSchema, cells: readonly unknown[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell) && !(typeof cell === 'string' && cell.startsWith('#')));
  return filled.length === 0 || filled.filter((cell) => !suits(column, cell)).length < filled.length * MOST_UNSUITABLE;
}

/** A header that names exactly one column, with the cells below it. */
export interface NamedColumn {
  readonly header: string;
  readonly cells: readonly unknown[];
}

/** The columns that can be mapped: a blank header names none, one that stands twice does not say which. */
export function namedColumns({ values: [header = [], ...rows] }: RawTable): readonly NamedColumn[] {
  const keys = header.map(headerKey);
  return header.flatMap((cell, index) => {
    const key = keys[index] ?? '';
    const unique = key !== '' && keys.indexOf(key) === keys.lastIndexOf(key);
    return unique ? [{ header: String(cell).trim(), cells: rows.map((row) => row[index] ?? '') }] : [];
  });
}

function suggestColumn(column: ColumnSchema, columns: readonly NamedColumn[]): SuggestedColumn {
  const alike = columns.flatMap(({ header, cells }) => {
    const level = levelOf(column, header);
    return level ? [{ header, level, plausible: isPlausible(column, cells) }] : [];
  });
  const exact = alike.find(({ level }) => level === 'exact');
  for (const level of LEVELS) {
    const fitting = alike.filter((one) => one.level === level && one.plausible).map(({ header }) => header);
    if (fitting.length > 1) return { header: null, confidence: 'none', candidates: fitting };
    const [header] = fitting;
    if (header !== undefined) return { header, confidence: level, candidates: [] };
  }
  // Owners are often names at first: that is a finding of the scan, and no reason to leave the column out.
  if (exact && column.type === 'email') return { header: exact.header, confidence: 'exact', candidates: [] };
  return { header: null, confidence: 'none', candidates: [] };
}

/**
 * Suggests the column of each field of a tab from the headers and from what a sample of the cells holds. Where in doubt it
 * suggests none, because a wrong column gives wrong alerts and a missing one only a question.
 *
 * @param table header row first, then a sample of rows.
 */
export function suggestColumns(schema: TabSchema, table: RawTable): Readonly<Record<string, SuggestedColumn>> {
  const columns = namedColumns(table);
  const suggestions = Object.entries(schema.columns).map(
    ([field, column]) => [field, suggestColumn(column, columns)] as const,
  );
  const rank = (confidence: Confidence): number => [...LEVELS, 'none'].indexOf(confidence);
  return Object.fromEntries(
    suggestions.map(([field, suggestion]) => {
      // One column can be only one field's: the surer field's, or nobody's.
      const taken = suggestions.some(
        ([other, { header, confidence }]) =>
          other !== field &&
          header !== null &&
          header === suggestion.header &&
          rank(confidence) <= rank(suggestion.confidence),
      );
      return [field, taken ? { header: null, confidence: 'none', candidates: [] } : suggestion];
    }),
  );
}
