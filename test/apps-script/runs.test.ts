import { afterEach, describe, expect, test, vi } from 'vitest';
import { MONDAY, disposeAll, emulate, evaluate } from './emulator.js';

afterEach(disposeAll);

const HOUR = 3_600_000;

describe('what a script keeps in its globals', () => {
  const code = 'var count = 0; function f() { return ++count; }';

  test('is gone with the run (2.3)', () => {
    const emulator = emulate(code);
    expect([emulator.run('f', 'menu').value, emulator.run('f', 'menu').value]).toEqual([1, 1]);
  });

  test('stays where runs share a realm, but not for a run within another', () => {
    const emulator = emulate(
      `${code} function g() { PropertiesService.getScriptProperties().getProperty('a'); return f(); }`,
      { Data: [] },
      { sharedRealm: true },
    );
    const inner: unknown[] = [];
    emulator.onServiceCall = () => {
      emulator.onServiceCall = null;
      inner.push(emulator.run('f', 'menu').value);
    };
    expect([emulator.run('f', 'menu').value, emulator.run('g', 'menu').value, inner]).toEqual([1, 2, [1]]);
  });
});

describe('the time limit of a run (5)', () => {
  const code =
    'function f(ms) { for (let left = ms; left > 0; left -= 300000) Utilities.sleep(Math.min(left, 300000)); return "done"; }';
  test.each([
    ['menu', 360_000, 'done', undefined],
    ['menu', 360_001, undefined, 'Exceeded maximum execution time'],
    ['clockTrigger', 360_001, undefined, 'Exceeded maximum execution time'],
    ['simpleTrigger', 30_000, 'done', undefined],
    ['simpleTrigger', 30_001, undefined, 'Exceeded maximum execution time'],
    ['customFunction', 30_001, undefined, 'Exceeded maximum execution time'],
  ] as const)('%s, %i ms', (kind, ms, value, message) => {
    const run = emulate(code).run('f', kind, ms);
    expect([run.value, run.error?.message]).toEqual([value, message]);
  });

  test('cannot be caught: every later call fails too', () => {
    const emulator = emulate(`function f() {
      try { for (;;) Utilities.sleep(300000); } catch (e) { /* goes on */ }
      try { MailApp.sendEmail('a@example.com', 's', 'b'); } catch (e) { /* goes on */ }
      return 'done';
    }`);
    expect(emulator.run('f', 'menu').error?.message).toBe('Exceeded maximum execution time');
    expect(emulator.outbox).toEqual([]);
  });

  test('counts the latency of service calls', () => {
    const emulator = emulate(
      'function f() { const c = CacheService.getScriptCache(); c.put("a", "b"); c.get("a"); return Date.now(); }',
      { Data: [] },
      { latency: 50 },
    );
    const run = emulator.run('f', 'menu');
    expect([run.elapsed, run.value]).toEqual([100, MONDAY + 100]);
  });
});

test('service calls are counted, those to a server apart from those that name a place', () => {
  const emulator = emulate(`function f() {
    const sheet = SpreadsheetApp.getActive().getSheetByName('Data');
    sheet.getRange(1, 1).setValue(1);
    sheet.getRange(2, 1).setValue(1);
    sheet.getDataRange().getValues();
  }`);
  const run = emulator.run('f', 'menu');
  expect(run.serviceCalls).toEqual({ 'Range.setValue': 2, 'Range.getValues': 1 });
  expect([run.serviceCallCount, run.navigationCallCount]).toEqual([3, 5]);
});

describe('the hook before each service call', () => {
  const code = `function f() {
    const p = PropertiesService.getDocumentProperties();
    p.setProperty('one', '1');
    try { MailApp.sendEmail('a@example.com', 's', 'b'); } catch (e) { p.setProperty('failed', e.name + ': ' + e.message); }
    p.setProperty('two', '2');
  }
  function read() { return PropertiesService.getDocumentProperties().getProperties(); }`;

  test('makes a call fail as the service would', () => {
    const emulator = emulate(code);
    emulator.onServiceCall = (call) => {
      if (call.name === 'MailApp.sendEmail') call.fail('Service unavailable: Mail');
    };
    expect(emulator.run('f', 'menu').error).toBeUndefined();
    expect(evaluate(emulator, 'read')).toEqual({ one: '1', two: '2', failed: 'Exception: Service unavailable: Mail' });
    expect(emulator.outbox).toEqual([]);
  });

  test('kills the run at the n-th call, whatever the script catches', () => {
    const emulator = emulate(code);
    emulator.onServiceCall = (call) => {
      if (call.index === 2) call.kill();
    };
    expect(emulator.run('f', 'menu').error?.message).toBe('The run was killed');
    emulator.onServiceCall = null;
    expect(evaluate(emulator, 'read')).toEqual({ one: '1' });
  });
});

describe('locks (6.4)', () => {
  const code = `function f() { const lock = LockService.getDocumentLock(); return [lock.tryLock(1000), lock.hasLock()]; }
    function wait() { LockService.getDocumentLock().waitLock(1000); }
    function twice() { return LockService.getDocumentLock().tryLock(10) && LockService.getDocumentLock().tryLock(10); }
    function asks() { const lock = LockService.getDocumentLock(); lock.tryLock(10); SpreadsheetApp.getUi().alert('Sure?'); return lock.hasLock(); }
    function outer() { LockService.getDocumentLock().waitLock(10); PropertiesService.getScriptProperties().getKeys(); }`;

  test('are free again when a run ends', () => {
    const emulator = emulate(code);
    expect([evaluate(emulator), evaluate(emulator), evaluate(emulator, 'twice')]).toEqual([
      [true, true],
      [true, true],
      true,
    ]);
  });

  test('held by another process time out', () => {
    const emulator = emulate(code);
    const release = emulator.holdLock('document');
    expect(emulator.run('f', 'menu')).toMatchObject({ value: [false, false], elapsed: 1000 });
    expect(() => evaluate(emulator, 'wait')).toThrow(
      'Lock timeout: another process was holding the lock for too long.',
    );
    release();
    expect(evaluate(emulator)).toEqual([true, true]);
  });

  test('keep a run out that starts while another holds them', () => {
    const emulator = emulate(code);
    const inner: unknown[] = [];
    emulator.onServiceCall = (call) => {
      if (call.name === 'Properties.getKeys') inner.push(emulator.run('f', 'menu').value);
    };
    evaluate(emulator, 'outer');
    expect(inner).toEqual([[false, false]]);
  });

  test('do not survive an alert (3.10)', () => {
    expect(evaluate(emulate(code), 'asks')).toBe(false);
  });
});

describe('clock triggers (4.3, 4.4)', () => {
  const code = `
    function f(hours) { return ScriptApp.newTrigger('tick').timeBased().everyHours(hours).inTimezone('Asia/Kolkata').create().getUniqueId(); }
    function tick(e) { PropertiesService.getDocumentProperties().setProperty('event', JSON.stringify([e.authMode, e.hour, e.timezone, e.triggerUid, Session.getEffectiveUser().getEmail()])); }
    function event() { return JSON.parse(PropertiesService.getDocumentProperties().getProperty('event')); }
    function stop() { ScriptApp.getUserTriggers(SpreadsheetApp.getActive()).forEach((t) => ScriptApp.deleteTrigger(t)); }
    function zone() { ScriptApp.newTrigger('tick').timeBased().inTimezone('Mars/Base'); }`;

  test('run at the same minute of each hour, as their creator', () => {
    const emulator = emulate(code);
    const id = evaluate(emulator, 'f', 1);
    emulator.user = 'ben@example.com';
    const runs = emulator.advance(3 * HOUR);
    expect(runs.map((run) => [run.kind, run.user, run.error])).toEqual(
      Array(3).fill(['clockTrigger', 'ana@example.com', undefined]),
    );
    expect(new Set(runs.map((run) => run.startedAt % HOUR)).size).toBe(1);
    expect(evaluate(emulator, 'event')).toEqual(['FULL', 10, 'UTC', id, 'ana@example.com']);
    expect(emulator.now).toBe(MONDAY + 3 * HOUR);
  });

  test('keep their minute when the clock is set, back or forth, and no missed hour is made up', () => {
    const emulator = emulate(`function on() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
      function tick() {}`);
    emulator.run('on', 'menu');
    const minute = (emulator.triggers[0]?.nextRunAt ?? 0) % HOUR;
    for (const moment of [MONDAY - 500 * HOUR, MONDAY + 500 * HOUR + 1]) {
      emulator.setClock(moment);
      expect(emulator.now).toBe(moment);
      const runs = emulator.advance(HOUR);
      expect(runs.map(({ startedAt }) => startedAt % HOUR)).toEqual([minute]);
    }
  });

  test('of several users run in order of time', () => {
    const emulator = emulate(code);
    evaluate(emulator, 'f', 1);
    emulator.user = 'ben@example.com';
    evaluate(emulator, 'f', 2);
    const times = emulator.advance(24 * HOUR).map((run) => run.startedAt);
    expect(times).toHaveLength(36);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test('are one per user and document', () => {
    const emulator = emulate(code);
    evaluate(emulator, 'f', 1);
    expect(() => evaluate(emulator, 'f', 1)).toThrow(
      'This add-on has created too many time-based triggers in this document for this Google user account.',
    );
    evaluate(emulator, 'stop');
    expect(emulator.triggers).toEqual([]);
  });

  test.each([0, 3, 5, 24])('every %i hours are refused', (hours) => {
    expect(() => evaluate(emulate(code), 'f', hours)).toThrow('The value you passed to everyHours was invalid');
  });

  test('in an unknown zone are refused', () => {
    expect(() => evaluate(emulate(code), 'zone')).toThrow('Invalid time zone: Mars/Base');
  });

  test('made by a trigger never run (4.3)', () => {
    const emulator = emulate(code);
    emulator.run('f', 'clockTrigger', 1);
    expect(emulator.triggers).toHaveLength(1);
    expect(emulator.advance(5 * HOUR)).toEqual([]);
  });

  test('of four weeks pass within seconds', () => {
    const emulator = emulate(code);
    evaluate(emulator, 'f', 1);
    expect(emulator.advance(28 * 24 * HOUR)).toHaveLength(672);
  });
});

describe('google.script.run (6.7)', () => {
  const code = `function echo(x) { return x; } function date() { return { at: new Date(0) }; } function bad() { throw new TypeError('no'); }
    function count() { const p = PropertiesService.getScriptProperties(); p.setProperty('n', Number(p.getProperty('n') || 0) + 1); }
    function nan() { return NaN; } function nothing() {} function secret_() {}`;

  test('copies plain data; undefined in an array becomes null, in an object it is dropped', async () => {
    const sent = { list: [1, undefined, 'x'], gone: undefined, yes: true };
    expect(await emulate(code).callFromClient('echo', [sent])).toEqual({ list: [1, null, 'x'], yes: true });
    expect(await emulate(code).callFromClient('nothing', [])).toBeNull();
  });

  test.each([
    ['a Date', { at: new Date() }],
    ['a function', [() => 1]],
    ['NaN', NaN],
  ])('refuses %s as an argument', async (what, argument) => {
    await expect(emulate(code).callFromClient('echo', [argument])).rejects.toThrow(`holds ${what}`);
  });

  test('turns a result that holds a Date into null', async () => {
    expect(await emulate(code).callFromClient('date', [])).toBeNull();
  });

  test('rejects with the message alone', async () => {
    const error: unknown = await emulate(code)
      .callFromClient('bad', [])
      .catch((caught: unknown) => caught);
    expect(error).toEqual(new Error('no'));
  });

  test('cannot call private functions or ones that are not there', async () => {
    await expect(emulate(code).callFromClient('secret_', [])).rejects.toThrow('private');
    await expect(emulate(code).callFromClient('absent', [])).rejects.toThrow('Script function not found: absent');
    await expect(emulate(code).callFromClient('nan', [])).rejects.toThrow('holds NaN');
  });

  test('has ten calls under way, the eleventh waits', async () => {
    const emulator = emulate(code);
    // Each call that is under way waits for a task of its own.
    const tasks = vi.spyOn(globalThis, 'setTimeout');
    const calls = Array.from({ length: 11 }, () => emulator.callFromClient('count', []));
    expect(tasks).toHaveBeenCalledTimes(10);
    tasks.mockRestore();
    await Promise.all(calls);
    expect(emulator.executions).toHaveLength(11);
  });
});
