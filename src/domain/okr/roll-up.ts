import { seriesOf } from '../series.js';
import { objectiveScore } from './score.js';

/** How far an objective is, and which of its key results holds it back. */
export interface RollUp {
  /** The mean of the known progress, each held between 0 and 1; null where none is known. */
  readonly score: number | null;
  /** The id of the key result with the least progress, the first of several; null where none is known. */
  readonly weakest: string | null;
}

/**
 * The roll-up of an objective: the mean of its key results' progress, with the weakest beside it, since a mean hides it.
 *
 * @param keyResults progress 0 to 1 and beyond; null where it is not known: such a key result is left out of both.
 * @example What is the roll-up of A at 0.9, B at 0.1 and C unknown? 0.5, with B the weakest
 */
export function rollUp(keyResults: readonly { readonly id: string; readonly progress: number | null }[]): RollUp {
  const progress = keyResults.map((keyResult) => keyResult.progress ?? NaN);
  const score = objectiveScore(seriesOf(progress), seriesOf(progress.map(() => 1)));
  let weakest: { id: string; progress: number } | null = null;
  for (const { id, progress: share } of keyResults) {
    if (share !== null && (weakest === null || share < weakest.progress)) weakest = { id, progress: share };
  }
  return { score: score.ok ? score.value : null, weakest: weakest?.id ?? null };
}
