import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Subscription {
  readonly account: string;
  readonly start: string;
  /** Empty while it runs. */
  readonly end: string;
  readonly mrr: number;
}

const FROM = '2024-12-31';
const TO = '2025-12-31';
const script = join(import.meta.dirname, '../../bench/sql/retention.mjs');
const run = promisify(execFile);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retention-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** What the command prints, by name. */
async function retention(
  accounts: readonly string[],
  subscriptions: readonly (Omit<Subscription, 'mrr'> & { readonly mrr: number | string })[],
) {
  const lines = subscriptions.map(({ account, start, end, mrr }, index) =>
    [`S${String(index)}`, account, start, end, 'Basic', 1, mrr].join(','),
  );
  const header = 'subscription_id,account_id,start_date,end_date,plan_tier,seats,mrr_amount';
  await writeFile(join(folder, 'subscriptions.csv'), [header, ...lines, ''].join('\n'));
  const names = accounts.map((account) => `${account},"The ""${account}"" company, Ltd"`);
  await writeFile(join(folder, 'accounts.csv'), ['account_id,account_name', ...names, ''].join('\n'));
  const { stdout } = await run(process.execPath, [script, folder, FROM, TO]);
  return Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(': ') as [string, string]),
  );
}

function mrrOn(subscriptions: readonly Subscription[], account: string, day: string): number {
  return subscriptions
    .filter((row) => row.account === account && row.start <= day && (row.end === '' || row.end > day))
    .reduce((sum, row) => sum + row.mrr, 0);
}

/** The same ratios by one plain pass; amounts are whole, so that nothing rounds before the last division. */
function bruteForce(accounts: readonly string[], subscriptions: readonly Subscription[]) {
  const sums = { opening: 0, net: 0, gross: 0, expansion: 0, contraction: 0, opened: 0, kept: 0 };
  for (const account of accounts) {
    const before = mrrOn(subscriptions, account, FROM);
    const after = mrrOn(subscriptions, account, TO);
    if (before <= 0) continue;
    sums.opening += before;
    sums.net += after;
    sums.gross += Math.min(before, after);
    sums.expansion += Math.max(after - before, 0);
    sums.contraction += after > 0 ? Math.max(before - after, 0) : 0;
    sums.opened += 1;
    sums.kept += after > 0 ? 1 : 0;
  }
  return sums;
}

const named: readonly Subscription[] = [
  { account: 'grows', start: '2024-01-01', end: '2025-03-01', mrr: 100 },
  { account: 'grows', start: '2025-03-01', end: '', mrr: 150 },
  { account: 'ends on the opening day', start: '2024-01-01', end: FROM, mrr: 900 },
  { account: 'ends on the closing day', start: '2024-01-01', end: TO, mrr: 50 },
  { account: 'starts on the opening day', start: FROM, end: '', mrr: 70 },
  { account: 'starts on the closing day', start: TO, end: '', mrr: 40 },
  { account: 'credited', start: '2024-01-01', end: '', mrr: 80 },
  { account: 'credited', start: '2025-06-01', end: '', mrr: -30 },
  { account: 'below zero', start: '2025-06-01', end: '', mrr: -5 },
  { account: 'trial', start: '2024-06-01', end: '', mrr: 0 },
];

describe('retention by SQL', () => {
  test('covers the first day of a subscription, not its last, and adds up what an account has at once', async () => {
    const accounts = [...new Set(named.map(({ account }) => account))].filter((account) => account !== 'trial');
    const printed = await retention(accounts, named);
    // Opening: 100 grows, 50 ends on the closing day, 70 starts on the opening day, 80 credited.
    expect(printed['accounts with opening mrr']).toBe('4');
    expect(Number(printed['opening mrr'])).toBe(300);
    expect(Number(printed['nrr'])).toBeCloseTo((150 + 0 + 70 + 50) / 300, 14);
    expect(Number(printed['grr'])).toBeCloseTo((100 + 0 + 70 + 50) / 300, 14);
    expect(Number(printed['logo retention'])).toBe(0.75);
    expect(Number(printed['expansion rate'])).toBeCloseTo(50 / 300, 14);
    expect(Number(printed['contraction rate'])).toBeCloseTo(30 / 300, 14);
    expect(printed['below zero']).toBe('below zero');
    expect(printed['not listed']).toBe('trial');
  });

  test('agrees with a plain pass over any subscriptions', async () => {
    const days = ['2024-06-01', '2024-12-30', FROM, '2025-01-01', '2025-07-15', '2025-12-30', TO, '2026-01-01'];
    const accounts = ['A', 'B', 'C', 'D', 'E', 'F'];
    const subscription = fc.record({
      account: fc.constantFrom(...accounts),
      start: fc.constantFrom(...days),
      end: fc.constantFrom('', ...days),
      mrr: fc.integer({ min: 0, max: 100_000 }),
    });
    const first = { account: 'A', start: '2024-06-01', end: '', mrr: 1 };
    await fc.assert(
      fc.asyncProperty(fc.array(subscription, { maxLength: 60 }), async (drawn) => {
        const subscriptions = [first, ...drawn];
        const printed = await retention(accounts, subscriptions);
        const { opening, net, gross, expansion, contraction, opened, kept } = bruteForce(accounts, subscriptions);
        expect(printed['nrr']).toBe((net / opening).toPrecision(15));
        expect(printed['grr']).toBe((gross / opening).toPrecision(15));
        expect(printed['expansion rate']).toBe((expansion / opening).toPrecision(15));
        expect(printed['contraction rate']).toBe((contraction / opening).toPrecision(15));
        expect(printed['logo retention']).toBe((kept / opened).toPrecision(15));
        expect(printed['accounts with opening mrr']).toBe(String(opened));
      }),
      { numRuns: 8 },
    );
  });

  test('says how to call it when a day is missing', async () => {
    const failure = run(process.execPath, [script, folder, FROM]);
    await expect(failure).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('give a folder and two days') as string,
    });
  });

  test('stops at a cell that is no number instead of leaving it out', async () => {
    const broken = retention(['A'], [{ account: 'A', start: '2024-01-01', end: '', mrr: 'n/a' }]);
    await expect(broken).rejects.toMatchObject({ stderr: expect.stringContaining("'n/a'") as string });
  });
});
