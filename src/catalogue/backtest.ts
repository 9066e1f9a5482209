/* eslint jsdoc/check-tag-names: off -- Google documents `@return` for cell functions, not `@returns`. */
import { signalbacktest, surprisedchurn } from '../functions/backtest.js';
import type { Cell } from '../functions/cells.js';
import { spreadsheetZone } from '../google/zone.js';

/**
 * Backtest of a weekly signal against the churns there were: how many it announced, how early, and how often it cried wolf. Spills measure, value and, where there is one, the interval's two ends; "too few churns to say" below 10 churns with data.
 *
 * @param {Array<Array<Date>>} weeks Week of each value, any of its days, for example Signals!A2:A.
 * @param {Array<Array<string>>} accounts Account of each value, for example Signals!B2:B.
 * @param {Array<Array<number>>} signal The signal, for example Signals!C2:C.
 * @param {Array<Array<string>>} churn_accounts Account of each churn, for example Churns!A2:A.
 * @param {Array<Array<Date>>} churn_dates Day of each churn, for example Churns!B2:B.
 * @param {string} better (optional) "up" when more is better (as when left out), "down" when fewer is.
 * @return {Array<Array<string|number>>} Eight rows of four columns: measure, value, low, high.
 * @customfunction
 * @formula A bend is two wrong week-over-week changes in a row, three neighbouring weeks with values. A churn has data when
 * such weeks lie in the 180 days before it, and is caught when a bend does. Warning: whole weeks from the day on which the first such bend
 * was known to the churn. Visible 90+ days ahead: churns whose first bend was known 90 days before or earlier / churns with data. False
 * alarms: bends that no churn followed within 180 days / account-weeks that none followed, times 1,300. Bent too: accounts that never
 * left and bent in the last 180 days / all that never left. AUC: the chance that an account about to leave got worse more steadily than one
 * that stayed, 0.5 being chance.
 * @convention Read "caught" beside "bent too": whatever wobbles bends twice running at some time in half a year, so pure noise "catches"
 * nearly every churn, months ahead; only the difference between the two, and the AUC, say that a signal knows something. No look-ahead: a
 * week counts from the Monday after it, and before each churn only what was known then. Bends whose 180 days are not over yet are undecided and
 * left out, with their weeks: half a year of signals says nothing of false alarms. Nor do the weeks after an account's last churn. An account
 * that came back begins anew; the same churn listed twice counts once. Accounts that stayed are judged by the last 180 days of the data: some
 * of them may be about to leave, and a season that moves all accounts moves the AUC. The median's interval is exact at 90 %, the AUC's
 * is DeLong's at 95 %, or Clopper and Pearson's where all pairs agree.
 * @otherwise **Precision and recall of a model**, as data teams report them: caught / churns with data is the recall; false alarms are counted by
 * time and not as a share of alarms, because people act on alarms per week.
 * @otherwise **A score instead of a weekly signal**: give the column of health scores as the signal.
 * @see DeLong, DeLong and Clarke-Pearson, Comparing the Areas under Two or More Correlated ROC Curves, Biometrics 44 (1988)
 * @see Conover, Practical Nonparametric Statistics, 3rd edition (1999), section 3.2: the exact interval of a median
 * @example One churn, announced seven weeks ahead, is too few to say
 * | Week       | Account | Usage | Churned | On         |
 * | 2026-03-02 | Acme    | 50    | Acme    | 2026-05-11 |
 * | 2026-03-09 | Acme    | 48    |         |            |
 * | 2026-03-16 | Acme    | 45    |         |            |
 * | 2026-03-02 | Bolt    | 20    |         |            |
 * | 2026-03-09 | Bolt    | 22    |         |            |
 * | 2026-03-16 | Bolt    | 21    |         |            |
 * =SIGNALBACKTEST(A2:A7, B2:B7, C2:C7, D2:D2, E2:E2)
 * | churns with data                        | 1                    |   |   |
 * | caught                                  | 1                    |   |   |
 * | median weeks of warning (90 % interval) | 7                    |   |   |
 * | visible 90+ days ahead                  | 0                    |   |   |
 * | false alarms per 100 account-quarters   | unknown              |   |   |
 * | bent too, of the accounts that stayed   | 0                    |   |   |
 * | AUC (95 % interval)                     | 1                    | 0 | 1 |
 * | verdict                                 | too few churns to say |   |   |
 */
export function SIGNALBACKTEST(
  weeks: Cell,
  accounts: Cell,
  signal: Cell,
  churn_accounts: Cell,
  churn_dates: Cell,
  better: Cell,
) {
  return signalbacktest(spreadsheetZone, weeks, accounts, signal, churn_accounts, churn_dates, better);
}

/**
 * Surprised churn: the share of churns that nothing announced, with no bend in any signal and no red health band in the 180 days before.
 *
 * @param {Array<Array<Date>>} weeks Week of each row, any of its days, for example Signals!A2:A.
 * @param {Array<Array<string>>} accounts Account of each row, for example Signals!B2:B.
 * @param {Array<Array<number>>} signals The signals, one column or several, for example Signals!C2:F.
 * @param {Array<Array<string>>} churn_accounts Account of each churn, for example Churns!A2:A.
 * @param {Array<Array<Date>>} churn_dates Day of each churn, for example Churns!B2:B.
 * @param {string|Array<Array<string>>} better (optional) "up" when more is better (as when left out), "down" when fewer is, or a range with one of them per signal, for example Signals!C1:F1.
 * @param {Array<Array<string>>} bands (optional) Health band of each row, "red", "yellow", "green" or "unknown", for example Signals!G2:G.
 * @return {number} The ratio; format the cell as a percentage.
 * @customfunction
 * @formula Churns without a bend and without a red week in the 180 days before / all churns.
 * @convention Only what was known before each churn counts: a week from the Monday after it, a bend with all its three weeks in the
 * window. Whatever wobbles bends at some time in half a year: a low share proves a signal only where accounts that stay seldom bend, which
 * [SIGNALBACKTEST](signalbacktest.md) shows. A churn without any data is a surprise: nobody could have seen it coming.
 * @otherwise **Churns with data only**: leave the others out of churn_accounts and churn_dates, with FILTER. The share then flatters a team that
 * measures few accounts.
 * @otherwise **Surprised by the team's own word**, as many customer-success teams keep it: a column in which the CSM notes whether the churn was expected, and
 * COUNTIF over it.
 * @example One of two churns was announced
 * | Week       | Account | Usage | Churned | On         |
 * | 2026-03-02 | Acme    | 50    | Acme    | 2026-05-11 |
 * | 2026-03-09 | Acme    | 48    | Bolt    | 2026-05-12 |
 * | 2026-03-16 | Acme    | 45    |         |            |
 * | 2026-03-02 | Bolt    | 20    |         |            |
 * | 2026-03-09 | Bolt    | 22    |         |            |
 * | 2026-03-16 | Bolt    | 21    |         |            |
 * =SURPRISEDCHURN(A2:A7, B2:B7, C2:C7, D2:D3, E2:E3)
 * | 0.5 |
 */
export function SURPRISEDCHURN(
  weeks: Cell,
  accounts: Cell,
  signals: Cell,
  churn_accounts: Cell,
  churn_dates: Cell,
  better: Cell,
  bands: Cell,
) {
  return surprisedchurn(spreadsheetZone, weeks, accounts, signals, churn_accounts, churn_dates, better, bands);
}
