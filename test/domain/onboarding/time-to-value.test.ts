import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  timeToValue,
  timeToValueAsOf,
  VALUE_STATISTICS,
  type Onboarding,
  type ValueStatistic,
} from '../../../src/domain/onboarding/time-to-value.js';
import { valueCohorts } from '../../../src/domain/onboarding/value-cohorts.js';
import { dayOf, firstDayOf, monthOf, parseIsoDay } from '../../../src/domain/calendar/day.js';

const START = dayOf(2026, 1, 5);
/** Accounts that signed on one day and took so many days; null for one that still waits. */
const took = (...days: (number | null)[]): Onboarding[] =>
  days.map((length) => ({ signed: START, firstValue: length === null ? null : START + length }));

describe('time to first value', () => {
  it.each<[ValueStatistic, number]>([
    ['median', 25],
    // Place 0.9 * 3 = 2.7 among 10, 20, 30, 100: 30 + 0.7 * 70, as the sheet's PERCENTILE has it.
    ['p90', 79],
    ['mean', 40],
    ['reached', 0.8],
  ])('%s is over those who got there, the share over all', (statistic, expected) => {
    const answer = timeToValue(took(30, 10, null, 100, 20), statistic);
    expect(answer.ok && answer.value).toBeCloseTo(expected, 12);
  });

  it('of nobody who got there is none, and their share 0', () => {
    for (const statistic of VALUE_STATISTICS) {
      const expected = statistic === 'reached' ? { ok: true, value: 0 } : { ok: false, reason: 'nobody-reached' };
      expect(timeToValue(took(null, null), statistic)).toEqual(expected);
      expect(timeToValueAsOf(took(null, null), statistic, START + 9)).toEqual(expected);
      expect(timeToValue([], statistic)).toEqual({ ok: false, reason: 'nobody-signed' });
      expect(timeToValueAsOf(took(1), statistic, START - 1)).toEqual({ ok: false, reason: 'nobody-signed' });
    }
  });

  it('counts those who still wait when asked as of a day', () => {
    const onboardings = took(10, 20, null, null, null);
    expect(timeToValue(onboardings, 'median')).toEqual({ ok: true, value: 15 });
    expect(timeToValueAsOf(onboardings, 'median', START + 60)).toEqual({ ok: false, reason: 'nobody-reached' });
    const reached = timeToValueAsOf(onboardings, 'reached', START + 60);
    expect(reached.ok && reached.value).toBeCloseTo(0.4, 12);
    // 10 days of all, 10 of four fifths, 40 of three fifths.
    const mean = timeToValueAsOf(onboardings, 'mean', START + 60);
    expect(mean.ok && mean.value).toBeCloseTo(42, 12);
  });

  const day = fc.integer({ min: START, max: START + 120 });
  const onboardings = fc.array(
    fc.record({ signed: day, wait: fc.option(fc.nat({ max: 90 })) }).map(({ signed, wait }) => ({
      signed,
      firstValue: wait === null ? null : signed + wait,
    })),
    { maxLength: 30 },
  );

  it('never looks ahead: what came after the day changes nothing', () => {
    fc.assert(
      fc.property(onboardings, day, (all, asOf) => {
        const known = all
          .filter(({ signed }) => signed <= asOf)
          .map(({ signed, firstValue }) => ({
            signed,
            firstValue: firstValue !== null && firstValue <= asOf ? firstValue : null,
          }));
        for (const statistic of VALUE_STATISTICS) {
          expect(timeToValueAsOf(all, statistic, asOf)).toEqual(timeToValueAsOf(known, statistic, asOf));
        }
        expect(valueCohorts(all, asOf)).toEqual(valueCohorts(known, asOf));
      }),
    );
  });

  it('as of a day when all have got there is the plain median, mean and share', () => {
    fc.assert(
      fc.property(onboardings, (all) => {
        const finished = all.filter(({ firstValue }) => firstValue !== null);
        for (const statistic of ['median', 'mean', 'reached'] as const) {
          const [plain, asOf] = [timeToValue(finished, statistic), timeToValueAsOf(finished, statistic, START + 500)];
          if (plain.ok && asOf.ok) expect(asOf.value).toBeCloseTo(plain.value, 9);
          else expect(asOf).toEqual(plain);
        }
      }),
    );
  });

  it('of a cohort is that of its accounts alone, every account in one cohort', () => {
    fc.assert(
      fc.property(onboardings, day, (all, asOf) => {
        const cohorts = valueCohorts(all, asOf);
        if (!cohorts.ok) {
          expect(all.some(({ signed }) => signed <= asOf)).toBe(false);
          return;
        }
        const signed = all.filter((one) => one.signed <= asOf);
        expect(cohorts.value.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(signed.length);
        expect(cohorts.value.map(({ month }) => month)).toEqual(
          [...new Set(signed.map((one) => monthOf(one.signed)))].sort((one, other) => one - other),
        );
        for (const { month, accounts, reached, median, p90 } of cohorts.value) {
          const own = signed.filter((one) => monthOf(one.signed) === month);
          const there = own.filter(({ firstValue }) => firstValue !== null && firstValue <= asOf);
          expect(accounts).toBe(own.length);
          expect(reached).toBe(there.length / own.length);
          const [half, ninth] = (['median', 'p90'] as const).map((statistic) => timeToValueAsOf(own, statistic, asOf));
          expect(median).toBe(half?.ok ? half.value : null);
          expect(p90).toBe(ninth?.ok ? ninth.value : null);
        }
      }),
    );
  });
});

describe('cohorts by month of signing', () => {
  it('count from the first of the month to its last day', () => {
    const signings = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((iso) => parseIsoDay(iso) ?? NaN);
    const cohorts = valueCohorts(
      signings.map((signed) => ({ signed, firstValue: signed })),
      dayOf(2026, 2, 28),
    );
    expect(cohorts.ok && cohorts.value.map(({ month, accounts }) => [firstDayOf(month), accounts])).toEqual([
      [dayOf(2026, 1, 1), 1],
      [dayOf(2026, 2, 1), 2],
    ]);
  });
});
