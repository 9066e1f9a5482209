import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annualize } from '../../src/functions/annualize.js';
import { signalbacktest, surprisedchurn } from '../../src/functions/backtest.js';
import { benchmark } from '../../src/functions/benchmark.js';
import { csmratio } from '../../src/functions/csm-ratio.js';
import { brier, forecastaccuracy } from '../../src/functions/forecast.js';
import { healthband, healthcompleteness, healthscore, healthwhy } from '../../src/functions/health.js';
import { krpace, krprogress, krstatus } from '../../src/functions/key-result.js';
import { okrscore } from '../../src/functions/okr-score.js';
import { ttfv, ttfvcohorts } from '../../src/functions/onboarding.js';
import { quickratio } from '../../src/functions/quick-ratio.js';
import { retentiondiagnosis } from '../../src/functions/retention-diagnosis.js';
import { cohortretention, mrrledger, mrrmovements } from '../../src/functions/ledger.js';
import { nrrpolicies } from '../../src/functions/ledger-policies.js';
import * as retention from '../../src/functions/retention.js';
import { csat, nps } from '../../src/functions/sentiment.js';
import { mrrsnapshot } from '../../src/functions/snapshot.js';
import { bending, bendkind, bendsize, bentweeks } from '../../src/functions/trend.js';
import { weekly, weeklyfor } from '../../src/functions/weekly.js';

const zone = (): string => 'America/Sao_Paulo';

/** Every cell function by name, its arguments as Sheets gives them: any number, the last left out. */
const FUNCTIONS: Record<string, (args: readonly unknown[]) => unknown> = {
  NRR: ([a, b, c, d]) => retention.nrr(a, b, c, d),
  GRR: ([a, b, c]) => retention.grr(a, b, c),
  LOGORETENTION: ([a, b]) => retention.logoretention(a, b),
  LOGOCHURN: ([a, b]) => retention.logochurn(a, b),
  EXPANSIONRATE: ([a, b]) => retention.expansionrate(a, b),
  CONTRACTIONRATE: ([a, b]) => retention.contractionrate(a, b),
  REVENUECHURN: ([a, b]) => retention.revenuechurn(a, b),
  QUICKRATIO: ([a, b, c, d]) => quickratio(a, b, c, d),
  ANNUALIZE: ([a, b, c]) => annualize(a, b, c),
  RETENTIONDIAGNOSIS: ([a, b]) => retentiondiagnosis(a, b),
  BENCHMARK: ([a, b, c]) => benchmark(a, b, c),
  KRPROGRESS: ([a, b, c, d]) => krprogress(a, b, c, d),
  KRPACE: ([a, b, c]) => krpace(zone, a, b, c),
  KRSTATUS: ([a, b, c, d, e, f]) => krstatus(zone, a, b, c, d, e, f),
  OKRSCORE: ([a, b]) => okrscore(a, b),
  FORECASTACCURACY: ([a, b]) => forecastaccuracy(a, b),
  BRIER: ([a, b]) => brier(a, b),
  CSMRATIO: ([a, b, c]) => csmratio(a, b, c),
  HEALTHSCORE: ([a, b]) => healthscore(a, b),
  HEALTHCOMPLETENESS: ([a, b]) => healthcompleteness(a, b),
  HEALTHWHY: ([a, b, c]) => healthwhy(a, b, c),
  HEALTHBAND: ([a, b, c]) => healthband(a, b, c),
  TTFV: ([a, b, c, d]) => ttfv(zone, a, b, c, d),
  TTFVCOHORTS: ([a, b, c]) => ttfvcohorts(zone, a, b, c),
  NPS: ([a]) => nps(a),
  CSAT: ([a, b]) => csat(a, b),
  SIGNALBACKTEST: ([a, b, c, d, e, f]) => signalbacktest(zone, a, b, c, d, e, f),
  SURPRISEDCHURN: ([a, b, c, d, e, f, g]) => surprisedchurn(zone, a, b, c, d, e, f, g),
  BENDING: ([a, b, c, d]) => bending(a, b, c, d),
  BENTWEEKS: ([a, b]) => bentweeks(a, b),
  BENDSIZE: ([a, b]) => bendsize(a, b),
  BENDKIND: ([a, b]) => bendkind(a, b),
  MRRSNAPSHOT: ([a, b, c, d, e]) => mrrsnapshot(zone, a, b, c, d, e),
  MRRLEDGER: ([a, b, c, d, e, f]) => mrrledger(zone, a, b, c, d, e, f),
  MRRMOVEMENTS: ([a, b, c, d, e]) => mrrmovements(zone, a, b, c, d, e),
  COHORTRETENTION: ([a, b, c, d]) => cohortretention(zone, a, b, c, d),
  NRRPOLICIES: ([a, b, c, d, e, f]) => nrrpolicies(zone, a, b, c, d, e, f),
  WEEKLY: ([a, b, c, d]) => weekly(zone, a, b, c, d),
  WEEKLYFOR: ([a, b, c, d, e, f]) => weeklyfor(zone, a, b, c, d, e, f),
};

const cell = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    '',
    null,
    undefined,
    true,
    false,
    '#N/A',
    '#DIV/0!',
    'up',
    'count',
    'unknown',
    ' ',
    'a\nb',
  ),
  fc.constantFrom<unknown>(0, 1, -1, NaN, Infinity, -0, 1e308, new Date(NaN), new Date(0), '$1,200', {}, 5n),
  fc.integer({ min: -5, max: 500 }),
  fc.double(),
  fc.string({ unit: 'binary' }),
  fc.date(),
);
const height = fc.integer({ min: 1, max: 5 });
const range = fc
  .tuple(height, fc.constantFrom(1, 1, 2, 4))
  .chain(([rows, columns]) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })); // prettier-ignore
const argument = fc.oneof(cell, range, fc.constantFrom<unknown>([], [[]]));

/** Columns that often fit together, so that calls come further than their first check. */
const columnsOfOneHeight = height.chain((rows) =>
  fc.array(
    fc.array(
      cell.map((one) => [one]),
      { minLength: rows, maxLength: rows },
    ),
    { minLength: 1, maxLength: 6 },
  ),
);
const calls = fc.oneof(fc.array(argument, { maxLength: 6 }), columnsOfOneHeight);

function outcomeOf(call: () => unknown): { value: unknown } | { error: unknown } {
  try {
    return { value: call() };
  } catch (error) {
    return { error };
  }
}

function expectCellValue(value: unknown): void {
  if (Array.isArray(value)) {
    expect(value.length).toBeGreaterThan(0);
    const widths = new Set((value as unknown[][]).map((row) => row.length));
    expect(widths.size).toBe(1);
    (value as unknown[][]).flat().forEach(expectCellValue);
  } else if (value instanceof Date) {
    expect(value.getTime()).not.toBeNaN();
  } else {
    expect(['number', 'string', 'boolean']).toContain(typeof value);
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  }
}

describe.each(Object.entries(FUNCTIONS))('%s, whatever the cells hold,', (name, call) => {
  it('gives cell values or one sentence that begins with its name', () => {
    fc.assert(
      fc.property(calls, (args) => {
        const outcome = outcomeOf(() => call(args));
        if ('value' in outcome) {
          expectCellValue(outcome.value);
        } else {
          expect(outcome.error).toBeInstanceOf(Error);
          const { message } = outcome.error as Error;
          expect(message.startsWith(`${name}: `)).toBe(true);
          expect(message).not.toMatch(/[\n\r]|\.$|undefined|\[object/);
          expect(message.length).toBeLessThan(300);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same again and leaves its arguments alone', () => {
    fc.assert(
      fc.property(calls, (args) => {
        const before = structuredClone(args.map((one) => (typeof one === 'object' && one !== null ? one : null)));
        const outcome = outcomeOf(() => call(args));
        expect(outcomeOf(() => call(args))).toEqual(outcome);
        expect(args.map((one) => (typeof one === 'object' && one !== null ? one : null))).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});

const amount = fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100)); // prettier-ignore
const day = fc
  .integer({ min: 0, max: 300 })
  .map((days) => new Date(Date.parse('2026-01-01T12:00Z') + days * 86_400_000));
const laterDay = day.map((one) => new Date(one.getTime() + 300 * 86_400_000));
const CHURNS = [
  [['Acme'], ['Beta'], ['']],
  [[new Date('2026-07-01T12:00Z')], [new Date('2026-09-01T12:00Z')], ['']],
] as const;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const account = fc.constantFrom('Acme', 'ACME', 'Beta', 'Gamma');
const rowsOf = (...cells: fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown[][]> =>
  fc.array(fc.tuple(...cells), { minLength: 1, maxLength: 30 });

/** For each function: rows of a table that fit, and the call over its columns. */
const TABLES: { name: string; rows: fc.Arbitrary<unknown[][]>; call: (...columns: unknown[][][]) => unknown }[] = [
  { name: 'NRR', rows: rowsOf(amount, amount), call: (s, e) => retention.nrr(s, e, undefined, undefined) },
  { name: 'GRR', rows: rowsOf(amount, amount), call: (s, e) => retention.grr(s, e, undefined) },
  { name: 'GRR of movements', rows: rowsOf(amount, amount, amount), call: (s, c, x) => retention.grr(s, c, x) },
  { name: 'LOGOCHURN', rows: rowsOf(amount, amount), call: (s, e) => retention.logochurn(s, e) },
  { name: 'HEALTHBAND', rows: rowsOf(fc.integer({ min: 0, max: 100 })), call: (score) => healthband(score, '', '') },
  { name: 'QUICKRATIO', rows: rowsOf(amount, amount), call: (s, e) => quickratio(s, e, undefined, undefined) },
  { name: 'ANNUALIZE', rows: rowsOf(share, fc.integer({ min: 1, max: 24 })), call: (r, m) => annualize(r, m, '') },
  { name: 'BENCHMARK', rows: rowsOf(fc.constantFrom('NRR', 'GRR'), share), call: (m, v) => benchmark(m, v, '') },
  { name: 'KRPROGRESS', rows: rowsOf(amount, amount, amount), call: (b, t, c) => krprogress(b, t, c, true) },
  { name: 'OKRSCORE', rows: rowsOf(share, fc.nat(9)), call: (progress, weights) => okrscore(progress, weights) },
  { name: 'FORECASTACCURACY', rows: rowsOf(amount, amount), call: (f, a) => forecastaccuracy(f, a) },
  { name: 'BRIER', rows: rowsOf(share, fc.boolean()), call: (c, o) => brier(c, o) },
  { name: 'CSMRATIO', rows: rowsOf(account, account, amount), call: (c, t, a) => csmratio(c, t, a) },
  { name: 'BENDING', rows: rowsOf(amount), call: (values) => bending(values, 'up', 1, 0) },
  {
    name: 'MRRSNAPSHOT',
    rows: rowsOf(account, day, fc.constant(''), amount),
    call: (a, s, e, m) => mrrsnapshot(zone, a, s, e, m, new Date('2026-05-01T12:00Z')),
  },
  {
    name: 'MRRLEDGER',
    rows: rowsOf(account, day, fc.constant(''), amount),
    call: (a, s, e, m) => mrrledger(zone, a, s, e, m, '', ''),
  },
  {
    name: 'MRRMOVEMENTS',
    rows: rowsOf(account, day, amount),
    call: (a, d, m) => mrrmovements(zone, a, d, m, '', ''),
  },
  {
    name: 'COHORTRETENTION',
    rows: rowsOf(account, day, amount),
    call: (a, d, m) => cohortretention(zone, a, d, m, 'net'),
  },
  {
    name: 'NRRPOLICIES',
    rows: rowsOf(account, day, amount, fc.oneof(fc.constant(''), day)),
    call: (a, d, m, c) => nrrpolicies(zone, a, d, m, new Date('2026-03-01T12:00Z'), new Date('2026-08-01T12:00Z'), c),
  },
  { name: 'WEEKLY', rows: rowsOf(account, day, amount), call: (a, d, v) => weekly(zone, a, d, v, 'mean') },
  { name: 'NPS', rows: rowsOf(fc.oneof(fc.constant(''), fc.nat(10))), call: (scores) => nps(scores) },
  { name: 'CSAT', rows: rowsOf(fc.oneof(fc.constant(''), fc.nat(5))), call: (scores) => csat(scores, '') },
  {
    name: 'TTFV',
    rows: rowsOf(day, fc.oneof(fc.constant(''), laterDay)),
    call: (s, v) => ttfv(zone, s, v, 'p90', new Date('2026-12-01T12:00Z')),
  },
  {
    name: 'TTFVCOHORTS',
    rows: rowsOf(day, fc.oneof(fc.constant(''), laterDay)),
    call: (s, v) => ttfvcohorts(zone, s, v, new Date('2026-12-01T12:00Z')),
  },
  {
    name: 'SIGNALBACKTEST',
    rows: rowsOf(day, account, amount),
    call: (w, a, v) => signalbacktest(zone, w, a, v, ...CHURNS, ''),
  },
  {
    name: 'SURPRISEDCHURN',
    rows: rowsOf(day, account, amount, fc.constantFrom('red', 'green', 'unknown')),
    call: (w, a, v, b) => surprisedchurn(zone, w, a, v, ...CHURNS, '', b),
  },
];

describe.each(TABLES)('$name over a whole column', ({ rows: table, call }) => {
  const columnsOf = (rows: unknown[][]): unknown[][][] => (rows[0] ?? []).map((_, index) => rows.map((row) => [row[index]])); // prettier-ignore

  it('gives the same as over its filled part', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, blanks) => {
        const filled = rows.filter((row) => row.some((one) => one !== ''));
        fc.pre(filled.length === rows.length && rows.length > 1);
        const blank = rows.slice(0, 1).flatMap((row) => Array.from({ length: blanks }, () => row.map(() => '')));
        const whole = outcomeOf(() => call(...columnsOf([...rows, ...blank])));
        expect(whole).toEqual(outcomeOf(() => call(...columnsOf(rows))));
      }),
    );
  });
});
