import { isoDay, parseIsoDay } from '../domain/calendar/day.js';
import { dayReader, instantFinder } from '../domain/calendar/zone.js';
import { checkFact, inWords, type Fact } from './self-test-fact.js';
import { spreadsheetZone } from './zone.js';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows of accounts, days and amounts that the formulas read, from FIRST_ROW on in columns A to C; column D is blank. */
const DATA = [
  ['Acme', '2026-05-04', 8],
  ['Acme', '2026-05-11', 4],
  ['Acme', '2026-05-18', 5],
] as const;
const WEEKS = DATA.map(([, day]) => day);
const FIRST_ROW = 10;
const VALUE_COLUMN = 5;
const SPILL_COLUMN = 6;

const LOADING = /^Loading/;
const TRIES = 6;
const WAIT_MS = 2_000;

interface OneValue {
  readonly name: string;
  readonly formula: string;
  /** Null where only an error is right. */
  readonly expected: number | null;
  /** Whether an error, which says what to do, is as good: only a wrong number would mislead. */
  readonly mayRefuse?: boolean;
}

/** Formulas that answer with one value, in the order of their rows. */
const FORMULAS: readonly OneValue[] = [
  { name: 'Ranges into a function', formula: '=NRR(C10:C11, C11:C12)', expected: 0.75 },
  { name: 'A range of one cell', formula: '=NRR(C10:C10, C11:C11)', expected: 0.5 },
  { name: 'A blank cell', formula: '=NRR(C10, D10)', expected: 0 },
  { name: 'A skipped argument', formula: '=NRR(100, 12, , 4)', expected: 1.08 },
  { name: 'An error into a function', formula: '=NRR(C10, NA())', expected: null, mayRefuse: true },
  { name: 'Dates in cells into a function', formula: '=KRPACE(B10, B12, B11)', expected: 0.5 },
  {
    name: 'Computed dates into a function',
    formula: '=KRPACE(DATE(2026, 5, 4), DATE(2026, 5, 14), DATE(2026, 5, 5))',
    expected: 0.1,
  },
  { name: 'A date plus a number into a function', formula: '=KRPACE(B10, B12, B10+7)', expected: 0.5, mayRefuse: true },
];
const SPILLING = '=WEEKLY(A10:A12, B10:B12)';

/** Writes the data and the formulas, and reads what they come to once nothing is loading, or time is up. */
function computed(sheet: Sheet): readonly (readonly unknown[])[] {
  const instantOf = instantFinder(spreadsheetZone());
  const rows = DATA.map(([account, day, amount]) => [account, new Date(instantOf(parseIsoDay(day) ?? 0)), amount]);
  sheet.getRange(FIRST_ROW, 1, rows.length, 3).setValues(rows);
  sheet.getRange(FIRST_ROW, VALUE_COLUMN, FORMULAS.length, 1).setFormulas(FORMULAS.map(({ formula }) => [formula]));
  sheet.getRange(FIRST_ROW, SPILL_COLUMN).setFormula(SPILLING);
  const results = sheet.getRange(FIRST_ROW, VALUE_COLUMN, FORMULAS.length, 4);
  for (let tries = 1; ; tries++) {
    SpreadsheetApp.flush();
    const values: unknown[][] = results.getValues();
    const isWaiting = values.some((row) => row.some((value) => LOADING.test(String(value))));
    if (!isWaiting || tries === TRIES) return values;
    Utilities.sleep(WAIT_MS);
  }
}

const stillLoading = {
  notChecked: `still loading after ${String(((TRIES - 1) * WAIT_MS) / 1000)} seconds; run the self-test again`,
};

function formulaFact({ name, formula, expected, mayRefuse = false }: OneValue, value: unknown): Fact {
  const answers = [...(expected === null ? [] : [String(expected)]), ...(mayRefuse ? ['an error'] : [])];
  return checkFact(name, `${formula.slice(1)} is ${answers.join(' or ')}`, () => {
    if (LOADING.test(String(value))) return stillLoading;
    const isRefused = mayRefuse && String(value).startsWith('#');
    const isRight = expected !== null && typeof value === 'number' && Math.abs(value - expected) < 1e-9;
    return { found: inWords(value), holds: isRefused || isRight };
  });
}

/** What functions of the add-on make of their arguments, and what becomes of their answers, in the scratch tab. */
export function formulaFacts(sheet: Sheet): readonly Fact[] {
  let values: readonly (readonly unknown[])[] = [];
  const commas = checkFact('Commas between arguments', FORMULAS[0]?.formula ?? '', () => {
    values = computed(sheet);
    return sheet.getRange(FIRST_ROW, VALUE_COLUMN).getFormula();
  });
  const spilled = values.slice(0, WEEKS.length).map((row) => row.slice(1));
  const isLoading = spilled.some((row) => row.some((value) => LOADING.test(String(value))));
  const dayOf = dayReader(spreadsheetZone());
  return [
    commas,
    ...FORMULAS.map((formula, i) => formulaFact(formula, values[i]?.[0] ?? '')),
    checkFact('A spilling function', '3 rows: 1, 1, 1', () => {
      if (isLoading) return stillLoading;
      const counts = spilled.map((row) => row[2]).filter((count) => count !== '');
      return `${String(counts.length)} rows: ${counts.map(String).join(', ')}`;
    }),
    checkFact('Dates out of a function', WEEKS.join(', '), () => {
      if (isLoading) return stillLoading;
      return spilled.map(([week]) => (week instanceof Date ? isoDay(dayOf(week.getTime())) : inWords(week))).join(', ');
    }),
  ];
}
