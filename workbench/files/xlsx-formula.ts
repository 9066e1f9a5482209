import { compileFormula } from '../apps-script/formulas/open-ranges.js';
import { XLSX_COLUMNS, XLSX_ROWS } from './xlsx-limits.js';

/** Functions younger than the file format: xlsx stores them with a prefix, or Excel shows #NAME?. */
const YOUNG: Readonly<Record<string, string>> = {
  ...prefixed('_xlfn._xlws.', 'FILTER SORT'),
  ...prefixed(
    '_xlfn.',
    'ARRAYTOTEXT BYCOL BYROW CHOOSECOLS CHOOSEROWS CONCAT DROP EXPAND FORECAST.LINEAR HSTACK IFNA IFS LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS REDUCE SCAN SEQUENCE SORTBY SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNIQUE VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR',
  ),
};

const TO_LAST_ROW = new RegExp(String.raw`(?<=[A-Z]\$?[0-9]+)(:\$?[A-Z]{1,3})\$?${XLSX_ROWS}\b`, 'gi');

function prefixed(prefix: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, prefix + name]));
}

/** A formula as xlsx stores it: without `=`, young functions prefixed, open ranges such as A2:A closed at the last row. */
export function toXlsxFormula(formula: string): string {
  const closed = compileFormula(formula, () => ({ rowCount: XLSX_ROWS, columnCount: XLSX_COLUMNS }));
  return outsideQuotes(closed.replace(/^=/, ''), (code) =>
    code.replace(/(?<![\w.])([A-Za-z][A-Za-z0-9.]*)(?=\()/g, (name) => YOUNG[name.toUpperCase()] ?? name),
  );
}

/** A formula as a cell shows it: with `=`, without the prefixes of the file format, ranges to the last row open again. */
export function fromXlsxFormula(formula: string): string {
  return '=' + outsideQuotes(formula, (code) => code.replace(/_xl(?:fn|ws|pm|udf)\./gi, '').replace(TO_LAST_ROW, '$1'));
}

/** A formula whose references follow tabs that got another name on their way in. */
export function renameTabs(formula: string, renamed: ReadonlyMap<string, string>): string {
  return formula.replace(
    /"(?:[^"]|"")*"|'((?:[^']|'')*)'!|([\p{L}_][\p{L}\d_.]*)!/gu,
    (part, quoted?: string, bare?: string) => {
      const name = renamed.get(quoted?.replaceAll("''", "'") ?? bare ?? '');
      return name === undefined ? part : `'${name.replaceAll("'", "''")}'!`;
    },
  );
}

/** Texts and quoted tab names may contain what looks like code. */
function outsideQuotes(formula: string, change: (code: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}
