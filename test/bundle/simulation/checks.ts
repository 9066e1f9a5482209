import { expect } from 'vitest';
import type { AlertRow } from './history.js';
import { bends, isBroken, isKept, keyOf, type Model } from './model.js';

const isLive = ({ state }: AlertRow): boolean => state !== 'resolved';
const under =
  (condition: string) =>
  ({ key }: AlertRow) =>
    key.startsWith(`${condition} | `);

/** Whether a condition that holds may have no alert that lives: its very episode is over, or a person ended it. */
function isClosed({ byHand }: Model, rows: readonly AlertRow[], condition: string, key: string): boolean {
  if (rows.some((row) => row.key === key && !isLive(row))) return true;
  return [...byHand].some(([said, { state }]) => said.startsWith(`${condition} | `) && state === 'resolved');
}

function isEndedByHand({ byHand }: Model, key: string): boolean {
  return byHand.get(key)?.state === 'resolved';
}

/** What the newest of the four weeks before says that is known: what comes late counts for them too. */
function knownLately(model: Model, account: string): ReturnType<typeof bends> {
  const verdicts = [1, 2, 3, 4].map((ago) => bends(model, account, model.scanned - 7 * ago));
  return verdicts.find((verdict) => verdict !== 'unknown') ?? 'unknown';
}

const JUDGED_FROM: Readonly<Record<string, readonly string[]>> = {
  'Momentum decay': ['Accounts', 'Signals'],
  'Dependency breach': ['Accounts', 'Commitments'],
  'Owner absence': ['Accounts', 'Team'],
};

/** Cells that cannot be used in more than one row of six may stop a whole tab. */
function isClean({ signals }: Model): boolean {
  return signals.filter(({ value }) => value === 'Loading...').length * 6 <= signals.length;
}

/**
 * Every invariant of the Alerts tab after a tick: keys are unique and stay, what is over stays over, and, when the tick was a whole one
 * over tabs that can be read, an alert lives exactly while its condition holds; what nobody can know changes nothing.
 */
export function checkAlerts(
  model: Model,
  before: readonly AlertRow[],
  after: readonly AlertRow[],
  { now, isWhole }: { readonly now: number; readonly isWhole: boolean },
): void {
  expect(new Set(after.map(({ key }) => key)).size, 'keys are unique').toBe(after.length);
  const keys = new Map(after.map((row) => [row.key, row]));
  for (const row of before) {
    expect(keys.has(row.key), `${row.key} is remembered`).toBe(true);
    if (!isLive(row)) expect(keys.get(row.key)?.state, `${row.key} stays resolved`).toBe('resolved');
  }
  const resolvedNow = before.filter((row) => isLive(row) && keys.get(row.key)?.state === 'resolved');
  for (const { key } of resolvedNow.filter(({ key }) => model.byHand.get(key)?.state !== 'resolved')) {
    const [trigger = ''] = key.split(' | ');
    const missing = (JUDGED_FROM[trigger] ?? []).filter((tab) => model.renamed.has(tab));
    expect(missing, `${key} was resolved without the tabs that it is judged from`).toEqual([]);
  }
  if (!isWhole || !isClean(model) || model.maybeScanned > model.scanned) return;
  for (const { name } of model.accounts) {
    const condition = `Momentum decay | ${name}`;
    const live = after.filter(isLive).filter(under(condition));
    const verdict = bends(model, name, model.scanned);
    if (verdict === 'fine') expect(live, `${name} does not bend`).toEqual([]);
    else if (verdict === 'unknown') {
      const lasting = before
        .filter(isLive)
        .filter(under(condition))
        .filter(({ key }) => !isEndedByHand(model, key));
      const keysNow = live.map(({ key }) => key);
      const lately = knownLately(model, name);
      if (lately !== 'fine') {
        expect(keysNow, `nobody knows whether ${name} bends`).toEqual(
          expect.arrayContaining(lasting.map(({ key }) => key)),
        );
      }
      if (lately === 'unknown') expect(keysNow, `${name} is not known to bend`).toHaveLength(lasting.length);
    } else if (!isClosed(model, after, condition, keyOf.bend(name, verdict.since))) {
      expect(live, `${name} bends since ${String(verdict.since)}`).toHaveLength(1);
    }
  }
  for (const commitment of model.commitments) {
    const condition = `Dependency breach | ${commitment.id}`;
    const live = after.filter(isLive).filter(under(condition));
    const broken = isBroken(commitment, now);
    if (isKept(commitment, now)) expect(live, `${commitment.id} is kept`).toEqual([]);
    if (broken === true && !isClosed(model, after, condition, keyOf.promise(commitment.id, commitment.due))) {
      expect(live, `${commitment.id} is broken`).toHaveLength(1);
    }
  }
  for (const { name, csm } of model.accounts) {
    const condition = `Owner absence | ${name}`;
    const isAbsent = model.left.has(csm) && ![...model.byHand.keys()].some((key) => key.startsWith(`${condition} | `));
    if (isAbsent) expect(after.filter(under(condition)).length, `${name} has nobody`).toBeGreaterThanOrEqual(1);
  }
}
