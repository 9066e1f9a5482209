/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import type { Cell } from '../functions/cells.js';
import { mrrsnapshot } from '../functions/snapshot.js';
import { spreadsheetZone } from '../google/zone.js';

/**
 * MRR of every account on one day, from its subscriptions: spills account and MRR, in order of first appearance. Accounts that pay nothing that day show 0, so that the snapshots of two days go straight into NRR.
 *
 * @param {Array<Array<string>>} accounts Account of each subscription, for example Subscriptions!A2:A; an account may have several rows.
 * @param {Array<Array<Date>>} starts First day of each subscription, for example Subscriptions!B2:B.
 * @param {Array<Array<Date>>} ends Day on which each subscription ends, itself no longer covered, for example Subscriptions!C2:C; a blank is still running.
 * @param {Array<Array<number>>} mrr MRR of each subscription, for example Subscriptions!D2:D; credits are negative.
 * @param {Date} day The day, for example F1.
 * @return {Array<Array<string|number>>} Two columns: account, MRR.
 * @customfunction
 */
export function MRRSNAPSHOT(accounts: Cell, starts: Cell, ends: Cell, mrr: Cell, day: Cell) {
  return mrrsnapshot(spreadsheetZone, accounts, starts, ends, mrr, day);
}
