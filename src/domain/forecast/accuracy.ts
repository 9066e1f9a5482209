import { fail, ok, type Result } from '../result.js';
import type { Series } from '../series.js';
import { Sum } from '../statistics/sum.js';

/**
 * Accuracy of forecasts against what came: 1 minus the errors of all rows, taken without their sign so that they never
 * cancel, as a share of what came. 1 - sum of |forecast - actual| / sum of actual.
 *
 * @param forecast amounts in one currency, 0 or more.
 * @param actual what came in the same rows.
 * @returns ratio: 1 when every row is right, below 0 when the errors exceed what came; `no-actual` when nothing came.
 * @see Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed. 2021, section 5.8, for errors of forecasts
 * @example What is the accuracy of forecasts 100 and 50 when 80 and 70 came? 0.73
 */
export function forecastAccuracy(forecast: Series, actual: Series): Result<number, 'no-actual'> {
  const came = new Sum();
  const missed = new Sum();
  for (let row = 0; row < actual.length; row++) {
    came.add(actual.at(row));
    missed.add(Math.abs(forecast.at(row) - actual.at(row)));
  }
  const accuracy = 1 - missed.total / came.total;
  return Number.isFinite(accuracy) ? ok(accuracy) : fail('no-actual');
}
