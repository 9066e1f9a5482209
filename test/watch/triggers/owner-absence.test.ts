import { describe, expect, it } from 'vitest';
import { isGroupWord } from '../../../src/watch/triggers/group-words.js';
import { ownerAbsence } from '../../../src/watch/triggers/owner-absence.js';
import { day } from '../../records/tables.js';
import { ago, ANA, found, judged, northwind, outcome, rowsOf, TEAM, TODAY, VP } from './books.js';

const says = (given: Readonly<Record<string, unknown>>) =>
  outcome(judged(ownerAbsence, TEAM, northwind(given)), 'Northwind');

describe('a CSM cell', () => {
  it.each(['team', ' CS  Team ', 'N/A', 'tbd', '-', 'support@northlight.example', 'CS+emea@northlight.example'])(
    'that says "%s" names nobody',
    (csm) => {
      expect(isGroupWord(csm)).toBe(true);
      expect(says({ CSM: csm })).toBe('fires');
    },
  );

  it.each(['Teamer', 'Allan', ANA, 'sue.support@northlight.example', 'Tina Na'])(
    'that says "%s" may name somebody',
    (csm) => {
      expect(isGroupWord(csm)).toBe(false);
    },
  );

  it.each([
    ['blank', '', 'fires'],
    ['an address in Team, in any case', ANA.toUpperCase(), 'holds not'],
    ['a name in Team', 'ana', 'holds not'],
    ['an address that Team does not have', 'gone@northlight.example', 'fires'],
    ['a name that Team does not have', 'Zoe', 'fires'],
  ])('that is %s', (_, csm, expected) => {
    expect(says({ CSM: csm })).toBe(expected);
  });

  it('that cannot be read says nothing about who owns the account', () => {
    expect(['#N/A', 'Loading...'].map((CSM) => says({ CSM }))).toEqual(['no data', 'no data']);
    expect(says({ CSM: '', Status: '#N/A' })).toBe('no data');
    expect(says({ CSM: '', 'Churned on': 'in May' })).toBe('no data');
    expect(says({ 'Tier since': 'long ago', 'CSM since': ago(400) })).toBe('no data');
  });

  it('with a name that two people have is nobody, since nobody can be told', () => {
    const team = rowsOf('Team', { Name: 'Sam', 'E-mail': 'a@x.example' }, { Name: 'Sam', 'E-mail': 'b@x.example' });
    const finding = found(judged(ownerAbsence, team, northwind({ CSM: 'Sam' })), 'Northwind');
    expect(finding.facts).toEqual(['The CSM column says Sam, whom Team has more than once']);
  });

  it('is believed where Team names nobody', () => {
    expect(outcome(judged(ownerAbsence, northwind({ CSM: 'Zoe' })), 'Northwind')).toBe('holds not');
    expect(found(judged(ownerAbsence, northwind({ CSM: '' })), 'Northwind').owner).toBe(null);
  });

  it('of a lost account does not matter', () => {
    expect(says({ CSM: '', 'Churned on': ago(0) })).toBe('churned');
    expect(says({ CSM: '', 'Churned on': ago(-1) })).toBe('fires');
  });

  it('is told to the VP of customer success, with the month as the episode', () => {
    expect(found(judged(ownerAbsence, TEAM, northwind({ CSM: 'n/a' })), 'Northwind')).toMatchObject({
      since: day('2026-11-01'),
      owner: VP,
      headline: 'the CSM is no person',
      facts: ['The CSM column says n/a, which names no single person'],
    });
    expect(found(judged(ownerAbsence, TEAM, northwind({ CSM: '', Signed: ago(3) })), 'Northwind').since).toBe(
      TODAY - 3,
    );
  });
});

describe('a CSM after a change of tier', () => {
  it.each([
    { name: '90 days ago', tier: 90, csm: 400, expected: 'holds not' },
    { name: '91 days ago', tier: 91, csm: 400, expected: 'fires' },
    { name: '91 days ago, named the day before', tier: 91, csm: 92, expected: 'fires' },
    { name: '91 days ago, named that day', tier: 91, csm: 91, expected: 'holds not' },
    { name: '91 days ago, confirmed since', tier: 91, csm: 10, expected: 'holds not' },
  ])('$name: $expected', ({ tier, csm, expected }) => {
    expect(says({ 'Tier since': ago(tier), 'CSM since': ago(csm) })).toBe(expected);
  });

  it('is not asked about when the days are not known', () => {
    expect(says({ 'Tier since': ago(300) })).toBe('holds not');
    expect(says({ 'CSM since': ago(300) })).toBe('holds not');
  });

  it('says both days', () => {
    const account = northwind({ Tier: 'Gold', 'Tier since': ago(100), 'CSM since': ago(400) });
    expect(found(judged(ownerAbsence, TEAM, account), 'Northwind')).toMatchObject({
      since: TODAY - 10,
      headline: 'same CSM 100 days after a tier change',
      facts: [
        'It came into tier Gold on Tue 18 Aug, 100 days ago; 90 days are allowed',
        `${ANA} has been its CSM since Wed 22 Oct 2025`,
      ],
    });
  });
});
