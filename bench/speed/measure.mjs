/**
 * The median time of each contestant. They take turns, so that a busy machine slows all of them alike.
 *
 * @param {Record<string, () => unknown>} contestants
 * @param {number} rounds turns of each, after as many to warm up.
 * @param {number} [batch] runs in one turn, for what is too short to time alone.
 * @returns {Record<string, number>} milliseconds of one run by name.
 */
export function medianTimes(contestants, rounds, batch = 1) {
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, /** @type {number[]} */ ([])]));
  for (let round = 0; round < 2 * rounds; round++) {
    for (const [name, run] of Object.entries(contestants)) {
      const start = performance.now();
      for (let turn = 0; turn < batch; turn++) run();
      if (round >= rounds) times[name]?.push((performance.now() - start) / batch);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

/**
 * @param {number[]} numbers
 * @returns {number}
 */
export function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}
