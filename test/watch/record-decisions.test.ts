import { describe, expect, it } from 'vitest';
import type { Finding, NoFinding } from '../../src/watch/finding.js';
import { whyMail } from '../../src/watch/why.js';
import { day, workbook } from '../records/tables.js';
import { DAY, finding, HOUR, MONDAY, sent, told } from './fixtures.js';

const WEEK = day('2026-05-18');

/** What Decisions gets, tick after tick, an hour apart, with every message sent at once. */
function recorded(...ticks: readonly Readonly<Record<string, Finding | NoFinding>>[]): string[][] {
  let records = workbook();
  return ticks.map((verdicts, i) => {
    const outcome = told(records, verdicts, MONDAY + i * HOUR);
    records = sent(outcome.after, MONDAY + i * HOUR);
    return outcome.recorded.map(({ subject, reason }) => `${subject ?? ''}: ${reason}`).sort();
  });
}

describe('Decisions', () => {
  it('has a row for each message and each change of reason, and none for an hour without news', () => {
    expect(
      recorded({ C1: finding() }, { C1: finding() }, { C1: 'no data' }, { C1: 'no data' }, { C1: finding() }),
    ).toEqual([['C1: first notice'], [], ['C1: no data'], [], ['C1: first notice']]);
  });

  it('does not have what never held', () => {
    expect(
      recorded({ C1: 'holds not', C2: 'settled', C3: finding({ subject: 'C3' }) }, { C1: 'holds not', C3: 'settled' }),
    ).toEqual([['C3: first notice'], ['C3: settled']]);
  });

  it('has one row for a whole trigger when most of it changes alike, and rows for the others', () => {
    const all = (verdict: NoFinding) =>
      Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`S${String(i)}`, verdict]));
    expect(
      recorded(
        { ...all('no data'), C1: finding() },
        { ...all('no data'), C1: finding() },
        { ...all('inhibited'), S7: 'no data', C1: finding() },
        { ...all('inhibited'), S7: 'no data', C1: finding() },
      ),
    ).toEqual([[': no data', 'C1: first notice'], [], [': inhibited', 'C1: first notice', 'S7: no data'], []]);
  });

  it('does not grow with values that come and go where there is no alert', () => {
    const all = (verdict: NoFinding, from: number, to: number) =>
      Object.fromEntries(Array.from({ length: to - from }, (_, i) => [`S${String(from + i)}`, verdict]));
    const hours = Array.from({ length: 10 }, (_, hour) => ({
      ...all('holds not', 0, 30 * hour),
      ...all('no data', 30 * hour, 300),
    }));
    expect(recorded(...hours, ...hours).flat()).toEqual([': no data']);
    expect(recorded(all('no data', 0, 1), all('holds not', 0, 1), { S0: finding({ subject: 'S0' }) }).flat()).toEqual([
      'S0: no data',
      'S0: first notice',
    ]);
  });
});

describe('why (no) mail', () => {
  it('is answered for an account and a week by what was decided in it, or still held', () => {
    const first = told(workbook(), { C1: finding() });
    const next = told(sent(first.after, MONDAY), { C1: 'no data' }, MONDAY + 7 * DAY);
    const reasons = (account: string, week: number) => {
      return whyMail(next.after.decisions, account, week).map(({ subject, reason }) => `${subject}: ${reason}`);
    };
    expect(reasons('Northwind', WEEK)).toEqual(['C1: first notice']);
    expect(reasons('Northwind', WEEK + 7)).toEqual(['C1: no data']);
    expect(reasons('Northwind', WEEK + 14)).toEqual(['C1: no data']);
    expect(reasons('Northwind', WEEK - 7)).toEqual([]);
    expect(reasons('Contoso', WEEK)).toEqual([]);
    // A person may sort the tab the other way round.
    const newestFirst = [...next.after.decisions].reverse();
    expect(whyMail(newestFirst, 'Northwind', WEEK + 14)).toMatchObject([{ reason: 'no data', isEarlier: true }]);
    expect(whyMail(newestFirst, 'Northwind', WEEK + 7)).toMatchObject([{ reason: 'no data', isEarlier: false }]);
  });
});
