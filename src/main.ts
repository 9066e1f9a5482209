/**
 * The one list of Bellwether's public globals. Whatever is exported here becomes a top-level function of the script,
 * its comment the help that Sheets shows while typing; nothing else of the code can be called from outside.
 *
 * @OnlyCurrentDoc
 */
import { buildMenu, showSidebar } from './google/ui.js';

export { SIGNALBACKTEST, SURPRISEDCHURN } from './catalogue/backtest.js';
export { BENCHMARK, RETENTIONDIAGNOSIS } from './catalogue/benchmarks.js';
export { BRIER, CSMRATIO, FORECASTACCURACY } from './catalogue/forecast.js';
export { HEALTHBAND, HEALTHCOMPLETENESS, HEALTHSCORE, HEALTHWHY } from './catalogue/health.js';
export { COHORTRETENTION, MRRLEDGER, MRRMOVEMENTS, MRRSNAPSHOT, NRRPOLICIES } from './catalogue/ledger.js';
export { ASOF } from './catalogue/log.js';
export { KRPACE, KRPROGRESS, KRSTATUS, OKRSCORE } from './catalogue/okr.js';
export { TTFV, TTFVCOHORTS } from './catalogue/onboarding.js';
export {
  ANNUALIZE,
  CONTRACTIONRATE,
  EXPANSIONRATE,
  GRR,
  LOGOCHURN,
  LOGORETENTION,
  NRR,
  QUICKRATIO,
  REVENUECHURN,
} from './catalogue/retention.js';
export { CSAT, NPS } from './catalogue/sentiment.js';
export { BENDING, BENDKIND, BENDSIZE, BENTWEEKS, WEEKLY, WEEKLYFOR } from './catalogue/trend.js';
export { tick } from './jobs/tick.js';
export { callFromSidebar } from './sidebar-api/call-from-sidebar.js';

/** Builds the menu when a spreadsheet is opened; it may do nothing else, since it may run without any rights. */
export function onOpen(): void {
  buildMenu();
}

/** Runs once, right after the add-on is installed from inside a spreadsheet. */
export function onInstall(): void {
  buildMenu();
}

/** Opens the sidebar. */
export function openSidebar(): void {
  showSidebar();
}
