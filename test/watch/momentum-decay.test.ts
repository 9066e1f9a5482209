import { describe, expect, it } from 'vitest';
import { scanSignals } from '../../src/watch/momentum-decay.js';
import { dateCell, day, table, workbook } from '../records/tables.js';
import { clockAt, MONDAY, usage, WEEK } from './fixtures.js';

const CLOCK = clockAt(MONDAY);
const verdict = (...values: readonly (number | string | null)[]) => {
  return scanSignals(usage({ Northwind: values }), CLOCK).verdicts.get('Northwind');
};

describe('momentum decay', () => {
  it('fires after two wrong week-over-week changes, with their numbers', () => {
    expect(verdict(500, 410, 360, 320)).toMatchObject({
      account: 'Northwind',
      since: day('2026-05-04'),
      exposure: 12_000,
      bends: [{ indicator: 'Usage', weeks: 3, from: 500, to: 320, change: -0.36, kind: 'short history' }],
    });
  });

  it.each([
    ['one wrong change is not two', [400, 410, 320]],
    ['flat ends the run', [410, 360, 360]],
    ['better is not worse', [320, 360, 410]],
    ['two values are one change', [410, 320]],
    ['a week without a row breaks the run', [500, 410, null, 320]],
  ])('does not fire when %s', (_, values) => {
    expect(verdict(...values)).toBe('does not bend');
  });

  it.each([
    ['the week has no row, and the one before was fine', [500, 410, 420, null]],
    ['the week holds an error, and the one before was fine', [500, 410, 420, '#N/A']],
    ['the last values are of five weeks before', [500, 410, 320, null, null, null, null, null]],
    ['the account has no signals', []],
  ])('knows nothing when %s', (_, values) => {
    expect(verdict(...values)).toBe('no data');
  });

  it.each([
    ['has no row', [500, 410, 320, null], 7],
    ['holds an error', [500, 410, 320, '#N/A'], 7],
    ['and three before it have none', [500, 410, 320, null, null, null, null], 28],
  ])('is judged late by the newest values when the week %s', (_, values, ago) => {
    expect(verdict(...values)).toMatchObject({ lateWeek: WEEK - ago, since: WEEK - ago - 7 });
  });

  it.each([
    ['lost in the week that runs', { 'Churned on': dateCell('2026-05-25') }, 'churned'],
    ['lost later on', { 'Churned on': dateCell('2026-05-26') }, 'fires'],
    ['whose day of loss cannot be read', { 'Churned on': 'soon' }, 'no data'],
    ['whose status is an error', { Status: '#N/A' }, 'no data'],
    ['whose owner is loading', { CSM: 'Loading...' }, 'no data'],
    ['whose revenue cannot be read', { ARR: 'much' }, 'fires'],
  ])('of an account %s: %s', (_, account, expected) => {
    const found = scanSignals(usage({ Northwind: [5, 4, 3] }, WEEK, account), CLOCK).verdicts.get('Northwind');
    expect(typeof found === 'object' ? 'fires' : found).toBe(expected);
  });

  it('judges each indicator in its own direction and names all that bend', () => {
    const rows = [
      [dateCell('2026-05-04'), 'Northwind', 100, 1],
      [dateCell('2026-05-11'), 'Northwind', 90, 2],
      [dateCell('2026-05-18'), 'Northwind', 80, 5],
    ];
    const records = workbook(
      table('Accounts', ['Account'], ['Northwind']),
      table('Signals', ['Week', 'Account', 'Usage', 'Support volume'], ...rows),
    );
    const found = scanSignals(records, CLOCK).verdicts.get('Northwind');
    expect(found).toMatchObject({
      exposure: null,
      csm: null,
      bends: [{ indicator: 'Usage' }, { indicator: 'Support volume' }],
    });
  });

  it('says so when a bend starts from zero', () => {
    const rows = [0, 2, 4].map((tickets, i) => [
      dateCell(['2026-05-04', '2026-05-11', '2026-05-18'][i] ?? ''),
      'Northwind',
      tickets,
    ]);
    const records = workbook(
      table('Accounts', ['Account'], ['Northwind']),
      table('Signals', ['Week', 'Account', 'Support volume'], ...rows),
    );
    expect(scanSignals(records, CLOCK).verdicts.get('Northwind')).toMatchObject({
      bends: [{ from: 0, to: 4, change: null }],
    });
  });

  it('leaves churned accounts in peace', () => {
    const churned = usage({ Northwind: [5, 4, 3] }, WEEK, { 'Churned on': dateCell('2026-05-01') });
    expect(scanSignals(churned, CLOCK).verdicts.get('Northwind')).toBe('churned');
  });

  it('reads a year of 53 weeks without a gap', () => {
    const week = day('2027-01-04');
    const records = usage({ Northwind: [5, 4, 3] }, week);
    expect(scanSignals(records, { ...CLOCK, week, today: week + 8 }).verdicts.get('Northwind')).toMatchObject({
      since: day('2026-12-28'),
    });
  });
});
