import { expect, it } from 'vitest';
import type { AlertRecord } from '../../src/records/tabs/alerts.js';
import { accountChanges } from '../../src/watch/reports/account-changes.js';
import { workbook } from '../records/tables.js';
import { DAY, finding, MONDAY, told } from './fixtures.js';

const [OPENED] = told(workbook(), { C1: finding() }).opened;
const ended = (key: string, reason: string, resolved: number): AlertRecord => {
  if (!OPENED) throw new Error('nothing opened');
  return { ...OPENED, key, reason, opened: MONDAY - 90 * DAY, resolved, state: 'resolved' };
};
const changes = (...alerts: readonly AlertRecord[]) => {
  return accountChanges({ ...workbook(), alerts }, MONDAY).map(({ change }) => change);
};

it('an account that came back after it was lost is no longer at risk when its alert clears, and not lost again', () => {
  const lost = ended('one', 'churned', MONDAY - 60 * DAY);
  expect(changes(lost, ended('two', 'condition cleared', MONDAY + DAY))).toEqual(['no longer at risk']);
  expect(changes(ended('one', 'churned', MONDAY + DAY))).toEqual(['churned']);
});
