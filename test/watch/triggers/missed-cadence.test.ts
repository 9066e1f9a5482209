import { describe, expect, it } from 'vitest';
import { missedCadence } from '../../../src/watch/triggers/missed-cadence.js';
import { dateCell, day, table } from '../../records/tables.js';
import { ago, ANA, found, judged, MIA, northwind, outcome, rowsOf, set, TEAM, VP } from './books.js';

/** The Monday of a week, and what its entry is about. */
type Entry = readonly [week: string, subject: string];

/** Noon of a day. */
const noon = (iso: string): Date => new Date(dateCell(iso).getTime() + 12 * 3_600_000);

/** Reviews of an account by the Mondays of their weeks, entered on those days. */
const reviews = (...entries: readonly Entry[]) =>
  table(
    'Reviews',
    ['When', 'Week', 'Account'],
    ...entries.map(([week, account]) => [noon(week), dateCell(week), account]),
  );

/** Somebody's review long ago: the team reviews. */
const BEGUN = ['2026-09-07', 'Contoso'] as const;
const REVIEW = 'Northwind: weekly review';
const QBR = 'Northwind: QBR';

describe('the weekly review of an account', () => {
  const last = (week: string, health: string) =>
    outcome(judged(missedCadence, TEAM, northwind({ Health: health }), reviews(BEGUN, [week, 'Northwind'])), REVIEW);

  it.each([
    { health: 'red', week: '2026-11-16', says: 'holds not' },
    { health: 'red', week: '2026-11-09', says: 'fires' },
    { health: 'yellow', week: '2026-11-09', says: 'holds not' },
    { health: 'yellow', week: '2026-11-02', says: 'fires' },
    { health: 'green', week: '2026-09-07', says: 'holds not' },
    { health: 'red', week: '2026-11-23', says: 'holds not' },
  ])('of a $health one, last made of the week of $week: $says', ({ health, week, says }) => {
    expect(last(week, health)).toBe(says);
  });

  it.each([
    ['49.9', 'fires'],
    ['50', 'holds not'],
    ['', 'no data'],
    ['great', 'no data'],
    ['0.4', 'no data'],
    ['101', 'no data'],
  ])('with one week missed and health "%s": %s', (health, says) => {
    expect(last('2026-11-09', health)).toBe(says);
  });

  it('says since when, what it was before, and goes to the manager of the CSM', () => {
    const records = [TEAM, northwind({ Health: 'Amber' }), reviews(BEGUN, ['2026-11-02', 'northwind '])] as const;
    expect(found(judged(missedCadence, ...records), REVIEW)).toMatchObject({
      since: day('2026-11-09'),
      owner: MIA,
      exposure: 48_000,
      headline: '2 weekly reviews missed, health yellow',
      facts: [
        'No review of the week of Mon 9 Nov or later: 2 weeks in a row; a yellow account is told from 2 on',
        'The last review was of the week of Mon 2 Nov',
        'Health is Amber',
        `Its CSM is ${ANA}`,
      ],
      place: { tab: 'Accounts', row: 2 },
    });
  });

  it('of a CSM without a manager goes to the VP of customer success, and to nobody where there is none', () => {
    const account = northwind({ Health: 'red', CSM: 'pia@northlight.example' });
    expect(found(judged(missedCadence, TEAM, account, reviews(BEGUN)), REVIEW).owner).toBe(VP);
    expect(found(judged(missedCadence, account, reviews(BEGUN)), REVIEW).owner).toBe(null);
  });

  it('is expected from the week in which the team began, and the first whole week after signing', () => {
    const since = (signed: unknown, ...begun: readonly Entry[]) =>
      found(judged(missedCadence, TEAM, northwind({ Health: 'red', Signed: signed }), reviews(...begun)), REVIEW).since;
    expect(since('', BEGUN)).toBe(day('2026-09-07'));
    expect(since(dateCell('2026-11-02'), BEGUN)).toBe(day('2026-11-02'));
    expect(since(dateCell('2026-11-03'), BEGUN)).toBe(day('2026-11-09'));
  });

  it('is not judged before anybody has reviewed anything', () => {
    expect(outcome(judged(missedCadence, TEAM, northwind({ Health: 'red' })), REVIEW)).toBe('no data');
    expect(outcome(judged(missedCadence, TEAM, northwind({ Health: 'red' }), reviews()), REVIEW)).toBe('no data');
  });

  it('does not count a review whose year is a slip', () => {
    expect(last('2062-11-16', 'red')).toBe('fires');
  });

  it.each([
    ['churned', { 'Churned on': ago(1) }, 'churned'],
    ['lost by its status', { Status: 'Churned' }, 'churned'],
    ['without a CSM', { CSM: '' }, 'inhibited'],
    ['of a group', { CSM: 'team' }, 'inhibited'],
    ['of somebody who left', { CSM: 'gone@northlight.example' }, 'inhibited'],
  ])('of an account that is %s', (_, given, says) => {
    const all = judged(
      missedCadence,
      TEAM,
      northwind({ Health: 'red', 'Last QBR': ago(400), ...given }),
      reviews(BEGUN),
    );
    expect([outcome(all, REVIEW), outcome(all, QBR)]).toEqual([says, says]);
  });

  it('is told of an account without a CSM when nothing else tells of it', () => {
    const off = set(['Trigger: Owner absence', 'off']);
    const all = judged(missedCadence, off, TEAM, northwind({ Health: 'red', CSM: '' }), reviews(BEGUN));
    expect(found(all, REVIEW).owner).toBe(VP);
  });
});

describe('the business review', () => {
  it.each([
    { name: '182 days ago', given: { 'Last QBR': ago(182) }, says: 'holds not' },
    { name: '183 days ago', given: { 'Last QBR': ago(183) }, says: 'fires' },
    { name: 'still to come', given: { 'Last QBR': ago(-10) }, says: 'holds not' },
  ])('that was $name: $says', ({ given, says }) => {
    expect(outcome(judged(missedCadence, TEAM, northwind(given)), QBR)).toBe(says);
  });

  const withoutOne = (signed: unknown) =>
    judged(
      missedCadence,
      TEAM,
      rowsOf(
        'Accounts',
        { Account: 'Northwind', CSM: ANA, Signed: signed },
        { Account: 'Contoso', 'Last QBR': ago(3) },
      ),
    );

  it('that never was counts from the signing, once the team keeps a record of any', () => {
    expect(outcome(withoutOne(ago(182)), QBR)).toBe('holds not');
    expect(found(withoutOne(ago(183)), QBR)).toMatchObject({
      headline: 'no QBR for 183 days',
      since: day('2026-05-27') + 182,
      owner: MIA,
    });
    expect(outcome(withoutOne(''), QBR)).toBe('no data');
    expect(outcome(judged(missedCadence, TEAM, northwind({ Signed: ago(900) })), QBR)).toBe('no data');
  });
});

describe('the weekly check-in of a key result', () => {
  const keyResult = (given: Readonly<Record<string, unknown>> = {}) =>
    rowsOf('Key results', {
      Id: 'KR-1',
      'Key result': 'Churn below 3 %',
      Owner: ANA,
      Start: dateCell('2026-10-01'),
      ...given,
    });
  const checkIns = (...entries: readonly Entry[]) =>
    table(
      'Check-ins',
      ['When', 'Week', 'Key result'],
      ...entries.map(([week, id]) => [noon(week), dateCell(week), id]),
    );
  const OTHER = ['2026-09-28', 'KR-2'] as const;
  const says = (given: Readonly<Record<string, unknown>>, ...entries: readonly Entry[]) =>
    outcome(judged(missedCadence, TEAM, northwind(), keyResult(given), checkIns(...entries)), 'KR-1');

  it.each([
    { week: '2026-11-16', expected: 'holds not' },
    { week: '2026-11-09', expected: 'holds not' },
    { week: '2026-11-02', expected: 'fires' },
  ])('last made of the week of $week: $expected', ({ week, expected }) => {
    expect(says({}, OTHER, [week, 'KR-1'])).toBe(expected);
  });

  it.each([
    [
      'starts in the week of the 9th, whose first whole week is that of the 16th',
      { Start: dateCell('2026-11-10') },
      'holds not',
    ],
    ['starts on Monday the 9th', { Start: dateCell('2026-11-09') }, 'fires'],
    ['has no start and no entry', { Start: '' }, 'no data'],
    ['is paused', { State: 'Paused' }, 'holds not'],
    ['is done', { State: 'done' }, 'settled'],
    ['was due yesterday', { Due: ago(1) }, 'settled'],
    ['is due today', { Due: ago(0) }, 'fires'],
  ])('of one that %s: %s', (_, given, expected) => {
    expect(says(given, OTHER)).toBe(expected);
  });

  it('of one without a start counts from its first entry', () => {
    expect(says({ Start: '' }, OTHER, ['2026-11-02', 'KR-1'])).toBe('fires');
  });

  it('is not judged before anybody has checked in', () => {
    expect(says({})).toBe('no data');
  });

  it('says whose it is and goes to their manager', () => {
    const all = judged(missedCadence, TEAM, northwind(), keyResult({ Account: 'Northwind' }), checkIns(OTHER));
    expect(found(all, 'KR-1')).toMatchObject({
      account: 'Northwind',
      exposure: 48_000,
      since: day('2026-10-05'),
      owner: MIA,
      function: 'CS',
      headline: '7 weekly check-ins missed',
    });
  });

  it('of a lost account is left in peace', () => {
    const account = northwind({ 'Churned on': ago(1) });
    const all = judged(missedCadence, TEAM, account, keyResult({ Account: 'Northwind' }), checkIns(OTHER));
    expect(outcome(all, 'KR-1')).toBe('churned');
  });
});

describe('a cell that cannot be read', () => {
  it.each([
    [REVIEW, { Health: 'red', CSM: '#N/A' }],
    [REVIEW, { Health: 'red', Signed: 'in spring' }],
    [QBR, { 'Last QBR': '#N/A', Signed: ago(400) }],
    [QBR, { 'Last QBR': ago(300), Status: 'Loading...' }],
  ])('leaves open whether %s was missed: %o', (subject, given) => {
    const accounts = rowsOf(
      'Accounts',
      { Account: 'Northwind', CSM: ANA, ...given },
      { Account: 'Contoso', CSM: ANA, 'Last QBR': ago(1) },
    );
    expect(outcome(judged(missedCadence, TEAM, accounts, reviews(BEGUN)), subject)).toBe('no data');
  });
});
