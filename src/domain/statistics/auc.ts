import type { Estimate } from './interval.js';

/** Standard normal quantile of 97.5 %. */
const Z95 = 1.959963984540054;
/** What a 95 % interval leaves out on each side. */
const TAIL = 0.025;

/**
 * The area under the ROC curve: the chance that a case scores higher than a control, ties counted half, with its 95 %
 * interval by DeLong's variance, or by Clopper and Pearson where that variance is 0 and would promise certainty. 0.5 is
 * chance, 1 tells every case from every control.
 *
 * @param cases scores of those to whom it happened, one at least.
 * @param controls scores of those to whom it did not, one at least.
 * @returns the area with its interval, cut to 0 and 1; from a single case or control the interval is all of it.
 * @see DeLong, DeLong and Clarke-Pearson, Comparing the Areas under Two or More Correlated ROC Curves, Biometrics 44 (1988)
 * @see Sun and Xu, Fast Implementation of DeLong's Algorithm, IEEE Signal Processing Letters 21 (2014): by midranks
 * @example What is the area when cases score 2 and 3 and controls 1 and 2? 0.875
 */
export function areaUnderCurve(cases: readonly number[], controls: readonly number[]): Estimate {
  const amongAll = midranksOf([...cases, ...controls]);
  const amongCases = midranksOf(cases);
  const amongControls = midranksOf(controls);
  const ofCases = cases.map((_, index) => ((amongAll[index] ?? NaN) - (amongCases[index] ?? NaN)) / controls.length);
  const ofControls = controls.map(
    (_, index) => 1 - ((amongAll[cases.length + index] ?? NaN) - (amongControls[index] ?? NaN)) / cases.length,
  );
  const value = meanOf(ofCases);
  if (cases.length < 2 || controls.length < 2) return { value, low: 0, high: 1 };
  const variance = varianceOf(ofCases) / cases.length + varianceOf(ofControls) / controls.length;
  const reach = variance > 0 ? Z95 * Math.sqrt(variance) : reachWithoutSpread(Math.min(cases.length, controls.length));
  return { value, low: Math.max(0, value - reach), high: Math.min(1, value + reach) };
}

/**
 * How far the true area can lie from one that shows no spread, as when every case scores higher than every control: so
 * many pairs without a member in common came out alike, which at 2.5 % they still would if each did so with this chance.
 *
 * @see Clopper and Pearson, The Use of Confidence or Fiducial Limits, Biometrika 26 (1934)
 */
function reachWithoutSpread(pairs: number): number {
  return 1 - TAIL ** (1 / pairs);
}

/** The place of each number among all, from 1, equal numbers sharing the mean of their places. */
function midranksOf(numbers: readonly number[]): number[] {
  const order = numbers.map((_, index) => index).sort((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0));
  const ranks = new Array<number>(numbers.length).fill(0);
  for (let first = 0; first < order.length;) {
    let end = first + 1;
    while (end < order.length && numbers[order[end] ?? 0] === numbers[order[first] ?? 0]) end++;
    for (let place = first; place < end; place++) ranks[order[place] ?? 0] = (first + end + 1) / 2;
    first = end;
  }
  return ranks;
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function varianceOf(numbers: readonly number[]): number {
  const mean = meanOf(numbers);
  return numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - 1);
}
