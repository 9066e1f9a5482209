import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { readPublicFunctions } from '../../scripts/public-functions.mjs';
import type { SampleArgument, SampleCell } from './sample-calls.js';

/** Cell functions are written in capitals; the add-on's other globals are not. */
export const functions = readPublicFunctions().filter(({ name }) => name === name.toUpperCase());

const context = vm.createContext({
  SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSpreadsheetTimeZone: () => 'Etc/UTC' }) },
});
vm.runInContext(readFileSync(join(import.meta.dirname, '../../dist/Code.js'), 'utf8'), context);
/** Makes the arguments in the bundle's own realm, as Sheets does, and brings the answer back as text. */
vm.runInContext(
  `
  const revived = (json) => JSON.parse(json, (_, value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? 'day' in value ? new Date(value.day + 'T00:00:00Z') : 'odd' in value ? Number(value.odd) : undefined
      : value);
  const told = (value) => {
    if (Array.isArray(value)) return value.map(told);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'a bad Date' : { day: value.toISOString().slice(0, 10) };
    if (typeof value === 'number' && !Number.isFinite(value)) return 'not finite: ' + value;
    return value === null || value === undefined ? 'nothing at all' : value;
  };
  function outcomeOf(name, args) {
    try {
      return JSON.stringify({ value: told(globalThis[name](...args)) });
    } catch (error) {
      return JSON.stringify({ sentence: error.name === 'Error' ? error.message : error.name + ' thrown: ' + error.message });
    }
  }
  // Ranges go on for 100,000 rows; where names are told apart, so are the days.
  function lengthened(args, named) {
    const isDistinct = named.includes(true);
    return args.map((argument, index) => Array.isArray(argument) && argument.length > 1
      ? Array.from({ length: 100000 }, (_, row) => argument[row % argument.length].map((cell) =>
          typeof cell === 'string' && cell !== '' && named[index] ? cell + ' ' + row
          : isDistinct && cell instanceof Date ? new Date(cell.getTime() + (row % 700) * 86400000)
          : cell))
      : argument);
  }`,
  context,
);
const callInRealm = vm.runInContext('(name, json) => outcomeOf(name, revived(json))', context) as (
  name: string,
  json: string,
) => string;
const callWithLongRanges = vm.runInContext(
  '(name, json, named) => outcomeOf(name, lengthened(revived(json), JSON.parse(named)))',
  context,
) as (name: string, json: string, named: string) => string;

/** Any cell; `odd` stands for a number that JSON has not. */
export type BadCell = SampleCell | { readonly odd: string };
export type Argument = SampleArgument | BadCell | readonly (readonly BadCell[])[];
export interface Outcome {
  readonly value?: unknown;
  readonly sentence?: string;
}

/** What a cell function answers or says. */
export function call(name: string, args: readonly Argument[]): Outcome {
  return JSON.parse(callInRealm(name, JSON.stringify(args))) as Outcome;
}

/** The same with every range of several rows going on for 100,000; names are told apart by row where `named` says so. */
export function callWithLongRows(name: string, args: readonly Argument[], named: readonly boolean[]): Outcome {
  return JSON.parse(callWithLongRanges(name, JSON.stringify(args), JSON.stringify(named))) as Outcome;
}

/** The sentences that a person can act on: one line, the function's name first, no word of the machine's own. */
const UNCLEAR = /undefined|null\b|NaN|\[object|is not a function|cannot read|thrown:|\n|\.$|^.{400}/i;

/** What is wrong with an outcome; null when it is a value as Sheets shows it or one clear sentence. */
export function flaw(name: string, { value, sentence }: Outcome): string | null {
  if (sentence !== undefined) {
    return sentence.startsWith(`${name}: `) && !UNCLEAR.test(sentence) ? null : `says: ${sentence}`;
  }
  const rows = Array.isArray(value) ? (value as unknown[]) : [[value]];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const isTable = rows.length > 0 && width > 0 && rows.every((row) => Array.isArray(row) && row.length === width);
  if (!isTable) return `is no table: ${JSON.stringify(value).slice(0, 80)}`;
  const odd = rows
    .flat()
    .find((cell) => typeof cell === 'string' && /^(not finite|nothing at all|a bad Date)/.test(cell));
  return odd === undefined ? null : `holds ${JSON.stringify(odd)}`;
}

/** Whether an argument is a range. */
export const isRange = (argument: Argument): argument is readonly (readonly BadCell[])[] => Array.isArray(argument);
