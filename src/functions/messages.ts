import { isDate } from '../records/cell.js';
import { isErrorValue, type Cell } from './cells.js';

/**
 * Every sentence that a cell function can say, without the function's name in front. Each names what is wrong, where
 * and with which value, and what to do; none ends in a period.
 */

/** A cell that does not hold what its column wants: what it is and the fix. */
export const cellComplaint = {
  notNumber: (cell: Cell, isTop = false) =>
    `is ${described(cell)}; ${isTop && isDate(cell) ? START_BELOW : ''}${numberFix(cell)}`,
  nameBeforeWeeks: (cell: Cell) => `is ${described(cell)}; start the range at the first week, or put a number there`,
  belowZero: (cell: Cell) => `is ${described(cell)}, below zero; give amounts of 0 or more`,
  outside: (cell: Cell, least: number, most: number) =>
    `is ${described(cell)}; give a number from ${String(least)} to ${String(most)}`,
  notDate: (cell: Cell) => `is ${described(cell)}; ${dateFix(cell)}`,
  timeOnly: () => 'is a time without a date; enter the date',
  notName: (cell: Cell) => `is ${described(cell)}; ${isErrorValue(cell) ? FIX_ERROR : 'put a name there'}`,
  notChoice: (cell: Cell, choices: readonly string[]) =>
    `is ${described(cell)}; choose ${choices.map(quoted).join(' or ')}`,
  wanted: () => 'is blank though its row is not; fill it or clear the row',
  endBeforeStart: () => 'is before the start in the same row; correct one of the two dates',
  noSpan: (input: string, value: number) =>
    `has worst = best (${String(value)}) for ${quoted(input)}; give two different values`,
  repeats: (name: string, before: string) => `repeats ${quoted(name)} of ${before}; keep one`,
  noSuchInput: (name: string) =>
    `is ${quoted(name)}, but scale has no such input; add it to scale or leave the column out`,
  notWhole: (cell: Cell) => `is ${described(cell)}; give a whole number of 1 or more`,
} as const;

export const message = {
  cell: (where: string, complaint: string, others: number) =>
    `${where} ${complaint}${others > 0 ? ` (and ${String(others)} more ${others === 1 ? 'cell' : 'cells'})` : ''}`,
  heights: (one: string, oneHeight: number, other: string, otherHeight: number) =>
    `${one} has ${rowsOf(oneHeight)} and ${other} has ${rowsOf(otherHeight)}; give ranges of the same height`,
  tooWide: (argument: string, width: number) => `${argument} has ${String(width)} columns; give one column`,
  blankArgument: (argument: string) => `${argument} is blank; give it a value`,
  notSingle: (argument: string, height: number) => `${argument} has ${rowsOf(height)}; give one cell`,
  argumentCount: (forms: string) => `wrong number of arguments; use ${forms}`,

  noOpeningRevenue: () => 'no starting revenue',
  missing: (argument: string) => `${argument} is missing; add it to the formula`,
  noAccountRows: () =>
    'signals has no account rows; give a range with a header row of input names and one row per account',
  noRows: (argument: string) => `${argument} has no rows; give a range with data`,
  accountBelowZero: (account: string, mrr: number, day: string) =>
    `account ${quoted(account)} has ${String(mrr)} MRR on ${day}, below zero; correct its credits`,
  valuesWanted: (way: string) => `how ${quoted(way)} needs values; add the column of values`,

  scaleWidth: (width: number) => `scale has ${String(width)} columns; give four: input, weight, worst, best`,
  noWeight: () => 'the weights of scale add up to 0; give at least one input a weight above 0',
  inputWithoutSignal: (input: string) =>
    `scale names ${quoted(input)}, but signals has no such column; give both the same name`,
  limitsCrossed: (redBelow: number, greenFrom: number) =>
    `red_below ${String(redBelow)} is above green_from ${String(greenFrom)}; give red_below the smaller number`,
} as const;

/** Months as headers are dates, and a date in the first row is most likely one of them. */
const START_BELOW = 'start the range below the header, or ';
const FIX_ERROR = 'repair the formula in that cell';

function numberFix(cell: Cell): string {
  if (isErrorValue(cell)) return FIX_ERROR;
  if (typeof cell === 'string') return 'format the cell as a number';
  // Formatting would turn the date into the number of its day, which nobody means.
  if (isDate(cell)) return 'type the number';
  if (typeof cell === 'number' && Number.isFinite(cell)) return 'give a smaller number';
  return 'put a number there';
}

function dateFix(cell: Cell): string {
  if (isErrorValue(cell)) return FIX_ERROR;
  return typeof cell === 'number' ? 'format the cell as a date' : 'enter a date and format the cell as a date';
}

function described(cell: Cell): string {
  if (isErrorValue(cell)) return `the error ${cell}`;
  if (typeof cell === 'string') return `text ${quoted(cell)}`;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : 'not a finite number';
  if (isDate(cell)) return Number.isNaN(cell.getTime()) ? 'not a valid date' : 'a date';
  if (cell === undefined || cell === null) return 'blank';
  return 'not a plain value';
}

const LONGEST_QUOTE = 40;

/** A value as it stands in a sentence: on one line, and not longer than a tooltip bears. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `"${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line}"`;
}

function rowsOf(height: number): string {
  return `${String(height)} ${height === 1 ? 'row' : 'rows'}`;
}
