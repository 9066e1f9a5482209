import { expect, it } from 'vitest';
import { describeBends } from '../../src/messages/describe-bends.js';
import { scanSignals } from '../../src/watch/momentum-decay.js';
import { dateCell, table, workbook } from '../records/tables.js';
import { clockAt, MONDAY } from '../watch/fixtures.js';

it('keeps every bend of an account on a line of its own, with its numbers', () => {
  const header = ['Week', 'Account', 'Usage', 'Support volume'];
  const rows = [
    [dateCell('2026-05-04'), 'Northwind', 1200, 0],
    [dateCell('2026-05-11'), 'Northwind', 1100, 2],
    [dateCell('2026-05-18'), 'Northwind', 900, 3],
  ];
  const records = workbook(table('Accounts', ['Account'], ['Northwind']), table('Signals', header, ...rows));
  const verdict = scanSignals(records, clockAt(MONDAY)).verdicts.get('Northwind');
  expect(typeof verdict === 'object' ? describeBends(verdict.bends).split('\n') : verdict).toEqual([
    'Usage -25 % over 2 weeks, 1,200 → 900, since 2026-05-11 (short history)',
    'Support volume up from zero over 2 weeks, 0 → 3, since 2026-05-11 (short history)',
  ]);
});
