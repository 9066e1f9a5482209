import { tierLoads, type ServedAccount } from '../domain/team/csm-ratio.js';
import { Arguments } from './arguments.js';
import { isBlank, type Cell } from './cells.js';
import { Amounts, Names } from './columns.js';
import { message } from './messages.js';

const NO_CSM = 'no CSM';
const NO_TIER = 'no tier';

/** What heads a column of managers or tiers. */
const USUAL_HEADER = /^(csms?|customer success managers?|(account )?owners?|managers?|tiers?|segments?|plans?)\b/i;

/** Names beside nothing but names, where only the usual words tell a header from the first account. */
class NamesUnderUsualHeader extends Names {
  protected override canBeHeader(text: string): boolean {
    return USUAL_HEADER.test(text.trim()) && !text.includes('@');
  }
}

/** `CSMRATIO(csm, tier, [arr])`. */
export function csmratio(csm: Cell, tier: Cell, arr: Cell): (string | number)[][] {
  const call = new Arguments('CSMRATIO');
  call.needs({ csm, tier });
  const revenue = isBlank(arr) ? null : new Amounts('arr', arr);
  const ofNames = revenue ? Names : NamesUnderUsualHeader;
  const csms = new ofNames('csm', csm);
  const tiers = new ofNames('tier', tier);
  if (revenue) call.table(csms, tiers, revenue);
  else call.table(csms, tiers);
  const accounts: ServedAccount[] = [];
  for (let row = 0; row < csms.length; row++) {
    if (isBlank(csms.cell(row)) && isBlank(tiers.cell(row)) && isBlank(revenue?.cell(row))) continue;
    accounts.push({ csm: csms.at(row), tier: tiers.at(row) || NO_TIER, arr: revenue?.at(row) ?? 0 });
  }
  call.check();
  if (accounts.length === 0) call.refuse(message.noRows('csm'));
  return tierLoads(accounts).map((load) => {
    const perCsm = (total: number): number | string => (load.csms > 0 ? total / load.csms : NO_CSM);
    const columns = [load.tier, load.csms, load.accounts, perCsm(load.accounts)];
    return revenue ? [...columns, perCsm(load.arr)] : columns;
  });
}
