import { fail, ok, type Result } from '../result.js';
import type { Better } from '../trend/bend.js';
import { bendDays, type Histories } from './account-weeks.js';
import { ChurnDays, firstBendIn, valuesIn, type Churn } from './churn-window.js';

/**
 * The share of churns that nothing announced: no signal bent in the 180 days before, and no week of them was red.
 * A churn without any data there counts as a surprise: nobody could have seen it.
 *
 * @param histories one value a week, account and signal; after them 1 for a red week, else null.
 * @param betters which way each signal should go.
 * @returns ratio, 0 to 1; `no-churns` without any.
 * @example What is it when one of two churned accounts bent two months before it left? 0.5
 */
export function surprisedChurn(
  histories: Histories,
  churns: readonly Churn[],
  betters: readonly Better[],
): Result<number, 'no-churns'> {
  if (churns.length === 0) return fail('no-churns');
  const windows = new ChurnDays(churns).windows();
  const surprises = windows.filter((window) => {
    const history = histories.of(window.account);
    if (!history) return true;
    const wasRed = valuesIn(history, window, betters.length).values.includes(1);
    return (
      !wasRed && betters.every((better, signal) => firstBendIn(bendDays(history, signal, better), window) === null)
    );
  });
  return ok(surprises.length / windows.length);
}
