import { describe, expect, it } from 'vitest';
import type { Records } from '../../src/records/workbook.js';
import { dateCell, day, table, workbook } from '../records/tables.js';
import { carriedOver, DAY, decisionsOf, MAYA, MONDAY, scanned, WEEK } from './fixtures.js';
import { isoDay } from '../../src/domain/calendar/day.js';
import { rowsOf } from './triggers/books.js';

const SUBJECT = 'Key result KR-3';
const SAM = 'sam@northlight.example';

/** A book with one key result and its values week by week, the last one of a week; null is a week without a check-in. */
function book(
  values: readonly (number | string | null)[],
  given: Readonly<Record<string, unknown>> = {},
  lastWeek = WEEK,
): Records {
  const keyResult = {
    ...{ Id: 'KR-3', 'Key result': 'Days to first value', Kind: 'leading', Baseline: 40, Target: 20, Owner: SAM },
    ...{ Account: '', State: '', Due: dateCell('2026-06-30') },
    ...given,
  };
  const checkIns = values.flatMap((value, at) => {
    const week = dateCell(isoDay(lastWeek - 7 * (values.length - 1 - at)));
    return value === null ? [] : [{ When: week, Week: week, 'Key result': 'KR-3', Value: value }];
  });
  return workbook(
    table(
      'Accounts',
      ['Account', 'CSM', 'ARR', 'Status'],
      ['Northwind', MAYA, 12_000, ''],
      ['Lost', MAYA, 1, 'churned'],
    ),
    rowsOf('Key results', keyResult),
    rowsOf('Check-ins', { When: '', Week: '', 'Key result': '', Value: '' }, ...checkIns),
  );
}

/** What is decided about the key result. */
const decided = (records: Records, now = MONDAY, isAgain = false) => {
  return decisionsOf(scanned(records, now, isAgain)).find(({ subject }) => subject === SUBJECT);
};

describe('a leading key result', () => {
  it('is told to its owner when its values move away from the target two weeks running', () => {
    expect(decided(book([30, 28, 31, 33]))).toMatchObject({
      action: 'open',
      key: 'Momentum decay | Key result KR-3 | 2026-05-11',
      account: null,
      tellings: [{ recipient: SAM, level: 1 }],
      finding: {
        exposure: null,
        place: { tab: 'Key results', row: 2 },
        facts: ['Days to first value went from 28 to 33 in 2 weeks'],
      },
    });
  });

  it('of an account has its revenue, beside the alert of the account itself', () => {
    const { finding } = decided(book([28, 31, 33], { Account: 'northwind' })) ?? {};
    expect(finding).toMatchObject({ account: 'Northwind', exposure: 12_000, owner: SAM });
  });

  it.each([
    ['one wrong week is not two', [31, 28, 33], {}, 'holds not'],
    ['up is good', [28, 31, 33], { Baseline: 20, Target: 40 }, 'holds not'],
    ['nobody says which way is good', [28, 31, 33], { Target: '' }, 'no data'],
    ['nobody can read the target', [28, 31, 33], { Target: '#N/A' }, 'no data'],
    ['nobody can read its state', [28, 31, 33], { State: '#N/A' }, 'no data'],
    ['there are no check-ins', [], {}, 'no data'],
    ['a value is missing', [28, null, 33], {}, 'holds not'],
    ['it is paused', [28, 31, 33], { State: 'paused' }, 'holds not'],
    ['it is done', [28, 31, 33], { State: 'done' }, 'settled'],
    ['it was due', [28, 31, 33], { Due: dateCell('2026-05-24') }, 'settled'],
    ['its account is lost', [28, 31, 33], { Account: 'Lost' }, 'churned'],
    ['it lags', [28, 31, 33], { Kind: 'lagging' }, undefined],
    ['nobody says whether it leads', [28, 31, 33], { Kind: '' }, undefined],
  ])('tells nobody when %s', (_, values, given, expected) => {
    expect(decided(book(values, given))?.reason).toBe(expected);
  });

  it('counts the newest of two entries for a week', () => {
    const records = book([28, 31, 33]);
    const [last] = records.checkIns.slice(-1);
    if (!last) throw new Error('no check-in');
    expect(decided({ ...records, checkIns: [...records.checkIns, { ...last, value: 30 }] })?.reason).toBe('holds not');
  });

  it('clears after a week that is not worse, and is open while nobody checks it in', () => {
    const first = scanned(book([28, 31, 33])).after;
    const next = (value: number | null) => {
      const records = book([28, 31, 33, value], {}, WEEK + 7);
      const [other] = book([1], {}, WEEK + 7).checkIns;
      if (!other) throw new Error('no check-in');
      const checkIns = [...records.checkIns, { ...other, keyResult: 'KR-4' }];
      return decided(carriedOver(first, { ...records, checkIns }), MONDAY + 7 * DAY);
    };
    expect(next(30)).toMatchObject({ action: 'resolve', reason: 'condition cleared' });
    expect(next(null)).toMatchObject({ action: 'nothing', reason: 'no data' });
  });

  it('keeps its alert while the tab with the check-ins is gone', () => {
    const first = scanned(book([28, 31, 33])).after;
    const gone = workbook(table('Accounts', ['Account'], ['Northwind']));
    expect(decided(carriedOver(first, gone))).toMatchObject({ action: 'nothing', reason: 'no data' });
  });

  it('is judged late by the newest entry when a week was entered late', () => {
    const { finding } = decided(book([28, 31, 33]), MONDAY + 7 * DAY) ?? {};
    expect(finding).toMatchObject({ isLate: true, since: day('2026-05-11') });
  });
});
