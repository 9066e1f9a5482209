import type { TabSchema } from '../schema.js';
import { accountsTab } from './accounts.js';
import { alertsTab } from './alerts.js';
import { checkInsTab } from './check-ins.js';
import { keyResultsTab } from './key-results.js';
import { noticesTab } from './notices.js';
import { problemsTab } from './problems.js';
import { settingsTab } from './settings.js';
import { signalsTab } from './signals.js';
import { teamTab } from './team.js';

/** Every tab that Bellwether reads or writes. */
export const ALL_TABS: readonly TabSchema[] = [
  accountsTab,
  signalsTab,
  keyResultsTab,
  checkInsTab,
  teamTab,
  alertsTab,
  noticesTab,
  settingsTab,
  problemsTab,
];

/** The tabs whose columns a team maps to its own. */
export const MAPPED_TABS: readonly TabSchema[] = ALL_TABS.filter(({ keeper }) => keeper === 'team');
