import { describe, expect, it } from 'vitest';
import type { Emulator, EmulatorOptions } from '../../workbench/apps-script/api.js';
import { emulator as start, HOUR, MAYA, OPS, rowsOf, signals, smallTabs, type Tabs } from './books.js';
import { openBooks } from '../sidebar-api/open-books.js';

const books = openBooks();
const emulator = (tabs: Tabs, options: Partial<EmulatorOptions> = {}): Emulator => books.keep(start(tabs, options));

const tick = (emulated: Emulator) => emulated.run('tick', 'clockTrigger');
const states = (emulated: Emulator) => rowsOf(emulated, 'Notices').map(({ State }) => State);

const twoOwners = (): Tabs => ({
  ...smallTabs(),
  Accounts: [
    ['Account', 'CSM', 'ARR'],
    ['Northwind', MAYA, 120_000],
    ['Contoso', 'ben@northlight.example', 600_000],
  ],
  Signals: signals({ Northwind: [500, 410, 360], Contoso: [100, 90, 80] }),
});

describe('sending', () => {
  it('goes on after a refused message, keeps why, and tries it again', () => {
    const emulated = emulator(twoOwners());
    let sends = 0;
    emulated.onServiceCall = (call) => {
      if (call.name === 'MailApp.sendEmail' && ++sends === 1) call.fail('Service error: Mail');
    };
    tick(emulated);
    expect(emulated.outbox).toHaveLength(1);
    expect(rowsOf(emulated, 'Notices').map(({ State, Error: why }) => [State, why])).toContainEqual([
      'due',
      expect.stringContaining('Service error: Mail'),
    ]);
    emulated.onServiceCall = null;
    emulated.advance(HOUR);
    tick(emulated);
    expect(states(emulated)).toEqual(['sent', 'sent']);
    expect(new Set(emulated.outbox.map(({ to }) => to)).size).toBe(2);
  });

  it.each([
    ['the account column is renamed', 'Accounts!A1', 'Konto', 'Account'],
    ['the indicator is renamed', 'Signals!C1', 'Nutzung', 'Usage'],
    ['a state is none', 'Alerts!M2', "'in progress", 'open'],
  ])('waits while %s, and is made good afterwards', (_, cell, broken, whole) => {
    const emulated = emulator(smallTabs());
    emulated.onServiceCall = (call) => {
      if (call.name === 'MailApp.sendEmail') call.fail('Service error: Mail');
    };
    tick(emulated);
    emulated.onServiceCall = null;
    emulated.type(cell, broken);
    emulated.advance(2 * HOUR);
    tick(emulated);
    expect(emulated.outbox).toMatchObject([{ to: OPS, subject: expect.stringContaining('Trouble') as string }]);
    emulated.type(cell, whole);
    emulated.advance(2 * HOUR);
    tick(emulated);
    expect(emulated.outbox.map(({ to }) => to)).toEqual([OPS, MAYA]);
    expect(states(emulated)).toEqual(['sent']);
  });

  it('spends a short quota on the largest exposure, and the rest the next day', () => {
    const names = Array.from({ length: 101 }, (_, i) => `Account ${String(i)}`);
    const accounts = names.map((name, i): [string, string, number] => [name, `csm${String(i)}@x.example`, 1000 + i]);
    const usage = Object.fromEntries(names.map((name) => [name, [9, 8, 7]]));
    const tabs = { Accounts: [['Account', 'CSM', 'ARR'], ...accounts], Signals: signals(usage) };
    const emulated = emulator(tabs, { account: 'consumer' });
    tick(emulated);
    expect(emulated.outbox).toHaveLength(100);
    expect(emulated.outbox.map(({ to }) => to)).not.toContain('csm0@x.example');
    emulated.advance(25 * HOUR);
    tick(emulated);
    expect(emulated.outbox).toHaveLength(101);
    expect(emulated.outbox[100]?.to).toBe('csm0@x.example');
  });
});

describe('a message that the quota does not reach for', () => {
  it('says so in Notices and in Decisions, once, and goes out when there is quota again', () => {
    const names = Array.from({ length: 101 }, (_, i) => `Account ${String(i)}`);
    const accounts = names.map((name, i): [string, string, number] => [name, `csm${String(i)}@x.example`, 1000 + i]);
    const usage = Object.fromEntries(names.map((name) => [name, [9, 8, 7]]));
    const tabs = { Accounts: [['Account', 'CSM', 'ARR'], ...accounts], Signals: signals(usage) };
    const emulated = emulator(tabs, { account: 'consumer' });
    const reasons = (): string[] => {
      const [header = [], ...rows] = emulated.values("'Decisions'!A1:Z200");
      const [subject, reason] = ['Subject', 'Reason'].map((name) => header.indexOf(name));
      return rows.filter((row) => row[subject ?? -1] === 'Account 0').map((row) => String(row[reason ?? -1]));
    };
    tick(emulated);
    emulated.advance(HOUR);
    tick(emulated);
    expect(reasons()).toEqual(['quota exhausted']);
    const waiting = rowsOf(emulated, 'Notices').filter(({ State }) => State === 'due');
    expect(waiting.map(({ Error: why }) => why)).toEqual(['the mail quota of the day is used up']);
    emulated.advance(25 * HOUR);
    tick(emulated);
    expect(reasons()).toEqual(['quota exhausted', 'first notice']);
    expect(emulated.outbox).toHaveLength(101);
  });
});

describe('a message of very many alerts', () => {
  it('is one, whatever the cells of Notices hold, and is told as a whole', () => {
    const names = Array.from({ length: 1_500 }, (_, i) => `Account ${String(i).padStart(4, '0')}`);
    const usage = Object.fromEntries(names.map((name) => [name, [9, 8, 7]]));
    const accounts = names.map((name) => [name, MAYA, 1000]);
    const emulated = emulator({ Accounts: [['Account', 'CSM', 'ARR'], ...accounts], Signals: signals(usage) });
    tick(emulated);
    expect(emulated.outbox).toHaveLength(1);
    expect(emulated.outbox[0]?.body).toContain('1,500 accounts bend');
    expect(states(emulated)).toEqual(['sent', 'sent']);
    emulated.advance(HOUR);
    tick(emulated);
    expect(emulated.outbox).toHaveLength(1);
  });
});

describe('a run that dies between the rows of its outcomes', () => {
  it('doubles no mail: what it sent is remembered by message', () => {
    const emulated = emulator(twoOwners());
    let sends = 0;
    emulated.onServiceCall = (call) => {
      if (call.name === 'MailApp.sendEmail') sends++;
      if (sends === 2 && call.name === 'Range.setValues') call.kill();
    };
    tick(emulated);
    emulated.onServiceCall = null;
    expect(states(emulated)).toEqual(['sending', 'sending']);
    // As if one of two writes had come through, or somebody had tidied up.
    emulated.type('Notices!G2', 'sent');
    emulated.advance(HOUR);
    tick(emulated);
    expect(states(emulated)).toEqual(['sent', 'sent']);
    expect(emulated.outbox).toHaveLength(2);
  });
});
