import { describe, expect, it } from 'vitest';
import type { Emulator, EmulatorOptions } from '../../workbench/apps-script/api.js';
import {
  book as bookOf,
  emulator as start,
  HOUR,
  madeTabs,
  MAYA,
  rowsOf,
  signals,
  smallTabs,
  type Tabs,
} from './books.js';
import { openBooks } from '../sidebar-api/open-books.js';

const books = openBooks();
const emulator = (tabs: Tabs, options: Partial<EmulatorOptions> = {}): Emulator => books.keep(start(tabs, options));

const tick = (emulated: Emulator) => emulated.run('tick', 'clockTrigger');

describe('the weekly scan', () => {
  it('mails the owner of a bending account, with its numbers, and keeps an alert and a notice', () => {
    const emulated = emulator(smallTabs());
    expect(tick(emulated).error).toBeUndefined();
    expect(emulated.outbox).toHaveLength(1);
    const [mail] = emulated.outbox;
    expect(mail).toMatchObject({ to: MAYA, subject: '[Bellwether] Northwind: usage bends since 4 May' });
    expect(mail?.body).toContain('Maya Chen');
    expect(mail?.body).toMatch(/-36 % over 3 weeks/);
    expect(mail?.htmlBody).not.toContain('Contoso');
    expect(rowsOf(emulated, 'Alerts')).toMatchObject([
      { Key: 'Momentum decay | Northwind | 2026-05-04', State: 'open', Exposure: 120_000, Owner: MAYA, Level: 1 },
    ]);
    expect(rowsOf(emulated, 'Notices')).toMatchObject([{ Recipient: MAYA, State: 'sent', Attempts: 1 }]);
  });

  it('sends nothing the second time, and asks little for it', () => {
    const emulated = emulator(smallTabs());
    tick(emulated);
    const before = emulated.save();
    const again = tick(emulated);
    expect(emulated.outbox).toHaveLength(1);
    expect(emulated.save()).toEqual(before);
    expect(again.serviceCallCount).toBeLessThanOrEqual(12);
  });

  it('judges the week before until its hour, and then the week that ended', () => {
    const Settings = [
      ['Setting', 'Value'],
      ['Work starts at', '7'],
    ];
    const tabs = { ...smallTabs(), Settings, Signals: signals({ Northwind: [5, 5, 4, 3], Contoso: [9, 8, 7, 8] }) };
    const emulated = emulator(tabs, { now: SCAN_EVE });
    tick(emulated);
    expect(rowsOf(emulated, 'Alerts')).toMatchObject([{ Account: 'Contoso', State: 'open' }]);
    emulated.advance(HOUR);
    tick(emulated);
    expect(rowsOf(emulated, 'Alerts')).toMatchObject([
      { Account: 'Contoso', State: 'resolved', Reason: 'condition cleared' },
      { Account: 'Northwind', State: 'open' },
    ]);
    expect(emulated.outbox.map(({ subject }) => subject)).toEqual([
      '[Bellwether] Contoso: usage bends since 4 May',
      '[Bellwether] Northwind: usage bends since 11 May',
    ]);
  });

  it('takes in a value that comes late, and one that is corrected', () => {
    const emulated = emulator({ ...smallTabs(), Signals: signals({ Northwind: [400, 410, 360, ''] }) });
    tick(emulated);
    expect(emulated.outbox).toEqual([]);
    emulated.type('Signals!C5', '320');
    emulated.advance(HOUR);
    tick(emulated);
    expect(emulated.outbox).toHaveLength(1);
    emulated.type('Signals!C5', '420');
    emulated.advance(HOUR);
    tick(emulated);
    expect(rowsOf(emulated, 'Alerts')).toMatchObject([{ State: 'resolved', Reason: 'data corrected' }]);
    expect(emulated.outbox).toHaveLength(1);
  });

  it('leaves when another run holds the lock', () => {
    const emulated = emulator(smallTabs());
    const release = emulated.holdLock('document');
    expect(tick(emulated).error).toBeUndefined();
    expect(emulated.outbox).toEqual([]);
    release();
    tick(emulated);
    expect(emulated.outbox).toHaveLength(1);
  });
});

/** Monday 25 May 2026, 07:30 in the zone of the book. */
const SCAN_EVE = Date.UTC(2026, 4, 25, 2, 0);

describe('a run that fails', () => {
  it('is told in the sidebar until a run succeeds, and what it would have done is done then', async () => {
    const emulated = emulator(smallTabs());
    const failure = async () => {
      const reply = await emulated.callFromClient('callFromSidebar', [JSON.stringify({ call: 'home', args: {} })]);
      return (JSON.parse(String(reply)) as { value: { failure: string | null } }).value.failure;
    };
    emulated.onServiceCall = (call) => {
      if (call.name === 'Range.getValues') call.fail('Service error: Spreadsheets');
    };
    expect(tick(emulated).error?.message).toBe('Service error: Spreadsheets');
    emulated.onServiceCall = null;
    expect(await failure()).toBe('Service error: Spreadsheets');
    emulated.advance(HOUR);
    expect(tick(emulated).error).toBeUndefined();
    expect(await failure()).toBeNull();
    expect(emulated.outbox).toHaveLength(1);
  });
});

describe('what a person has in our tabs', () => {
  it('stays: their own columns between ours are not touched by a new row', () => {
    const tabs = madeTabs();
    const [header = []] = tabs['Alerts'] ?? [];
    const own = [...header.slice(0, 3), 'Loud', ...header.slice(3)];
    const rows = [2, 3, 4].map((row) => [null, null, null, { formula: `=UPPER(C${String(row)})` }]);
    const emulated = emulator({ ...tabs, Alerts: [own, ...rows] });
    tick(emulated);
    expect(emulated.save().sheets.find(({ name }) => name === 'Alerts')?.rows[1]?.[3]).toMatchObject({
      formula: '=UPPER(C2)',
    });
    expect(rowsOf(emulated, 'Alerts')[0]).toMatchObject({ Account: 'Northwind', State: 'open' });
  });

  it.each([
    ['one row', { rowCount: 1, columnCount: 26 }],
    ['five columns', { rowCount: 1000, columnCount: 5 }],
  ])('may be an empty tab of %s, which is laid out', (_, size) => {
    const book = bookOf(smallTabs());
    const sheets = [...book.sheets, { name: 'Alerts', rows: [], ...size }];
    const emulated = emulator({}, { book: { ...book, sheets } });
    expect(tick(emulated).error).toBeUndefined();
    expect(rowsOf(emulated, 'Alerts')).toHaveLength(1);
    expect(emulated.outbox).toHaveLength(1);
  });
});
