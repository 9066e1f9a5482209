import type { Account } from './accounts.js';
import { months } from './days.js';

/** Net and gross revenue retention in percent over the 12 months that end with a month of the Revenue tab. */
export function trailingRetention(accounts: readonly Account[], closingMonth: number): { nrr: number; grr: number } {
  const closing = months.indexOf(closingMonth);
  let opened = 0;
  let net = 0;
  let gross = 0;
  for (const { billing } of accounts) {
    const before = billing.mrr[closing - 12] ?? 0;
    const after = billing.mrr[closing] ?? 0;
    if (before === 0) continue;
    opened += before;
    net += after;
    gross += Math.min(before, after);
  }
  const percent = (sum: number) => Math.round((sum / opened) * 1000) / 10;
  return { nrr: percent(net), grr: percent(gross) };
}
