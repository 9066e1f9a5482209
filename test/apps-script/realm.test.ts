import { afterEach, describe, expect, test } from 'vitest';
import { MONDAY, disposeAll, emulate, evaluate, manifest } from './emulator.js';

afterEach(disposeAll);

describe('a run of the script', () => {
  test.each(
    (
      'setTimeout setInterval queueMicrotask structuredClone TextEncoder fetch Blob URL URLSearchParams atob btoa crypto ' +
      'window document navigator performance process require module exports Buffer global XMLHttpRequest localStorage'
    ).split(' '),
  )('has no %s (2.2)', (name) => {
    expect(evaluate(emulate(`function f() { return typeof ${name}; }`))).toBe('undefined');
  });

  test('has the language, console and Intl (2.2)', () => {
    const code =
      'function f() { return [Map, Proxy, Promise, BigInt, Intl, console, globalThis, WebAssembly].every(Boolean); }';
    expect(evaluate(emulate(code))).toBe(true);
  });

  test('starts in a fresh world each time, after all top-level code has run (2.3)', () => {
    const emulator = emulate('let count = 10; function f() { return ++count; }');
    expect([evaluate(emulator), evaluate(emulator)]).toEqual([11, 11]);
  });

  test('sees arrays, Dates and errors of its own world', () => {
    const code = `function f(list) {
      const cells = SpreadsheetApp.getActive().getSheetByName('Data').getRange('A1:B1').getValues();
      let error;
      try { SpreadsheetApp.getActive().getRange('nowhere'); } catch (e) { error = e; }
      return [list instanceof Array, cells instanceof Array, cells[0] instanceof Array, cells[0][1] instanceof Date, error instanceof Error, error.name];
    }`;
    const emulator = emulate(code, { Data: [[1, { serial: 46146, format: 'yyyy-mm-dd' }]] });
    expect(evaluate(emulator, 'f', [1, 2])).toEqual([true, true, true, true, true, 'Exception']);
  });

  test('gives the caller arrays and Dates of the caller', () => {
    const value = evaluate(emulate('function f() { return { list: [new Date(5)] }; }')) as { list: Date[] };
    expect(Array.isArray(value.list)).toBe(true);
    expect(value.list[0]).toBeInstanceOf(Date);
  });

  test('cannot start a function that is not at the top level', () => {
    expect(() => evaluate(emulate('const o = { g() {} };'), 'g')).toThrow('Script function not found: g');
  });

  test('started from a menu may be named object.method (2.3)', () => {
    const emulator = emulate('var o = { g() { return 7; } };');
    expect(evaluate(emulator, 'o.g')).toBe(7);
    expect(emulator.run('o.g', 'sidebarCall').error?.message).toBe('Script function not found: o.g');
  });

  test('names a service member that is not emulated', () => {
    const run = emulate(
      'function f() { SpreadsheetApp.getActive().getSheetByName("Data").getRange("A1").setFoo(1); }',
    ).run('f', 'menu');
    expect(run.error).toEqual({ name: 'Exception', message: 'Range.setFoo is not emulated' });
  });
});

describe('Date of a script', () => {
  const inZone = (zone: string, body: string) =>
    evaluate(
      emulate(
        `function f() { ${body} }`,
        { Data: [] },
        { files: { code: `function f() { ${body} }`, sidebar: '', manifest: manifest(undefined, zone) } },
      ),
    );

  test('is the virtual now', () => {
    expect(evaluate(emulate('function f() { return [Date.now(), new Date().getTime()]; }'))).toEqual([MONDAY, MONDAY]);
  });

  test.each([
    ['new Date(2026, 4, 4).toISOString()', '2026-05-04T04:00:00.000Z'],
    ['new Date(2026, 0, 4).toISOString()', '2026-01-04T05:00:00.000Z'],
    ['new Date("2026-05-04T10:00:00").toISOString()', '2026-05-04T14:00:00.000Z'],
    ['new Date("2026-05-04").toISOString()', '2026-05-04T00:00:00.000Z'],
    ['new Date(Date.UTC(2026, 4, 4, 2)).getDate()', 3],
    ['new Date(Date.UTC(2026, 4, 4, 2)).getHours()', 22],
    ['new Date(Date.UTC(2026, 4, 4)).getTimezoneOffset()', 240],
    ['new Date(new Date(2026, 4, 4).setHours(12)).toISOString()', '2026-05-04T16:00:00.000Z'],
    ['new Date(Date.UTC(2026, 4, 4, 2)).toString()', 'Sun May 03 2026 22:00:00 GMT-0400 (America/New_York)'],
    ['new Date(Date.UTC(2026, 4, 4, 2)).toLocaleDateString()', '5/3/2026'],
    [
      'new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(new Date(Date.UTC(2026, 4, 4, 2)))',
      '22:00',
    ],
    ['new Date() instanceof Date && Object.getPrototypeOf(new Date()) === Date.prototype', true],
    ['isNaN(new Date("nonsense"))', true],
  ])('goes by the zone of the manifest: %s (2.4)', (expression, expected) => {
    expect(inZone('America/New_York', `return ${expression};`)).toBe(expected);
  });

  test('goes by another zone too', () => {
    expect(inZone('Asia/Kathmandu', 'return new Date(2026, 4, 4).toISOString();')).toBe('2026-05-03T18:15:00.000Z');
  });
});
