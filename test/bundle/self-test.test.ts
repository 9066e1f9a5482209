import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator, EmulatorOptions, ServiceCall } from '../../workbench/apps-script/api.js';
import { emulator as start, HOUR, smallTabs, type Tabs } from './books.js';

const TAB = 'Bellwether self-test';

interface Fact {
  readonly name: string;
  readonly found: string;
  readonly verdict: 'pass' | 'fail' | 'not checked';
}

const open: Emulator[] = [];
function emulator(tabs: Tabs = smallTabs(), options: Partial<EmulatorOptions> = {}): Emulator {
  const started = start(tabs, options);
  open.push(started);
  return started;
}
afterEach(() => {
  for (const started of open.splice(0)) started.dispose();
});

function selfTest(emulated: Emulator): readonly Fact[] {
  const { value, error } = emulated.run('runSelfTest', 'menu');
  expect(error).toBeUndefined();
  return value as readonly Fact[];
}

const tabNames = (emulated: Emulator) => emulated.save().sheets.map(({ name }) => name);
const others = (facts: readonly Fact[]) => facts.filter(({ verdict }) => verdict !== 'pass');
const failAt =
  (name: string, message: string) =>
  (call: ServiceCall): void => {
    if (call.name === name) call.fail(message);
  };

describe('the self-test', () => {
  it('finds everything as it should be here, and leaves the book as it was', () => {
    const emulated = emulator();
    const before = emulated.save();
    const facts = selfTest(emulated);
    expect(others(facts)).toEqual([]);
    expect(new Set(facts.map(({ name }) => name)).size).toBe(facts.length);
    expect(facts.length).toBeGreaterThanOrEqual(30);
    expect(emulated.save()).toEqual(before);
    expect(emulated.triggers).toEqual([]);
    expect(emulated.saveState().properties['document'] ?? {}).toEqual({});
    expect(emulated.outbox).toEqual([]);
  });

  it('shows each fact in a dialog', () => {
    const emulated = emulator();
    const facts = selfTest(emulated);
    const { dialog } = emulated.editor;
    expect(dialog?.title).toBe(TAB);
    expect(dialog?.html).toContain(`${String(facts.length)} pass, 0 fail, 0 not checked.`);
    for (const { name } of facts) expect(dialog?.html).toContain(`<td>${name}</td>`);
  });

  it('checks nothing that the live checks do not explain', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/live-checks.md'), 'utf8');
    for (const { name } of selfTest(emulator()))
      expect(page).toMatch(new RegExp(`[|;] ${name.replace(/[+]/g, '\\+')}( *[|]|;)`));
  });

  it('is in the menu', () => {
    const emulated = emulator();
    emulated.open();
    expect(emulated.editor.menu).toContainEqual({ caption: 'Self-test', functionName: 'runSelfTest' });
  });

  it('costs the same calls whatever the size of the book, and not many', () => {
    const rows = Array.from({ length: 500 }, (_, i) => [`Account ${String(i)}`, '', i]);
    const counts = [smallTabs(), { ...smallTabs(), Accounts: [['Account', 'CSM', 'ARR'], ...rows] }].map((tabs) => {
      return emulator(tabs).run('runSelfTest', 'menu').serviceCallCount;
    });
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThan(70);
  });

  it('only looks at the hourly trigger when the watch is on', async () => {
    const emulated = emulator();
    await emulated.callFromClient('callFromSidebar', ['{"call": "switchWatch", "args": {"on": true}}']);
    const triggers = [...emulated.triggers];
    expect(triggers).toHaveLength(1);
    expect(others(selfTest(emulated))).toEqual([]);
    expect(emulated.triggers).toEqual(triggers);
  });
});

describe('a fact that is otherwise', () => {
  it.each([
    ['Range.setDataValidation', ['Drop-down, a value of its list']],
    ['Properties.setProperty', ['Document properties']],
    ['ClockTriggerBuilder.create', ['Hourly trigger']],
    ['MailApp.getRemainingDailyQuota', ['Mail quota']],
    ['Spreadsheet.insertSheet', ['Scratch tab']],
  ])('is shown as failed with what Google said: %s', (name, failing) => {
    const emulated = emulator();
    emulated.onServiceCall = failAt(name, 'Not <here> & now');
    const failed = others(selfTest(emulated)).filter(({ found }) => found === 'Not <here> & now');
    expect(failed.map((fact) => fact.name)).toEqual(failing);
    expect(emulated.editor.dialog?.html).toContain('<td>Not &lt;here&gt; &amp; now</td>');
    expect(emulated.editor.dialog?.html).not.toContain('<here>');
    expect(tabNames(emulated)).not.toContain(TAB);
  });

  it('is not called failed while functions are still loading', () => {
    const emulated = emulator(smallTabs(), { slowFormulas: true });
    const unknown = others(selfTest(emulated));
    expect(unknown.length).toBeGreaterThanOrEqual(10);
    for (const { verdict, found } of unknown) {
      expect(verdict).toBe('not checked');
      expect(found).toBe('still loading after 10 seconds; run the self-test again');
    }
    expect(tabNames(emulated)).not.toContain(TAB);
  });

  it('is not looked at while another run writes', () => {
    const emulated = emulator();
    const release = emulated.holdLock('document');
    expect(others(selfTest(emulated)).map(({ name, verdict }) => [name, verdict])).toEqual([
      ['Document lock', 'not checked'],
      ['Scratch tab', 'not checked'],
    ]);
    expect(tabNames(emulated)).not.toContain(TAB);
    release();
    expect(others(selfTest(emulated))).toEqual([]);
  });

  it('is not looked at when the tab of that name is somebody’s own', () => {
    const tabs = { ...smallTabs(), [TAB]: [['My notes'], ['keep these']] };
    const emulated = emulator(tabs);
    const before = emulated.save();
    expect(others(selfTest(emulated))).toMatchObject([
      {
        name: 'Scratch tab',
        verdict: 'fail',
        found: expect.stringMatching(/rename it, then run the self-test again$/) as string,
      },
    ]);
    expect(emulated.save()).toEqual(before);
  });
});

describe('a self-test that is cut off at any of its service calls', () => {
  it('leaves nothing that the next one does not take away', () => {
    const emulated = emulator();
    const before = emulated.save();
    const calls = emulated.run('runSelfTest', 'menu').serviceCallCount;
    for (let cut = 1; cut <= calls; cut++) {
      emulated.onServiceCall = (call) => {
        if (call.index === cut) call.kill();
      };
      expect(emulated.run('runSelfTest', 'menu').error, `cut at call ${String(cut)}`).toBeDefined();
      emulated.onServiceCall = null;
      expect(others(selfTest(emulated)), `cut at call ${String(cut)}`).toEqual([]);
      expect(emulated.save(), `cut at call ${String(cut)}`).toEqual(before);
      expect(emulated.triggers, `cut at call ${String(cut)}`).toEqual([]);
      expect(emulated.saveState().properties['document'], `cut at call ${String(cut)}`).toEqual({});
    }
  });

  it('tidies up by its own trigger when nobody runs it again', () => {
    const emulated = emulator();
    emulated.onServiceCall = (call) => {
      if (call.name === 'ScriptApp.deleteTrigger') call.kill();
    };
    emulated.run('runSelfTest', 'menu');
    emulated.onServiceCall = null;
    expect(emulated.triggers).toHaveLength(1);
    const runs = emulated.advance(2 * HOUR);
    expect(runs.map(({ functionName, error }) => [functionName, error])).toEqual([['runSelfTest', undefined]]);
    expect(emulated.triggers).toEqual([]);
    expect(emulated.outbox).toEqual([]);
  });
});
