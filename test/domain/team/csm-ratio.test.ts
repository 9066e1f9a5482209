import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tierLoads } from '../../../src/domain/team/csm-ratio.js';

describe('the load of a tier', () => {
  it('counts each manager once, in any spelling, and accounts without one too', () => {
    const accounts = [
      { csm: 'Maya', tier: 'SMB', arr: 10 },
      { csm: '', tier: 'Enterprise', arr: 90 },
      { csm: ' maya', tier: 'smb', arr: 20 },
      { csm: 'Jon', tier: 'SMB', arr: 0 },
      { csm: 'Maya', tier: 'Mid', arr: 5 },
    ];
    expect(tierLoads(accounts)).toEqual([
      { tier: 'SMB', csms: 2, accounts: 3, arr: 30 },
      { tier: 'Enterprise', csms: 0, accounts: 1, arr: 90 },
      { tier: 'Mid', csms: 1, accounts: 1, arr: 5 },
    ]);
  });

  it('leaves no account and no revenue out', () => {
    const account = fc.record({
      csm: fc.constantFrom('', 'Maya', 'Jon', 'JON'),
      tier: fc.constantFrom('A', 'a', 'B'),
      arr: fc.integer({ min: 0, max: 1000 }),
    });
    fc.assert(
      fc.property(fc.array(account), (accounts) => {
        const loads = tierLoads(accounts);
        const total = (pick: (one: { accounts: number; arr: number }) => number): number =>
          loads.reduce((sum, load) => sum + pick(load), 0);
        expect(total((load) => load.accounts)).toBe(accounts.length);
        expect(total((load) => load.arr)).toBe(accounts.reduce((sum, { arr }) => sum + arr, 0));
        for (const load of loads) expect(load.csms).toBeLessThanOrEqual(load.accounts);
      }),
    );
  });
});
