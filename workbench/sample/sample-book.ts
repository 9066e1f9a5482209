import type { Book } from '../book.js';
import { accountsTab, makeAccounts } from './accounts.js';
import { checkIns, checkInsTab, quarterWeeks } from './check-ins.js';
import { churnsTab } from './churns-tab.js';
import { commitmentsTab } from './commitments.js';
import { dashboardTab, feeds, mrrTab } from './dashboard.js';
import { monthOf } from './days.js';
import { objectivesTab } from './goals.js';
import { healthChangeTab, healthTab } from './health-tab.js';
import { keyResultsTab } from './key-results-tab.js';
import { onboardingTab, surveysTab } from './onboarding-tabs.js';
import { emailOf, teamTab } from './people.js';
import { backtestTab, forecastsTab, knownThenTab, lastQuarterTab, ticketsByWeekTab } from './proof-tabs.js';
import { renewalsTab } from './renewals.js';
import { cohortsTab, ledgerTab, retentionTab } from './retention-tabs.js';
import { trailingRetention } from './retention.js';
import { revenueTab } from './revenue.js';
import { accountsWithSignals, signalsTab, usageByWeekTab } from './signal-tabs.js';
import { readingsOf } from './signals.js';
import { subscriptionsTab } from './subscriptions-tab.js';
import { ticketsTab } from './tickets-tab.js';
import { table, tabColors } from './cells.js';

/** Sunday 22 November 2026, 18:00 in New York: the scan of Monday 08:00 is 14 hours away. */
export const sampleNow = Date.UTC(2026, 10, 22, 23);

/** A CSM whose accounts include two that bend. */
export const sampleUser = emailOf('Maya Chen');

const WATCHED = 'Brightwater Health';

/** Northlight, an invented company that sells shift planning: the same book, byte for byte, at every call. */
export function sampleBook(): Book {
  const accounts = makeAccounts();
  const readings = new Map(accounts.map((account) => [account, readingsOf(account)]));
  const retention = quarterWeeks.map((week) => trailingRetention(accounts, monthOf(week) - 1));
  const watchedRow = accountsWithSignals(readings).findIndex(({ name }) => name === WATCHED) + 2;
  const watched = accounts.find(({ name }) => name === WATCHED);
  const usage = (watched && readings.get(watched)) ?? [];
  const entries = checkIns({
    KR1: retention.map(({ grr }) => grr),
    // Its owner has not checked in for the last week yet.
    KR4: usage.slice(-7, -1).map((reading) => reading?.usage ?? null),
    KR5: retention.map(({ nrr }) => nrr),
  });
  return {
    name: 'Northlight customer success',
    timeZone: 'America/New_York',
    locale: 'en_US',
    sheets: [
      dashboardTab(),
      retentionTab(),
      cohortsTab(),
      onboardingTab(),
      healthTab(readings),
      healthChangeTab(readings),
      usageByWeekTab(readings),
      ticketsByWeekTab(),
      backtestTab(),
      forecastsTab(),
      knownThenTab(),
      mrrTab(accounts),
      ledgerTab(),
      accountsTab(accounts),
      signalsTab(readings),
      ticketsTab(readings),
      revenueTab(accounts),
      subscriptionsTab(accounts),
      renewalsTab(accounts),
      commitmentsTab(accounts),
      churnsTab(accounts),
      surveysTab(accounts),
      objectivesTab(),
      keyResultsTab(entries, { ...feeds, usage: `'Usage by week'!AE${String(watchedRow)}` }),
      checkInsTab(entries),
      lastQuarterTab(),
      teamTab(),
      table(
        'Settings',
        tabColors.setup,
        [
          ['Setting', 200],
          ['Value', 140],
          ['Meaning', 420],
        ],
        [],
      ),
    ],
  };
}
