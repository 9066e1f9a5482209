import type { Emulator, PlatformState } from '../../../workbench/apps-script/api.js';
import { createNodeEmulator } from '../../../workbench/apps-script/node.js';
import { serialOfDay, type Book, type BookCell, type BookSheet } from '../../../workbench/book.js';
import { builtFiles } from '../bundle.js';
import { isoOf } from './calendar.js';
import type { Model } from './model.js';

export const TEAM_ZONE = 'America/New_York';
export const OPS = 'ops@x.example';
/** A second person who has the watch on too. */
export const OTHER = 'other@x.example';
const [ANA, BEN, DEV, LEAD, PRODUCT, CRO] = [
  'ana@x.example',
  'ben@x.example',
  'dev@x.example',
  'lead@x.example',
  'pam@x.example',
  'cro@x.example',
];
export { ANA, BEN, DEV, LEAD, CRO };
/** Everybody works Mon-Fri 08-18, Ben in a zone whose working day is the others' night. */
export const ZONES: Readonly<Record<string, string>> = { [BEN]: 'Asia/Tokyo' };

/** What a person does to a whole tab by hand, as functions of the script: the emulator has no other way to. */
const HELPERS = `
function handPut(tab, rows) {
  const sheet = SpreadsheetApp.getActive().getSheetByName(tab);
  const data = sheet.getDataRange();
  const width = Math.max(data.getNumColumns(), rows[0].length);
  const blank = Array.from({ length: Math.max(0, data.getNumRows() - rows.length) }, () => []);
  const all = [...rows, ...blank].map((row) => Array.from({ length: width }, (_, i) => row[i] === undefined ? '' : row[i]));
  sheet.getRange(1, 1, all.length, width).setValues(all);
}
function handReverse(tab) {
  const range = SpreadsheetApp.getActive().getSheetByName(tab).getDataRange();
  const [header, ...rows] = range.getValues();
  const asText = (cell) => typeof cell === 'string' && cell !== '' ? "'" + cell : cell;
  range.setValues([header, ...rows.reverse().map((row) => row.map(asText))]);
}
function handInsert(tab, row) {
  const sheet = SpreadsheetApp.getActive().getSheetByName(tab);
  sheet.insertRowBefore(row);
  if (tab === 'Signals') sheet.getRange(row, 1).setNumberFormat('yyyy-mm-dd');
}
function handRename(from, to) { SpreadsheetApp.getActive().getSheetByName(from).setName(to); }
function handDelete(tab) {
  const book = SpreadsheetApp.getActive();
  book.deleteSheet(book.getSheetByName(tab));
}`;

const files = (() => {
  const built = builtFiles();
  return { ...built, code: built.code + HELPERS };
})();

/** The tabs that a team keeps, as rows of cells; days as serial numbers, since the columns are formatted as days. */
export function teamTabs(model: Model): Readonly<Record<string, BookCell[][]>> {
  const day = (at: number): number => at + serialOfDay(0);
  return {
    Accounts: [['Account', 'CSM', 'ARR'], ...model.accounts.map(({ name, csm, arr }) => [name, csm, arr])],
    Signals: [
      ['Week', 'Account', 'Usage'],
      ...model.signals.map(({ week, account, value }) => [day(week), account, value]),
    ],
    Team: [
      ['Name', 'E-mail', 'Role', 'Manager', 'Function', 'Time zone'],
      ...[
        ['Ana', ANA, 'CSM', LEAD, 'CS', ''],
        ['Ben', BEN, 'CSM', LEAD, 'CS', ZONES[BEN] ?? ''],
        ['Dev', DEV, 'Engineer', PRODUCT, 'Product', ''],
        ['Pam', PRODUCT, 'VP Product', '', 'Product', ''],
        ['Lea', LEAD, 'VP Customer Success', CRO, 'CS', ''],
        ['Cro', CRO, 'CRO', '', 'Sales', ''],
      ].filter(([, email = '']) => !model.left.has(email)),
    ],
    Commitments: [
      ['Id', 'Account', 'Commitment', 'Function', 'Owner', 'Due', 'Done on'],
      ...model.commitments.map(({ id, account, due, done }) => [
        id,
        account,
        'Export',
        'Product',
        DEV,
        day(due),
        done === null ? '' : day(done),
      ]),
    ],
  };
}

const DAY_COLUMNS: Readonly<Record<string, readonly string[]>> = { Signals: ['A'], Commitments: ['F', 'G'] };
/** A large grid of formatted cells is most of what a run costs. */
const ROWS = 60;

function teamSheets(model: Model): BookSheet[] {
  return Object.entries(teamTabs(model)).map(([name, rows]) => {
    const blankFormats = (DAY_COLUMNS[name] ?? []).map((column) => {
      return { range: `${column}2:${column}${String(ROWS)}`, format: 'yyyy-mm-dd' };
    });
    const dated = rows.map((row, at) => {
      return row.map((cell, i): BookCell => {
        const isDay = at > 0 && typeof cell === 'number' && (DAY_COLUMNS[name] ?? []).includes('ABCDEFG'[i] ?? '');
        return isDay ? { serial: cell, format: 'yyyy-mm-dd' } : cell === '' ? null : cell;
      });
    });
    return { name, rows: dated, rowCount: ROWS, columnCount: 8, blankFormats };
  });
}

/** The tabs that Bellwether makes, with their headers alone and on a small grid; made once. */
const madeSheets: (model: Model) => readonly BookSheet[] = (() => {
  let made: readonly BookSheet[] | null = null;
  return (model) => {
    if (made) return made;
    // Nobody's account, so that there is a problem to list.
    const accounts = model.accounts.map((account) => ({ ...account, csm: 'team' }));
    const bad = teamSheets({ ...model, accounts });
    const emulated = start(bad, model.startedAt, undefined);
    emulated.run('tick', 'clockTrigger');
    made = emulated.save().sheets.flatMap((sheet): BookSheet[] => {
      if (sheet.name in teamTabs(model)) return [];
      return [{ ...sheet, rows: sheet.rows.slice(0, 1), blankFormats: [], rowCount: ROWS }];
    });
    emulated.dispose();
    return made;
  };
})();

function start(sheets: readonly BookSheet[], now: number, state: PlatformState | undefined): Emulator {
  const book: Book = { name: 'Customers', timeZone: TEAM_ZONE, locale: 'en_US', sheets };
  return createNodeEmulator({ files, book, now, user: OPS, sharedRealm: true, ...(state ? { state } : {}) });
}

/** The workbook at the start of a run: Bellwether's tabs are there and blank. */
export function startBook(model: Model): Emulator {
  return start([...teamSheets(model), ...madeSheets(model)], model.startedAt, undefined);
}

/** The same workbook and the same moment, with what the platform remembers changed. */
export function withState(emulated: Emulator, change: (state: PlatformState) => PlatformState): Emulator {
  const { sheets } = emulated.save();
  const next = start(sheets, emulated.now, change(emulated.saveState()));
  emulated.dispose();
  return next;
}

/** A tab's rows as texts and numbers by header; [] when there is no such tab. */
export function recordsOf(book: Book, tab: string): readonly Readonly<Record<string, string>>[] {
  const rows = book.sheets.find(({ name }) => name === tab)?.rows ?? [];
  const [header = [], ...records] = rows;
  const textOf = (cell: BookCell | undefined): string => {
    if (typeof cell !== 'object' || cell === null) return String(cell ?? '');
    if ('serial' in cell) return isoOf(Math.floor(cell.serial) - serialOfDay(0));
    return 'number' in cell ? String(cell.number) : '';
  };
  return records.map((cells) => Object.fromEntries(header.map((name, i) => [textOf(name), textOf(cells[i])])));
}
