import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Histories, type AccountWeek } from '../../../src/domain/backtest/account-weeks.js';
import type { Churn } from '../../../src/domain/backtest/churn-window.js';
import { signalBacktest } from '../../../src/domain/backtest/signal-backtest.js';
import { surprisedChurn } from '../../../src/domain/backtest/surprised-churn.js';
import { parseIsoDay } from '../../../src/domain/calendar/day.js';

const MONDAY = parseIsoDay('2025-01-06') ?? NaN;

/** One value a week from MONDAY on; null where nothing was measured, undefined for a week without a row. */
function weekly(account: string, values: readonly (number | null | undefined)[], from = 0): AccountWeek[] {
  return values.flatMap((value, index) =>
    value === undefined ? [] : [{ account, day: MONDAY + 7 * (from + index), values: [value] }],
  );
}
const churn = (account: string, week: number): Churn => ({ account, on: MONDAY + 7 * week });
const backtest = (rows: readonly AccountWeek[], churns: readonly Churn[]) =>
  signalBacktest(new Histories(rows), churns, 'up');
const rising = Array.from({ length: 40 }, (_, week) => week);

describe('a backtest', () => {
  it('counts a bend from the Monday after its last week', () => {
    // Weeks 0 to 2 fall; known on the Monday of week 3, seven weeks before the churn.
    const { caught, churnsWithData, warningWeeks } = backtest(weekly('A', [9, 8, 7]), [churn('A', 10)]);
    expect({ caught, churnsWithData, warningWeeks }).toEqual({
      caught: 1,
      churnsWithData: 1,
      warningWeeks: { median: 7, interval: null },
    });
  });

  it('does not look ahead: the week in which the account leaves is not known yet', () => {
    const rows = weekly('A', [9, 9, 8, 7]);
    expect(backtest(rows, [{ account: 'A', on: MONDAY + 27 }]).caught).toBe(0);
    expect(backtest(rows, [{ account: 'A', on: MONDAY + 28 }]).caught).toBe(1);
    const more = [...rows, ...weekly('A', [6, 5, 4], 4)];
    expect(backtest(more, [{ account: 'A', on: MONDAY + 27 }])).toMatchObject({ caught: 0, churnsWithData: 1 });
  });

  it.each<[string, (number | null | undefined)[], number, number]>([
    ['a missing week breaks the run', [9, 8, undefined, 7, 6], 0, 0],
    ['so does a blank one', [9, 8, null, 7, 6, null, 5], 0, 0],
    ['two wrong changes after a gap are a bend', [9, undefined, 8, 7, 6], 1, 1],
    ['flat is not wrong', [9, 8, 8, 7, 7], 1, 0],
  ])('%s', (_, values, churnsWithData, caught) => {
    const rows = weekly('A', values);
    expect(backtest(rows, [churn('A', 12)])).toMatchObject({ churnsWithData, caught });
  });

  it('sees no further back than 180 days, and not beyond an earlier churn', () => {
    const rows = weekly('A', [9, 8, 7]);
    expect(backtest(rows, [{ account: 'A', on: MONDAY + 180 }]).caught).toBe(1);
    expect(backtest(rows, [{ account: 'A', on: MONDAY + 181 }])).toMatchObject({ caught: 0, churnsWithData: 0 });
    const twice = [churn('A', 4), churn('A', 20)];
    expect(backtest(rows, twice)).toMatchObject({ caught: 1, churnsWithData: 1 });
    expect(backtest([...rows, ...weekly('A', [5, 4, 3], 8)], twice)).toMatchObject({ caught: 2, churnsWithData: 2 });
  });

  it('counts a churn listed twice once, and none of an account without signals', () => {
    const rows = weekly('A', [9, 8, 7]);
    expect(backtest(rows, [churn('A', 9), churn(' a ', 9), churn('B', 9)])).toMatchObject({ churnsWithData: 1 });
  });

  it('takes the last of two rows for one account and week', () => {
    const rows = [...weekly('A', [9, 8, 7]), ...weekly('A', [10], 2)];
    expect(backtest(rows, [churn('A', 9)]).caught).toBe(0);
  });

  it('is not moved by weeks that are filled in ahead of their values, nor by a blank second row of a week', () => {
    const rows = [...weekly('A', [9, 8, 7]), ...weekly('B', rising.slice(0, 12))];
    const churns = [churn('A', 9)];
    const ahead = ['A', 'B'].flatMap((account) => weekly(account, Array<null>(30).fill(null), 12));
    expect(backtest([...rows, ...ahead], churns)).toEqual(backtest(rows, churns));
    expect(backtest([...rows, ...weekly('A', [null, null, null])], churns)).toEqual(backtest(rows, churns));
  });

  it('says when nobody stayed to compare with', () => {
    const rows = Array.from({ length: 12 }, (_, index) => weekly(`gone ${String(index)}`, [9, 8, 7]));
    const churns = rows.map((_, index) => churn(`gone ${String(index)}`, 6));
    expect(backtest(rows.flat(), churns)).toMatchObject({
      verdict: 'no account stayed to compare with',
      stayedAndBent: null,
    });
  });

  it('shows that pure noise catches nearly every churn, and bends as often where nobody leaves', () => {
    let state = 7;
    const noise = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const rows = Array.from({ length: 80 }, (_, index) =>
      weekly(`account ${String(index)}`, Array.from({ length: 40 }, noise)),
    );
    const churns = Array.from({ length: 20 }, (_, index) => churn(`account ${String(index)}`, 38));
    const { caught, churnsWithData, stayedAndBent, verdict } = backtest(rows.flat(), churns);
    expect(caught / churnsWithData).toBeGreaterThan(0.85);
    expect(stayedAndBent).toBeGreaterThan(0.85);
    expect(verdict).toBe('no better than chance so far');
  });

  it('takes a bend for a false alarm once 180 days have passed without a churn, each run once', () => {
    const quiet = weekly('B', rising);
    const bent = weekly('A', [9, 8, 7, 6, 5]);
    // Known are weeks 0 to 39; those known 180 days before the last Monday are 0 to 13 of B and all five of A.
    const { falseAlarms } = backtest([...quiet, ...bent], [churn('C', 30)]);
    expect(falseAlarms).toBeCloseTo((100 * 1 * 13) / (14 + 5), 12);
    expect(backtest([...quiet, ...bent], [churn('A', 10)]).falseAlarms).toBe(0);
    expect(backtest(bent, [churn('A', 10)]).falseAlarms).toBeNull();
  });

  it('asks nothing of the weeks after the last churn: usage of those who left runs out, and is no alarm', () => {
    const quiet = weekly('B', rising);
    const ranOut = weekly('A', [9, 9, 9, 9, 6, 3, 0, 0, 0]);
    expect(backtest([...quiet, ...ranOut], [churn('A', 4)]).falseAlarms).toBe(0);
    const cameBack = [...ranOut, ...weekly('A', [5, 5, 5], 36)];
    // Back and gone again at week 39: the run-out of the first time lies more than 180 days before.
    expect(backtest([...quiet, ...cameBack], [churn('A', 4), churn('A', 39)]).falseAlarms).toBeGreaterThan(0);
  });

  it('says how well the trend tells accounts that left from those that stayed', () => {
    const falling = ['A', 'B', 'C'].flatMap((account) => weekly(account, [9, 8, 7, 6]));
    const steady = ['D', 'E', 'F'].flatMap((account) => weekly(account, rising.slice(0, 6)));
    const churns = ['A', 'B', 'C'].map((account) => churn(account, 6));
    expect(backtest([...falling, ...steady], churns).auc).toEqual({ value: 1, low: 0.025 ** (1 / 3), high: 1 });
    expect(backtest(falling, churns).auc).toBeNull();
  });

  it.each([
    ['too few churns to say', 9, 9],
    ['tells churners apart', 10, 10],
    ['no better than chance so far', 10, 5],
    ['points the wrong way', 10, 0],
  ])('says %s', (verdict, churns, falling) => {
    const rows = Array.from({ length: churns }, (_, index) =>
      weekly(`churned ${String(index)}`, index < falling ? [9, 8, 7, 6] : [6, 7, 8, 9]),
    );
    const others = Array.from({ length: 20 }, (_, index) =>
      weekly(`stayed ${String(index)}`, falling === 0 ? [9, 8, 7, 6] : index % 2 ? [6, 7, 8, 9] : [6, 7, 6, 7]),
    );
    if (falling === 5)
      others.push(...Array.from({ length: 20 }, (_, index) => weekly(`fell ${String(index)}`, [4, 3, 2])));
    const left = rows.map((_, index) => churn(`churned ${String(index)}`, 6));
    expect(backtest([...rows.flat(), ...others.flat()], left).verdict).toBe(verdict);
  });

  const anyRows = fc
    .array(
      fc.record({
        account: fc.constantFrom('A', 'B', 'C'),
        week: fc.nat({ max: 40 }),
        value: fc.option(fc.nat({ max: 5 }), { freq: 8 }),
      }),
      { maxLength: 250, size: 'max' },
    )
    .map((list) => list.map(({ account, week, value }) => ({ account, day: MONDAY + 7 * week, values: [value] })));
  const anyChurns = fc.uniqueArray(
    fc.record({ account: fc.constantFrom('A', 'B', 'C', 'D'), on: fc.integer({ min: MONDAY, max: MONDAY + 400 }) }),
    { selector: ({ account, on }) => `${account} ${String(on)}`, maxLength: 6 },
  );

  /** False alarms and the account-weeks in which there could have been one, the rules read word by word. */
  function naiveAlarms(rows: readonly AccountWeek[], churns: readonly Churn[]) {
    const end = Math.max(...rows.filter(({ values: [value] }) => value !== null).map(({ day }) => day + 7));
    const found = { alarms: 0, accountWeeks: 0 };
    for (const account of new Set(rows.map((row) => row.account))) {
      const own = churns.filter((one) => one.account === account).map((one) => one.on);
      const values = new Map(
        rows.flatMap(({ account: of, day, values: [value] }) =>
          of === account && typeof value === 'number' ? [[day, value] as const] : [],
        ),
      );
      const isBent = (week: number): boolean => {
        const [first, second, third] = [values.get(week - 14), values.get(week - 7), values.get(week)];
        return second !== undefined && Number(first) > second && second > Number(third);
      };
      for (const week of values.keys()) {
        const known = week + 7;
        if (known + 180 > end || own.some((on) => known <= on && on <= known + 180)) continue;
        if (own.length > 0 && own.every((on) => on < known)) continue;
        found.accountWeeks++;
        if (isBent(week) && !isBent(week - 7)) found.alarms++;
      }
    }
    return found;
  }

  it('counts the same false alarms as the rules read word by word', () => {
    fc.assert(
      fc.property(anyRows, anyChurns, (rows, churns) => {
        const { alarms, accountWeeks } = naiveAlarms(rows, churns);
        const { falseAlarms } = backtest(rows, churns);
        if (accountWeeks === 0) expect(falseAlarms).toBeNull();
        else expect(falseAlarms).toBeCloseTo((100 * alarms) / (accountWeeks / 13), 9);
      }),
      { numRuns: 300 },
    );
  });

  /** The rules read word by word, for one account's churn. */
  function naive(rows: readonly AccountWeek[], churns: readonly Churn[]) {
    const found = { churnsWithData: 0, warnings: [] as number[] };
    for (const { account, on } of churns) {
      const before = churns.filter((one) => one.account === account && one.on < on).map((one) => one.on);
      const from = Math.max(on - 180, ...before);
      const values = new Map(
        rows.flatMap(({ account: of, day, values: [value] }) =>
          of === account && typeof value === 'number' ? [[day, value] as const] : [],
        ),
      );
      const bends: number[] = [];
      let hasData = false;
      for (let week = MONDAY; week < MONDAY + 420; week += 7) {
        if (week - 14 < from || week + 7 > on) continue;
        const [first, second, third] = [values.get(week - 14), values.get(week - 7), values.get(week)];
        if (first === undefined || second === undefined || third === undefined) continue;
        hasData = true;
        if (second < first && third < second) bends.push(week + 7);
      }
      if (hasData) found.churnsWithData++;
      if (bends[0] !== undefined) found.warnings.push(on - bends[0]);
    }
    return found;
  }

  it('agrees with the rules read word by word, in any order of rows and churns', () => {
    fc.assert(
      fc.property(anyRows, anyChurns, (rows, churns) => {
        const expected = naive(rows, churns);
        const result = backtest(rows, churns);
        expect(result.churnsWithData).toBe(expected.churnsWithData);
        expect(result.caught).toBe(expected.warnings.length);
        if (expected.churnsWithData > 0) {
          const early = expected.warnings.filter((days) => days >= 90).length;
          expect(result.visible90DaysAhead).toBeCloseTo(early / expected.churnsWithData, 12);
        }
        expect(backtest(rows, [...churns].reverse())).toEqual(result);
        const surprised = surprisedChurn(new Histories(rows), churns, ['up']);
        if (churns.length === 0) expect(surprised).toEqual({ ok: false, reason: 'no-churns' });
        else expect(surprised).toEqual({ ok: true, value: (churns.length - expected.warnings.length) / churns.length });
      }),
    );
  });

  it('never takes what was entered after a churn into account', () => {
    fc.assert(
      fc.property(anyRows, anyChurns, (rows, churns) => {
        for (const one of churns) {
          const known = rows.filter(({ account, day }) => account === one.account && day + 7 <= one.on);
          const { churnsWithData, caught, warningWeeks, visible90DaysAhead } = backtest(rows, [one]);
          expect(backtest(known, [one])).toMatchObject({ churnsWithData, caught, warningWeeks, visible90DaysAhead });
        }
      }),
    );
  });
});

describe('surprised churn', () => {
  const rows = [
    { account: 'A', day: MONDAY, values: [9, 1, null] },
    { account: 'A', day: MONDAY + 7, values: [9, 2, null] },
    { account: 'A', day: MONDAY + 14, values: [9, 3, null] },
    { account: 'B', day: MONDAY, values: [1, 1, 1] },
  ];
  const share = (churns: readonly Churn[], betters: ('up' | 'down')[]) =>
    surprisedChurn(new Histories(rows), churns, betters);

  it('asks every signal in its own direction, and the band', () => {
    expect(share([churn('A', 9)], ['up', 'up'])).toEqual({ ok: true, value: 1 });
    expect(share([churn('A', 9)], ['up', 'down'])).toEqual({ ok: true, value: 0 });
    expect(share([churn('B', 9)], ['up', 'up'])).toEqual({ ok: true, value: 0 });
    expect(share([churn('B', 40)], ['up', 'up'])).toEqual({ ok: true, value: 1 });
  });

  it('counts a churn that nobody measured as a surprise', () => {
    expect(share([churn('A', 9), churn('Z', 9)], ['up', 'down'])).toEqual({ ok: true, value: 0.5 });
  });
});
