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
  farDate: (year: number) => `is in the year ${String(year)}; correct the date`,
  mixedScale: (cell: number, other: string) =>
    `is ${String(cell)}, out of 1, and ${other} is out of 10; give all from 0 to 1 or all from 0 to 10`,
  timeOnly: () => 'is a time without a date; enter the date',
  notName: (cell: Cell) => `is ${described(cell)}; ${isErrorValue(cell) ? FIX_ERROR : 'put a name there'}`,
  notChoice: (cell: Cell, choices: readonly string[]) =>
    `is ${described(cell)}; choose ${choices.map(quoted).join(' or ')}`,
  wanted: () => 'is blank though its row is not; fill it or clear the row',
  endBeforeStart: () => 'is before the start in the same row; correct one of the two dates',
  valueBeforeSigning: (reached: string, signed: string) =>
    `is ${reached}, before signed ${signed} in the same row; correct one of the two dates`,
  noSpan: (input: string, value: number) =>
    `has worst = best (${String(value)}) for ${quoted(input)}; give two different values`,
  repeats: (name: string, before: string) => `repeats ${quoted(name)} of ${before}; keep one`,
  noSuchInput: (name: string) =>
    `is ${quoted(name)}, but scale has no such input; add it to scale or leave the column out`,
  notWhole: (cell: Cell) => `is ${described(cell)}; give a whole number of 1 or more`,
  notAboveZero: (cell: Cell) => `is ${described(cell)}; give a number above 0`,
  notFraction: (cell: number, most: number) =>
    `is ${String(cell)}; give a fraction of at most ${String(most)}, ${percent(cell)} for ${String(cell)} %`,
  notChurn: (cell: number) =>
    `is ${String(cell)}, above all there was; give kind "retention", or a churn as a fraction, ${percent(cell)} for ${String(cell)} %`,
  notTrueOrFalse: (cell: Cell) => `is ${described(cell)}; ${isErrorValue(cell) ? FIX_ERROR : 'give TRUE or FALSE'}`,
  yearBeyondNumbers: () => 'compounds beyond any number over 12 months; check the rate and its months',
  grossAboveNet: (grr: number, nrr: number) =>
    `is ${String(grr)}, above the nrr of ${String(nrr)}, which cannot be; correct one of the two`,
  grossAboveOne: (grr: number) => `is ${String(grr)}, above 1, which cannot be; correct it`,
  sameAsBaseline: (target: number) => `is ${String(target)}, the same as the baseline; give two different values`,
  noShippedBands: (metric: string) =>
    `is ${quoted(metric)}; choose "NRR", "GRR", "expansion" or "forecast error", or give bands of your own`,
  noOwnBands: (metric: string) => `is ${quoted(metric)}, which bands does not have; add its rows to bands`,
  noBand: (value: number) => `is ${String(value)}, between the bands of its metric; close the gap in bands`,
  bandWithoutWidth: (from: number, to: number) =>
    `is ${String(to)}, not above from ${String(from)} in the same row; correct one of the two`,
  notSettled: () =>
    'is blank beside a forecast; put 0 if nothing came, or leave rows that are still open out with FILTER',
  endNotAfterStart: () => 'is not after the start in the same row; correct one of the two dates',
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
  accountMonthBelowZero: (account: string, mrr: number, month: string) =>
    `account ${quoted(account)} has ${String(mrr)} MRR in ${month}, below zero; correct its credits`,
  monthsCrossed: (from: string, to: string) => `from ${from} is after to ${to}; give from the earlier month`,
  monthsNotApart: (from: string, to: string) => `from ${from} is not before to ${to}; give from an earlier month`,
  monthNotEntered: (to: string, last: string) =>
    `to ${to} is after the last month of the ledger, ${last}; give an earlier month, or add its rows (0 where nobody pays any more)`,
  tooManyWeeks: (rows: number, most: number) =>
    `the weeks between first and last events make ${grouped(rows)} rows, more than ${grouped(most)}; correct dates far from the others`,
  tooManyMonths: (months: number, most: number, from: string, to: string) =>
    `the subscriptions run for ${grouped(months)} months in all from ${from} to ${to}, more than ${grouped(most)}; give from and to closer together`,
  tooManyRatios: (ratios: number, most: number) =>
    `the triangle has ${grouped(ratios)} ratios, more than ${grouped(most)}; correct dates far from the others`,
  noRevenueBetween: (from: string, to: string) =>
    `no subscription pays from ${from} to ${to}; give months in which one runs`,
  noPayingAccount: () => 'mrr has no amount above 0; give a ledger with revenue',
  valuesWanted: (way: string) => `how ${quoted(way)} needs values; add the column of values`,

  directionCount: (signals: number, directions: number) =>
    `better has ${String(directions)} cells and signals has ${String(signals)} columns; give one direction, or one for each column`,

  scaleWidth: (width: number) => `scale has ${String(width)} columns; give four: input, weight, worst, best`,
  noWeight: () => 'the weights of scale add up to 0; give at least one input a weight above 0',
  inputWithoutSignal: (input: string, argument: string) =>
    `scale names ${quoted(input)}, but ${argument} has no such column; give both the same name`,
  notOneAccount: (argument: string, height: number, width: number, inputs: number) =>
    `${argument} has ${rowsOf(height)} of ${String(width)}; give the ${String(inputs)} values of one account in the order of scale, or a header row of input names and one row`,
  limitsCrossed: (redBelow: number, greenFrom: number) =>
    `red_below ${String(redBelow)} is above green_from ${String(greenFrom)}; give red_below the smaller number`,

  noRevenueAtAll: () => 'no revenue at the start or at the end',
  noMovements: () => 'nothing was won and nothing lost; give the MRR that moved',
  noActual: () => 'actual adds up to 0; give what came',
  noOutcome: () => 'outcome has no row that is settled; put TRUE or FALSE where the outcome is known',
  noWeights: () => 'weights add up to 0; give at least one weight above 0',
  bandsShape: (width: number) =>
    `bands has ${columnsOf(width)}; give a header row with Metric, Band, From and To, or just these four columns`,
  bandsColumn: (name: string) => `bands has no column ${quoted(name)}; add it, or correct its header`,
  bandsOverlap: (metric: string, lower: string, upper: string) =>
    `bands of ${quoted(metric)} overlap: ${quoted(lower)} ends above the start of ${quoted(upper)}; correct one of the two`,
  bandsSegments: (metric: string) =>
    `bands has several segments for ${quoted(metric)}; give the rows of one segment, with QUERY or FILTER`,
  nobodySigned: (day: string) => `nobody had signed by the end of ${day}; give a later day`,
  noAnswers: () => 'scores has no answers; give a range with scores',
  nothingEntered: (day: string) => `nothing was entered by the end of ${day}; give a later day`,
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

/** A whole number with thousands told apart: 1,000,000. */
function grouped(count: number): string {
  return String(count).replace(/(?=(\d{3})+$)\B/g, ',');
}

/** A percentage that was typed as a number, as the fraction it stands for. */
function percent(value: number): string {
  return String(Number((value / 100).toPrecision(12)));
}

function columnsOf(width: number): string {
  return `${String(width)} ${width === 1 ? 'column' : 'columns'}`;
}

function rowsOf(height: number): string {
  return `${String(height)} ${height === 1 ? 'row' : 'rows'}`;
}
