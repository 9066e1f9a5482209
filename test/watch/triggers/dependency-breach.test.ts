import { describe, expect, it } from 'vitest';
import { breachTotals, breachWords } from '../../../src/watch/triggers/breach-totals.js';
import { dependencyBreach } from '../../../src/watch/triggers/dependency-breach.js';
import { dateCell, day, workbook } from '../../records/tables.js';
import { ago, ANA, clockOn, found, judged, northwind, outcome, rowsOf, TEAM, TODAY } from './books.js';

const PIA = 'pia@northlight.example';
const commitment = (given: Readonly<Record<string, unknown>> = {}) => ({
  ...{ Id: 'C1', Account: 'Northwind', Commitment: 'Single sign-on', Owner: PIA, Due: ago(10), ...given },
});

describe('a commitment', () => {
  it.each([
    { now: 'on its due day', today: '2026-11-23', hour: 23, expected: 'holds not' },
    { now: 'at the end of the 48 hours', today: '2026-11-26', hour: 0, expected: 'holds not' },
    { now: 'an hour later', today: '2026-11-26', hour: 1, expected: 'fires' },
  ])('due on the 23rd, $now: $expected', ({ today, hour, expected }) => {
    const records = workbook(TEAM, northwind(), rowsOf('Commitments', commitment({ Due: dateCell('2026-11-23') })));
    expect(outcome(dependencyBreach(records, clockOn(day(today), records, hour)), 'C1')).toBe(expected);
  });

  // Clocks in Berlin go back on Sunday 25 October 2026: 48 hours after Friday the 23rd end on Sunday at 23:00.
  it.each([
    { hour: 23, expected: 'holds not' },
    { hour: 24, expected: 'fires' },
  ])('has 48 hours by the clock, not by the calendar, at $hour: $expected', ({ hour, expected }) => {
    const records = workbook(TEAM, northwind(), rowsOf('Commitments', commitment({ Due: dateCell('2026-10-23') })));
    const clock = clockOn(day('2026-10-25'), records, hour);
    expect(outcome(dependencyBreach(records, clock), 'C1')).toBe(expected);
  });

  it.each([
    ['kept', { 'Done on': ago(0) }, 'settled'],
    ['to be kept tomorrow', { 'Done on': ago(-1) }, 'fires'],
    ['without a due day', { Due: '' }, 'no data'],
    ['with an error for a due day', { Due: '#REF!' }, 'no data'],
    ['due in future', { Due: ago(-5) }, 'holds not'],
    ['kept as far as anybody can read', { 'Done on': 'yes, shipped' }, 'no data'],
    ['kept by nobody knows whom', { Owner: '#N/A' }, 'no data'],
    ['for an account that nobody knows', { Account: 'Nobody' }, 'fires'],
  ])('that is %s', (_, given, expected) => {
    const all = judged(dependencyBreach, TEAM, northwind(), rowsOf('Commitments', commitment(given)));
    expect(outcome(all, 'C1')).toBe(expected);
  });

  it('is quoted in a length that reads back as it was written', () => {
    const long = commitment({ Commitment: 'x'.repeat(49_500), Function: 'y'.repeat(49_500) });
    const { facts, function: owing } = found(judged(dependencyBreach, northwind(), rowsOf('Commitments', long)), 'C1');
    // 300 characters are quoted.
    expect([facts[0], owing]).toEqual([`Promised: ${'x'.repeat(299)}…`, `${'y'.repeat(299)}…`]);
  });

  it('to a lost account is left in peace', () => {
    const account = northwind({ 'Churned on': ago(1) });
    expect(outcome(judged(dependencyBreach, TEAM, account, rowsOf('Commitments', commitment())), 'C1')).toBe('churned');
  });

  it('goes to its owner and counts for the function that owes it', () => {
    const all = judged(dependencyBreach, TEAM, northwind(), rowsOf('Commitments', commitment()));
    expect(found(all, 'C1')).toMatchObject({
      since: TODAY - 10,
      owner: PIA,
      function: 'Product',
      exposure: 48_000,
      headline: 'commitment 10 days overdue',
      facts: [
        'Promised: Single sign-on',
        'Due Mon 16 Nov, 10 days ago, and not done; 48 hours after the due day are allowed',
        'Product owes it',
      ],
    });
    const given = { Function: 'Engineering', 'ARR exposed': 0 };
    const named = judged(dependencyBreach, northwind(), rowsOf('Commitments', commitment(given)));
    expect(found(named, 'C1')).toMatchObject({ function: 'Engineering', exposure: 0 });
  });

  it('whose id stands twice is told when one of the two is late, in either order', () => {
    const [late, kept] = [commitment(), commitment({ 'Done on': ago(1) })];
    for (const rows of [
      [late, kept],
      [kept, late],
    ]) {
      expect(outcome(judged(dependencyBreach, northwind(), rowsOf('Commitments', ...rows)), 'C1')).toBe('fires');
    }
  });
});

describe('a handoff', () => {
  const SUBJECT = 'Northwind: handoff 2026-11-18';
  const FULL = {
    ...{ 'Commitments made': 'none', 'Expansion potential': 'two teams', 'Key stakeholder': 'CFO' },
    ...{ 'Success criteria': 'live by May', 'Risk flags': 'none', 'AE signed on': ago(3), 'CSM signed on': ago(2) },
  };
  const handoff = (given: Readonly<Record<string, unknown>>) =>
    rowsOf('Handoffs', {
      Account: 'Northwind',
      AE: 'al@northlight.example',
      CSM: ANA,
      Closed: ago(8),
      ...FULL,
      ...given,
    });

  it('is complete with five fields and both signatures', () => {
    expect(outcome(judged(dependencyBreach, northwind(), handoff({})), SUBJECT)).toBe('settled');
  });

  it.each(Object.keys(FULL))('is not complete without %s', (field) => {
    const all = judged(dependencyBreach, northwind(), handoff({ [field]: '' }));
    expect(found(all, SUBJECT)).toMatchObject({
      since: TODAY - 1,
      owner: field === 'CSM signed on' ? ANA : 'al@northlight.example',
      function: field === 'CSM signed on' ? 'Customer Success' : 'Sales',
    });
  });

  it('may take seven days', () => {
    const all = judged(dependencyBreach, northwind(), handoff({ Closed: ago(7), 'Risk flags': '' }));
    expect(outcome(all, 'Northwind: handoff 2026-11-19')).toBe('holds not');
  });
});

describe('the breaches of a function', () => {
  it('add up accounts and revenue, each account once', () => {
    const accounts = rowsOf(
      'Accounts',
      ...['A', 'B', 'C'].map((Account) => ({ Account, ARR: Account === 'C' ? '' : 1000 })),
    );
    const rows = [
      commitment({ Id: 'C1', Account: 'A' }),
      commitment({ Id: 'C2', Account: 'A' }),
      commitment({ Id: 'C3', Account: 'B', 'ARR exposed': 1_199_000, Function: 'product' }),
      commitment({ Id: 'C4', Account: 'C' }),
      commitment({ Id: 'C5', Account: 'B', Function: 'Support' }),
    ];
    const all = judged(dependencyBreach, TEAM, accounts, rowsOf('Commitments', ...rows));
    const totals = breachTotals([...all.values()].flatMap((verdict) => (typeof verdict === 'object' ? [verdict] : [])));
    expect(totals).toEqual([
      { function: 'Product', breaches: 4, accounts: 3, exposure: 1_200_000, unknownCount: 1 },
      { function: 'Support', breaches: 1, accounts: 1, exposure: 1000, unknownCount: 0 },
    ]);
    expect(totals.map((total) => breachWords(total, '$'))).toEqual([
      'breached on 3 accounts, renewal exposure $1,200,000, unknown for 1 account',
      'breached on 1 account, renewal exposure $1,000',
    ]);
  });
});
