import { describe, expect, it } from 'vitest';
import { velocityDrop } from '../../../src/watch/triggers/velocity-drop.js';
import { isClosedStage } from '../../../src/watch/triggers/closed-stage.js';
import { dateCell, day, workbook } from '../../records/tables.js';
import { ago, ALERT, clockOn, found, judged, northwind, outcome, rowsOf, set, TEAM, TODAY, VP } from './books.js';

const renewal = (given: Readonly<Record<string, unknown>> = {}) =>
  rowsOf('Renewals', { Account: 'northwind', Renewal: ago(TODAY - day('2026-12-31')), Opened: ago(70), ...given });
/** Talks that began 70 days ago. */
const RENEWAL = 'Northwind: renewal opened 2026-09-17';
const says = (given: Readonly<Record<string, unknown>>, account: Readonly<Record<string, unknown>> = {}) => {
  const all = judged(velocityDrop, TEAM, northwind(account), renewal(given));
  return outcome(all, [...all.keys()][0] ?? '');
};

describe('an open renewal', () => {
  it.each([
    { name: 'for 60 days', given: { Opened: ago(60) }, expected: 'holds not' },
    { name: 'for 61 days', given: { Opened: ago(61) }, expected: 'fires' },
    { name: 'for 45 of 30 planned days', given: { Opened: ago(45), 'Planned days': 30 }, expected: 'holds not' },
    { name: 'for 46 of 30 planned days', given: { Opened: ago(46), 'Planned days': 30 }, expected: 'fires' },
    { name: 'for 37 of 25 planned days', given: { Opened: ago(37), 'Planned days': 25 }, expected: 'holds not' },
    { name: 'for 38 of 25 planned days', given: { Opened: ago(38), 'Planned days': 25 }, expected: 'fires' },
    { name: 'for 61 of 90 planned days', given: { Opened: ago(61), 'Planned days': 90 }, expected: 'fires' },
    { name: 'with a plan of no days', given: { Opened: ago(20), 'Planned days': 0 }, expected: 'holds not' },
    { name: 'from tomorrow on', given: { Opened: ago(-1) }, expected: 'holds not' },
    { name: 'from nobody knows when', given: { Opened: '' }, expected: 'no data' },
    { name: 'and won', given: { Stage: 'Closed - Won' }, expected: 'settled' },
    { name: 'and not wondered about', given: { Stage: 'Wonder' }, expected: 'fires' },
    { name: 'with an error for its result', given: { Actual: '#N/A' }, expected: 'no data' },
    { name: 'with a stage that is loading', given: { Stage: 'Loading...' }, expected: 'no data' },
    { name: 'with an error for its plan', given: { 'Planned days': '#REF!' }, expected: 'no data' },
    { name: 'with its result', given: { Actual: 0 }, expected: 'settled' },
  ])('$name: $expected', ({ given, expected }) => {
    expect(says(given)).toBe(expected);
  });

  it('of a lost account is left in peace', () => {
    expect(says({}, { 'Churned on': ago(1) })).toBe('churned');
  });

  it('says how long it has taken, and goes to the VP of customer success', () => {
    const all = judged(velocityDrop, TEAM, northwind(), renewal({ 'Planned days': 30, Stage: 'Legal' }));
    expect(found(all, RENEWAL)).toMatchObject({
      account: 'Northwind',
      since: TODAY - 70 + 45,
      owner: VP,
      exposure: 48_000,
      renewal: day('2026-12-31'),
      facts: [
        'Open since Thu 17 Sep, 70 days; 60 days are allowed',
        'It was planned for 30 days; 1.5 times that is 45',
        'Its stage is Legal',
      ],
    });
  });

  it('goes to the renewal manager when there is one', () => {
    const all = judged(velocityDrop, set(['Renewal manager', 'rhea@northlight.example']), TEAM, northwind(), renewal());
    expect(found(all, RENEWAL).owner).toBe('rhea@northlight.example');
    expect(found(judged(velocityDrop, northwind(), renewal()), RENEWAL).owner).toBe(null);
  });

  it('stays the same alert when the renewal is postponed', () => {
    const subjects = ['2026-12-31', '2027-02-28'].map((to) => [
      ...judged(velocityDrop, TEAM, northwind(), renewal({ Renewal: dateCell(to) })).keys(),
    ]);
    expect(subjects).toEqual([[RENEWAL], [RENEWAL]]);
  });

  it('is told apart by the day of renewal from another one that began on the same day', () => {
    const rows = ['2026-12-31', '2027-02-28'].map((to) => {
      return { Account: 'Northwind', Renewal: dateCell(to), Opened: ago(70) };
    });
    const all = judged(velocityDrop, TEAM, northwind(), rowsOf('Renewals', ...rows));
    expect([...all.keys()]).toEqual([`${RENEWAL}, due 2026-12-31`, `${RENEWAL}, due 2027-02-28`]);
  });

  it('keeps its open alert while the day on which it began cannot be read', () => {
    const records = workbook(TEAM, northwind(), renewal({ Opened: 'Loading...' }));
    const alert = { ...ALERT, key: `Velocity drop | ${RENEWAL} | 2026-11-16`, subject: RENEWAL };
    const all = velocityDrop({ ...records, alerts: [alert] }, clockOn(TODAY, records));
    expect(all.get(RENEWAL)).toBe('no data');
  });

  it('reads back as written whoever its manager is and however long its cells are', () => {
    const stage = 'x'.repeat(49_500);
    const all = judged(
      velocityDrop,
      set(['Renewal manager', 'Rhea@Northlight.example']),
      northwind(),
      renewal({ Stage: stage }),
    );
    const { owner, facts } = found(all, RENEWAL);
    expect(owner).toBe('rhea@northlight.example');
    // 300 characters are quoted.
    expect(facts[1]).toBe(`Its stage is ${'x'.repeat(299)}…`);
  });

  it('of an account that nobody knows is told by the name that was typed', () => {
    const all = judged(velocityDrop, TEAM, northwind(), renewal({ Account: 'Nobody', 'ARR due': 500 }));
    expect(found(all, 'Nobody: renewal opened 2026-09-17')).toMatchObject({ account: 'Nobody', exposure: 500 });
  });
});

describe('an open expansion', () => {
  const expansion = (given: Readonly<Record<string, unknown>>) =>
    rowsOf('Expansion', { Id: 'E1', Account: 'Northwind', Seen: ago(90), ...given });

  it.each([
    { name: 'that moved 30 days ago', given: { 'Followed up on': ago(30) }, expected: 'holds not' },
    { name: 'that moved 31 days ago', given: { 'Followed up on': ago(31) }, expected: 'fires' },
    { name: 'that was seen 31 days ago and never moved', given: { Seen: ago(31) }, expected: 'fires' },
    { name: 'that was seen 30 days ago', given: { Seen: ago(30) }, expected: 'holds not' },
    { name: 'seen anew after it moved', given: { Seen: ago(5), 'Followed up on': ago(50) }, expected: 'holds not' },
    { name: 'that was lost', given: { Stage: 'lost' }, expected: 'settled' },
    { name: 'whose last move cannot be read', given: { 'Followed up on': 'yesterday' }, expected: 'no data' },
  ])('$name: $expected', ({ given, expected }) => {
    expect(outcome(judged(velocityDrop, TEAM, northwind(), expansion(given)), 'E1')).toBe(expected);
  });

  it('says what it could bring', () => {
    const all = judged(velocityDrop, TEAM, northwind(), expansion({ Amount: 24_000, Event: 'Seats near the limit' }));
    const { facts, ...finding } = found(all, 'E1');
    expect(finding).toMatchObject({
      since: TODAY - 60,
      exposure: 0,
      upside: 24_000,
      headline: 'expansion still for 90 days',
    });
    expect(facts.slice(1, 3)).toEqual(['What showed it: Seats near the limit', 'It could bring $24,000 a year']);
  });
});

describe('a stage', () => {
  it.each([
    ...['Closed - Won', 'closed lost', 'Won', 'Renewed for 12 months', 'Deal lost', '5 - Churned', 'Verbally won.'],
  ])('of "%s" is over', (stage) => {
    expect(isClosedStage(stage)).toBe(true);
  });

  it.each([
    ...["Says they won't renew", 'Won’t say', 'Not closed', 'Not yet renewed', 'To be renewed', 'Renewed?'],
    ...['Will be lost', 'Almost won', 'Likely lost', 'Wonder', 'Enclosed', 'We lost the sponsor in May', '', null],
  ])('of "%s" is open', (stage) => {
    expect(isClosedStage(stage)).toBe(false);
  });
});
