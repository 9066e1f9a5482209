import type { TabSchema } from '../schema.js';
import { accountsTab } from './accounts.js';
import { alertsTab } from './alerts.js';
import { checkInsTab } from './check-ins.js';
import { commitmentsTab } from './commitments.js';
import { decisionsTab } from './decisions.js';
import { expansionTab } from './expansion.js';
import { handoffsTab } from './handoffs.js';
import { initiativesTab } from './initiatives.js';
import { keyResultsTab } from './key-results.js';
import { noticesTab } from './notices.js';
import { objectivesTab } from './objectives.js';
import { problemsTab } from './problems.js';
import { renewalsTab } from './renewals.js';
import { revenueTab } from './revenue.js';
import { reviewsTab } from './reviews.js';
import { settingsTab } from './settings.js';
import { signalsTab } from './signals.js';
import { teamTab } from './team.js';

/** Every tab that Bellwether reads or writes. */
export const ALL_TABS: readonly TabSchema[] = [
  accountsTab,
  signalsTab,
  objectivesTab,
  keyResultsTab,
  checkInsTab,
  initiativesTab,
  reviewsTab,
  commitmentsTab,
  handoffsTab,
  renewalsTab,
  expansionTab,
  revenueTab,
  teamTab,
  alertsTab,
  noticesTab,
  decisionsTab,
  settingsTab,
  problemsTab,
];

/** The tabs whose columns a team maps to its own. */
export const MAPPED_TABS: readonly TabSchema[] = ALL_TABS.filter(({ keeper }) => keeper === 'team');
