import { isoDay, parseIsoDay } from '../domain/calendar/day.js';
import { dayReader, instantFinder } from '../domain/calendar/zone.js';
import { checkFact, inWords, type Fact } from './self-test-fact.js';
import { asText } from './write-rows.js';
import { spreadsheetZone } from './zone.js';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const ROW = { typed: 2, texts: 3, plain: 4, days: 5, choice: 6, guarded: 7 } as const;
const PLAIN_TEXT = '@';
const TYPED = ['=1+1', '0012', 'TRUE', '1/2'];
const TEXTS = ['=1+1', '0012', '1/2', 'TRUE', '-5', '+1', "'twas", '@x'];
const PLAIN = ['0012', '1/2', 'TRUE'];
/** Two plain days and two on which clocks change. */
const DAYS = ['2026-01-15', '2026-03-29', '2026-07-15', '2026-11-01'];

const strip = (sheet: Sheet, row: number, width: number): Range => sheet.getRange(row, 1, 1, width);

function written(range: Range, cells: readonly unknown[]): readonly unknown[] {
  range.setValues([[...cells]]);
  SpreadsheetApp.flush();
  return range.getValues()[0] ?? [];
}

/** Whether texts came back as they were, and which did not. */
function unchanged(texts: readonly string[], values: readonly unknown[]): { found: string; holds: boolean } {
  const wrong = texts.flatMap((text, i) => (values[i] === text ? [] : [`${text} became ${inWords(values[i])}`]));
  return { found: wrong.length === 0 ? 'as it was' : wrong.join('; '), holds: wrong.length === 0 };
}

/** What text becomes that is written as if somebody typed it. */
function typedFacts(sheet: Sheet): readonly Fact[] {
  const range = strip(sheet, ROW.typed, TYPED.length);
  let values: readonly unknown[] = [];
  const formula = checkFact('Typed =1+1', 'the formula =1+1', () => {
    values = written(range, TYPED);
    const [entered = ''] = range.getFormulas()[0] ?? [];
    return entered === '' ? inWords(values[0]) : `the formula ${entered}`;
  });
  return [
    formula,
    checkFact('Typed 0012', 'the number 12', () => inWords(values[1])),
    checkFact('Typed TRUE', 'TRUE', () => inWords(values[2])),
    checkFact('Typed 1/2', 'a date', () => inWords(values[3])),
  ];
}

function textFacts(sheet: Sheet): readonly Fact[] {
  const plain = strip(sheet, ROW.plain, PLAIN.length);
  return [
    checkFact('Text with an apostrophe', 'as it was', () => {
      return unchanged(TEXTS, written(strip(sheet, ROW.texts, TEXTS.length), TEXTS.map(asText)));
    }),
    checkFact('Text in cells of format @', 'as it was', () => {
      plain.setNumberFormat(PLAIN_TEXT);
      return unchanged(PLAIN, written(plain, PLAIN));
    }),
    checkFact('Apostrophe in cells of format @', 'as it was', () =>
      unchanged(PLAIN, written(plain, PLAIN.map(asText))),
    ),
  ];
}

function daysFact(sheet: Sheet): Fact {
  return checkFact('Days in cells', DAYS.join(', '), () => {
    const zone = spreadsheetZone();
    const instantOf = instantFinder(zone);
    const dates = DAYS.map((day) => new Date(instantOf(parseIsoDay(day) ?? 0)));
    const values = written(strip(sheet, ROW.days, DAYS.length), dates);
    const dayOf = dayReader(zone);
    return values.map((value) => (value instanceof Date ? isoDay(dayOf(value.getTime())) : inWords(value))).join(', ');
  });
}

function guardedFacts(sheet: Sheet): readonly Fact[] {
  const choice = strip(sheet, ROW.choice, 1);
  const choose = (text: string): string => inWords(written(choice, [asText(text)])[0]);
  return [
    checkFact('Drop-down, a value of its list', 'the text open', () => {
      const rule = SpreadsheetApp.newDataValidation()
        .requireValueInList(['open', 'closed'], true)
        .setAllowInvalid(false);
      choice.setDataValidation(rule.build());
      return choose('open');
    }),
    checkFact('Drop-down, another value', 'refused', () => {
      let taken: string;
      try {
        taken = choose('elsewhere');
      } catch {
        return 'refused';
      }
      return taken;
    }),
    checkFact('Protected cells that you may edit', 'the text mine', () => {
      const range = strip(sheet, ROW.guarded, 1);
      range.protect().setWarningOnly(true);
      return inWords(written(range, [asText('mine')])[0]);
    }),
  ];
}

/** What becomes of values that are written to cells of the scratch tab. */
export function cellFacts(sheet: Sheet): readonly Fact[] {
  return [...typedFacts(sheet), ...textFacts(sheet), daysFact(sheet), ...guardedFacts(sheet)];
}
