import { parseIsoDay } from '../../src/domain/calendar/day.js';
import type { Emulator, EmulatorOptions } from '../../workbench/apps-script/api.js';
import { createNodeEmulator } from '../../workbench/apps-script/node.js';
import { serialOfDay, type Book, type BookCell } from '../../workbench/book.js';
import { builtFiles } from './bundle.js';

/** The script's zone is Etc/UTC, the process has two others in turn: this is the spreadsheet's own. */
const BOOK_ZONE = 'Asia/Kolkata';

export const MAYA = 'maya@northlight.example';
export const OPS = 'ops@northlight.example';

/** Monday 25 May 2026, 09:00 in BOOK_ZONE: the scan of the week of 18 May is due. */
const SCAN_TIME = Date.UTC(2026, 4, 25, 3, 30);
export const HOUR = 3_600_000;

/** The Mondays up to a last one, oldest first. */
function weeks(count: number, lastMonday: string): BookCell[] {
  const last = parseIsoDay(lastMonday) ?? 0;
  return Array.from({ length: count }, (_, i) => {
    return { serial: serialOfDay(last - 7 * (count - 1 - i)), format: 'yyyy-mm-dd' };
  });
}

export type Tabs = Readonly<Record<string, readonly (readonly BookCell[])[]>>;

export function book(tabs: Tabs): Book {
  return {
    name: 'Customers',
    timeZone: BOOK_ZONE,
    locale: 'en_US',
    sheets: Object.entries(tabs).map(([name, rows]) => ({ name, rows, rowCount: Math.max(1000, rows.length) })),
  };
}

/** Weekly usage per account as a Signals tab, ending with the week that the first scan judges unless told otherwise. */
export function signals(usage: Readonly<Record<string, readonly BookCell[]>>, lastMonday = '2026-05-18'): BookCell[][] {
  const rows = Object.entries(usage).flatMap(([account, values]) => {
    const mondays = weeks(values.length, lastMonday);
    return values.map((value, i): BookCell[] => [mondays[i] ?? null, account, value]);
  });
  return [['Week', 'Account', 'Usage'], ...rows];
}

/** Two accounts of Maya's: Northwind bends, Contoso does not. */
export function smallTabs(): Tabs {
  return {
    Accounts: [
      ['Account', 'CSM', 'ARR'],
      ['Northwind', MAYA, 120_000],
      ['Contoso', MAYA, 60_000],
    ],
    Signals: signals({ Northwind: [500, 410, 360, 320], Contoso: [100, 100, 101, 101] }),
    Team: [
      ['Name', 'E-mail'],
      ['Maya Chen', MAYA],
    ],
  };
}

export function emulator(tabs: Tabs, options: Partial<EmulatorOptions> = {}): Emulator {
  return createNodeEmulator({ files: builtFiles(), book: book(tabs), now: SCAN_TIME, user: OPS, ...options });
}

/** The rows of a tab below its header, as records by header; blank rows left out; [] when there is no such tab. */
export function rowsOf(emulated: Emulator, tab: string): Record<string, unknown>[] {
  if (!emulated.save().sheets.some(({ name }) => name === tab)) return [];
  const [header = [], ...rows] = emulated.values(`'${tab}'!A1:Z60`);
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(header.map((name, i) => [String(name), row[i]])));
}

/** The tabs that Bellwether makes, empty but for their headers, so that fewer calls are made. */
export const madeTabs: () => Tabs = (() => {
  let made: Tabs | null = null;
  return () => {
    if (made === null) {
      const emulated = emulator(smallTabs());
      emulated.run('tick', 'clockTrigger');
      const { sheets } = emulated.save();
      const headers = sheets.flatMap(({ name, rows }) =>
        name in smallTabs() ? [] : [[name, rows.slice(0, 1)] as const],
      );
      made = Object.fromEntries(headers);
      emulated.dispose();
    }
    return { ...smallTabs(), ...made };
  };
})();
