/**
 * The one list of Bellwether's public globals. Whatever is exported here becomes a top-level function of the script,
 * its comment the help that Sheets shows while typing; nothing else of the code can be called from outside.
 *
 * @OnlyCurrentDoc
 */
import { now } from './google/clock.js';
import { showSelfTest } from './google/self-test-page.js';
import { buildMenu, showSidebar } from './google/ui.js';
import { showStillBanner } from './google/watch-banner.js';
import { stillSince } from './jobs/heartbeat.js';
import { cleanUpSelfTest, selfTest } from './jobs/self-test.js';

export { SIGNALBACKTEST, SURPRISEDCHURN } from './catalogue/backtest.js';
export { BENCHMARK, RETENTIONDIAGNOSIS } from './catalogue/benchmarks.js';
export { BRIER, CSMRATIO, FORECASTACCURACY } from './catalogue/forecast.js';
export { HEALTHBAND, HEALTHCOMPLETENESS, HEALTHSCORE, HEALTHWHY } from './catalogue/health.js';
export { COHORTRETENTION, MRRLEDGER, MRRMOVEMENTS, MRRSNAPSHOT, NRRPOLICIES } from './catalogue/ledger.js';
export { ASOF } from './catalogue/log.js';
export { KRPACE, KRPROGRESS, KRSTATUS, OKRSCORE } from './catalogue/okr.js';
export { TTFV, TTFVCOHORTS } from './catalogue/onboarding.js';
export { CONTRACTIONRATE, EXPANSIONRATE, GRR, LOGOCHURN, LOGORETENTION, NRR } from './catalogue/retention.js';
export { ANNUALIZE, QUICKRATIO, REVENUECHURN } from './catalogue/revenue-rates.js';
export { CSAT, NPS } from './catalogue/sentiment.js';
export { BENDING, BENDKIND, BENDSIZE, BENTWEEKS, WEEKLY, WEEKLYFOR } from './catalogue/trend.js';
export { tick } from './jobs/tick.js';
export { callFromSidebar } from './sidebar-api/call-from-sidebar.js';

/**
 * Builds the menu when a spreadsheet is opened, and says so when the watch stands still. The menu comes first, since this
 * may run without any rights, and then it may do nothing else.
 */
export function onOpen(event?: { readonly authMode?: GoogleAppsScript.Script.AuthMode }): void {
  buildMenu();
  if (event?.authMode === undefined || event.authMode === ScriptApp.AuthMode.NONE) return;
  try {
    const since = stillSince(now());
    if (since !== null) showStillBanner(since);
  } catch {
    // The sidebar tells it too; an error here would be shown to everybody who opens the spreadsheet.
  }
}

/** Runs once, right after the add-on is installed from inside a spreadsheet. */
export function onInstall(): void {
  buildMenu();
}

/** Opens the sidebar. */
export function openSidebar(): void {
  showSidebar();
}

/**
 * Checks in this spreadsheet what only Google can confirm, shows it in a dialog, and returns it. Run by its own trigger,
 * which only a test that was cut off leaves behind, it tidies up and no more.
 */
export function runSelfTest(event?: { readonly triggerUid?: unknown }): readonly object[] {
  if (event?.triggerUid !== undefined) {
    cleanUpSelfTest();
    return [];
  }
  const facts = selfTest();
  showSelfTest(facts);
  return facts;
}
