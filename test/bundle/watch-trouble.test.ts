import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator, EmulatorOptions } from '../../workbench/apps-script/api.js';
import { emulator as start, HOUR, MAYA, OPS, rowsOf, signals, smallTabs, type Tabs } from './books.js';
import { builtFiles } from './bundle.js';
import { DEV, troubledTabs, VP_CS } from './watch-books.js';

const DAY = 24 * HOUR;
const HELPERS = `
  function handRename(from, to) { SpreadsheetApp.getActive().getSheetByName(from).setName(to); }
  function handDelete(tab) { const book = SpreadsheetApp.getActive(); book.deleteSheet(book.getSheetByName(tab)); }`;

const open: Emulator[] = [];
function emulator(tabs: Tabs, options: Partial<EmulatorOptions> = {}): Emulator {
  const files = { ...builtFiles(), code: builtFiles().code + HELPERS };
  const emulated = start(tabs, { files, ...options });
  open.push(emulated);
  return emulated;
}
afterEach(() => {
  for (const started of open.splice(0)) started.dispose();
});

const tick = (emulated: Emulator) => {
  expect(emulated.run('tick', 'clockTrigger').error).toBeUndefined();
};
const later = (emulated: Emulator, milliseconds: number) => {
  emulated.advance(milliseconds);
  tick(emulated);
};
const byHand = (emulated: Emulator, helper: string, ...args: readonly string[]) => {
  expect(emulated.run(helper, 'menu', ...args).error).toBeUndefined();
};
/** The mails about alerts; those about the watch itself go to whoever switched it on. */
const alertMails = ({ outbox }: Emulator) => outbox.filter(({ subject }) => !subject.includes('Trouble'));
const stateOf = (emulated: Emulator, subject: string) => {
  return rowsOf(emulated, 'Alerts')
    .filter(({ Key }) => String(Key).includes(`| ${subject} |`))
    .map(({ State, Reason }) => `${String(State)}: ${String(Reason)}`);
};

describe('a tab that is gone between two ticks', () => {
  it.each(['handRename', 'handDelete'])(
    'ends no alert that was judged from it, is told once, and may come back (%s)',
    (how) => {
      const emulated = emulator(troubledTabs());
      tick(emulated);
      const before = alertMails(emulated).length;
      byHand(emulated, how, 'Commitments', 'Promises');
      later(emulated, HOUR);
      later(emulated, HOUR);
      expect(stateOf(emulated, 'C1')).toEqual(['open: first notice']);
      const trouble = emulated.outbox.filter(({ subject }) => subject.includes('Trouble'));
      expect(trouble).toHaveLength(1);
      expect(trouble[0]).toMatchObject({ to: OPS, body: expect.stringContaining('Commitments is gone') as string });
      expect(alertMails(emulated)).toHaveLength(before);
      if (how === 'handDelete') return;
      byHand(emulated, 'handRename', 'Promises', 'Commitments');
      emulated.type('Commitments!G2', '2026-05-25');
      later(emulated, HOUR);
      expect(stateOf(emulated, 'C1')).toEqual(['resolved: settled']);
      expect(stateOf(emulated, 'C2')).toEqual(['open: first notice']);
    },
  );

  it('keeps the other triggers going', () => {
    const emulated = emulator(troubledTabs());
    tick(emulated);
    byHand(emulated, 'handDelete', 'Commitments');
    later(emulated, 2 * DAY);
    expect(alertMails(emulated).filter(({ to }) => to === DEV)).toHaveLength(1);
    expect(alertMails(emulated).filter(({ to }) => to === MAYA)).toHaveLength(2);
  });

  it('and that holds reasons alone is made anew', () => {
    const emulated = emulator(smallTabs());
    tick(emulated);
    byHand(emulated, 'handDelete', 'Decisions');
    later(emulated, HOUR);
    expect(rowsOf(emulated, 'Decisions')).not.toEqual([]);
    expect(alertMails(emulated)).toHaveLength(1);
  });
});

describe('values that are half there between two ticks', () => {
  it('neither open nor end anything', () => {
    const emulated = emulator(smallTabs());
    tick(emulated);
    // Of 360 and 320, first the last week is gone, then the one before it.
    for (const [cell, value] of [
      ['Signals!C5', '320'],
      ['Signals!C4', '360'],
    ] as const) {
      emulated.type(cell, '');
      later(emulated, HOUR);
      expect(stateOf(emulated, 'Northwind')).toEqual(['open: first notice']);
      emulated.type(cell, value);
      later(emulated, HOUR);
    }
    expect(stateOf(emulated, 'Northwind')).toEqual(['open: first notice']);
    expect(emulated.outbox).toHaveLength(1);
  });

  it('stop the mails that depend on them when three rows of ten are bad, and are made good', () => {
    const usage = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`Account ${String(i)}`, [9, 8, 7]]));
    const accounts = Object.keys(usage).map((name) => [name, MAYA, 1000]);
    const [header = [], ...rows] = signals(usage);
    const bad = rows.map((row, i) => (i % 10 < 3 ? ['last week', ...row.slice(1)] : row));
    const emulated = emulator({ Accounts: [['Account', 'CSM', 'ARR'], ...accounts], Signals: [header, ...bad] });
    tick(emulated);
    expect(emulated.outbox).toMatchObject([{ to: OPS, subject: expect.stringContaining('Trouble') as string }]);
    expect(emulated.outbox[0]?.body).toContain('30 % of the rows of Signals cannot be used');
    rows.forEach((row, i) => {
      const [week] = row as unknown as [{ serial: number }];
      if (i % 10 < 3)
        emulated.type(`Signals!A${String(i + 2)}`, new Date((week.serial - 25_569) * DAY).toISOString().slice(0, 10));
    });
    later(emulated, HOUR);
    expect(alertMails(emulated)).toHaveLength(1);
    expect(rowsOf(emulated, 'Alerts')).toHaveLength(10);
  });
});

describe('people who change', () => {
  it('an owner who left is told to the VP, and the next owner hears of the alert', () => {
    const emulated = emulator(troubledTabs());
    tick(emulated);
    for (const cell of ['A2', 'B2', 'C2', 'D2', 'E2']) emulated.type(`Team!${cell}`, '');
    later(emulated, HOUR);
    expect(rowsOf(emulated, 'Alerts').map(({ Key }) => String(Key))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Owner absence \| Northwind /)]),
    );
    expect(emulated.outbox[emulated.outbox.length - 1]?.to).toBe(VP_CS);
    emulated.type('Accounts!B2', DEV);
    later(emulated, HOUR);
    expect(emulated.outbox[emulated.outbox.length - 1]).toMatchObject({
      to: DEV,
      subject: expect.stringContaining('Northwind') as string,
    });
  });

  it('an account that is renamed in mid-episode ends under its old name and goes on under the new one, told once', () => {
    const emulated = emulator(smallTabs());
    tick(emulated);
    emulated.type('Accounts!A2', 'Northwind Ltd');
    for (const row of [2, 3, 4, 5]) emulated.type(`Signals!B${String(row)}`, 'Northwind Ltd');
    later(emulated, HOUR);
    later(emulated, HOUR);
    expect(stateOf(emulated, 'Northwind Ltd')).toEqual([expect.stringMatching(/^open/)]);
    const subjects = emulated.outbox.map(({ subject }) => subject);
    later(emulated, 8 * DAY);
    expect(stateOf(emulated, 'Northwind')).toEqual(['resolved: account gone']);
    expect(subjects).toEqual([
      '[Bellwether] Northwind: usage bends since 4 May',
      '[Bellwether] Northwind Ltd: usage bends since 4 May',
    ]);
  });

  it('two people who both switched the watch on send each message once', async () => {
    const emulated = emulator(smallTabs());
    for (const user of [OPS, 'ben@northlight.example']) {
      emulated.user = user;
      await emulated.callFromClient('callFromSidebar', [JSON.stringify({ call: 'switchWatch', args: { on: true } })]);
    }
    expect(emulated.triggers).toHaveLength(2);
    const runs = emulated.advance(DAY);
    expect(runs.length).toBeGreaterThanOrEqual(47);
    expect(runs.filter(({ error }) => error)).toEqual([]);
    expect(emulated.outbox).toHaveLength(1);
  });
});

describe('a clock', () => {
  it('that goes back over the scan judges no earlier week, and ends nothing', () => {
    const emulated = emulator(smallTabs());
    tick(emulated);
    const monday = emulated.now;
    emulated.setClock(monday - 3 * DAY);
    tick(emulated);
    expect(stateOf(emulated, 'Northwind')).toEqual(['open: first notice']);
    emulated.setClock(monday + 2 * DAY);
    tick(emulated);
    expect(stateOf(emulated, 'Northwind')).toEqual(['open: next step']);
    expect(emulated.outbox).toHaveLength(2);
  });

  it('under which nothing ran for ten days takes one step of each alert, and no more', () => {
    const emulated = emulator(troubledTabs());
    tick(emulated);
    const before = emulated.outbox.length;
    // Thursday 4 June: the digest of the Friday before is due as well.
    later(emulated, 10 * DAY);
    const levels = rowsOf(emulated, 'Alerts').map(({ Trigger, Level }) => `${String(Trigger)} ${String(Level)}`);
    expect(new Set(levels)).toEqual(
      new Set(['Momentum decay 2', 'Owner absence 2', 'Velocity drop 2', 'Dependency breach 2']),
    );
    const recipients = emulated.outbox.slice(before).map(({ to, subject }) => `${to} ${subject}`);
    expect(new Set(recipients).size).toBe(recipients.length);
    expect(recipients.filter((one) => one.includes('digest'))).toHaveLength(2);
  });
});

describe('mail that does not go', () => {
  it('for want of quota waits, and goes once there is some, once', () => {
    const before = emulator(smallTabs());
    const mailUses = { [OPS]: { startedAt: before.now, used: 1500 } };
    const emulated = emulator({}, { book: before.save(), state: { ...before.saveState(), mailUses } });
    tick(emulated);
    later(emulated, HOUR);
    expect(emulated.outbox).toEqual([]);
    expect(rowsOf(emulated, 'Notices')).toMatchObject([{ State: 'due', Attempts: 0 }]);
    later(emulated, 23 * HOUR);
    later(emulated, HOUR);
    expect(emulated.outbox).toHaveLength(1);
    expect(rowsOf(emulated, 'Notices')).toMatchObject([{ State: 'sent', Attempts: 1 }]);
  });

  it('because every send fails is kept with its reason, climbs nowhere, and goes once it can', () => {
    const emulated = emulator(troubledTabs());
    emulated.onServiceCall = (call) => {
      if (call.name === 'MailApp.sendEmail') call.fail('Service error: Mail');
    };
    tick(emulated);
    for (let day = 0; day < 3; day++) later(emulated, DAY);
    expect(emulated.outbox).toEqual([]);
    expect(new Set(rowsOf(emulated, 'Alerts').map(({ Level }) => Level))).toEqual(new Set([1]));
    const problems = rowsOf(emulated, 'Problems').map(({ Problem }) => String(Problem));
    expect(problems.filter((one) => one.includes('Service error: Mail'))).toHaveLength(3);
    emulated.onServiceCall = null;
    later(emulated, DAY);
    expect(emulated.outbox.filter(({ subject }) => !subject.includes('digest'))).toHaveLength(3);
    expect(new Set(rowsOf(emulated, 'Notices').map(({ State }) => State))).toEqual(new Set(['sent']));
  });

  it('for one of two is sent later, and gives nobody two steps of an alert at once', () => {
    const emulated = emulator(troubledTabs());
    tick(emulated);
    emulated.onServiceCall = (call) => {
      if (call.name === 'MailApp.sendEmail') call.fail('Service error: Mail');
    };
    later(emulated, 2 * DAY);
    emulated.onServiceCall = null;
    for (let hour = 0; hour < 4; hour++) later(emulated, 2 * DAY);
    const told = rowsOf(emulated, 'Notices').flatMap(({ Recipient, Alerts, Sent }) => {
      return String(Alerts)
        .split('\n')
        .map((line) => `${String(Recipient)} ${line.replace(/ @\d$/, '')} ${String(Sent)}`);
    });
    expect(new Set(told).size).toBe(told.length);
  });
});
