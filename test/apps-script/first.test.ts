import { afterEach, expect, test } from 'vitest';
import { disposeAll, emulate, evaluate } from './emulator.js';

afterEach(disposeAll);

test('a script reads and writes cells', () => {
  const emulator = emulate(
    'function f() { const s = SpreadsheetApp.getActive().getSheetByName("Data"); s.getRange(1, 1, 2, 2).setValues([[1, "x"], [true, new Date(0)]]); return s.getDataRange().getValues(); }',
  );
  expect(evaluate(emulator)).toEqual([
    [1, 'x'],
    [true, new Date(0)],
  ]);
});
test('a cell function evaluates and depends', async () => {
  const emulator = emulate(
    `
/**
 * Adds.
 * @param {number[][]} values what to add.
 * @customfunction
 */
function ADDALL(values) { return values.reduce((sum, row) => sum + row.reduce((s, v) => s + (v || 0), 0), 0); }
/** @customfunction */
function BOOM() { throw new Error('no way'); }
/** @customfunction */
function COUNTUP(n) { return Array.from({length: n}, (_, i) => [i + 1, 'x']); }`,
    {
      Data: [
        [1, 2, { formula: '=ADDALL(A1:B)' }, { formula: '=C1*2' }, { formula: '=BOOM()' }, { formula: '=COUNTUP(3)' }],
      ],
    },
  );
  await emulator.calculated();
  console.log(emulator.values('A1:G4'), emulator.errorAt('E1'));
  emulator.type('A2', '10');
  await emulator.calculated();
  expect(emulator.values('C1:D1')).toEqual([[13, 26]]);
  expect(JSON.stringify(emulator.save())).toContain('A1:B)');
});
test('mail and triggers', () => {
  const emulator = emulate(
    `function tick() { MailApp.sendEmail('a@b.com', 's', 'b'); } function f() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }`,
  );
  evaluate(emulator);
  const ran = emulator.advance(3 * 3600e3);
  console.log(ran, emulator.outbox.length);
  expect(emulator.outbox).toHaveLength(3);
});
