import { brierScore } from '../forecast/brier.js';
import { seriesOf } from '../series.js';

/** Confidence that was stated in a check-in, and what came of the key result. */
export interface SettledEntry {
  /** 0 to 10. */
  readonly confidence: number;
  /** Whether the key result had reached its target at its last entry. */
  readonly isMet: boolean;
}

/** Entries with about the same confidence, and how many of them came true. */
interface ConfidenceBand {
  /** `7-8`. */
  readonly said: string;
  /** The mean of what was said, 0 to 1; the middle of the band where nothing was. */
  readonly share: number;
  readonly met: number;
  readonly of: number;
}

/** How far stated confidence was from what came true. */
export interface CalibrationResult {
  readonly settled: number;
  /** Null with fewer than 10 settled entries. */
  readonly brier: number | null;
  readonly bands: readonly ConfidenceBand[];
  readonly words: string;
}

/** Below this, chance alone decides how good a forecast looks. */
const FEWEST_SETTLED = 10;
const BANDS: readonly (readonly [least: number, most: number])[] = [
  [0, 3],
  [4, 6],
  [7, 8],
  [9, 10],
];
/** A mean of what was said that is this near to what came true is as good as it gets. */
const NEAR = 0.1;

function bandOf([least, most]: readonly [number, number], entries: readonly SettledEntry[]): ConfidenceBand {
  // A confidence between two bands, such as 8.5, belongs to the lower one.
  const own = entries.filter(({ confidence }) => confidence >= least && confidence < most + 1);
  const total = own.reduce((sum, { confidence }) => sum + confidence, 0);
  return {
    said: `${String(least)}-${String(most)}`,
    share: (own.length > 0 ? total / own.length : (least + most) / 2) / 10,
    met: own.filter(({ isMet }) => isMet).length,
    of: own.length,
  };
}

function words(settled: readonly SettledEntry[]): string {
  if (settled.length < FEWEST_SETTLED) {
    const have = settled.length === 0 ? 'none yet' : String(settled.length);
    return `At least ${String(FEWEST_SETTLED)} entries of key results whose due day has passed are needed to say anything, and there are ${have}`;
  }
  const said = settled.reduce((sum, { confidence }) => sum + confidence, 0) / settled.length / 10;
  const met = settled.filter(({ isMet }) => isMet).length / settled.length;
  const percent = (share: number): string => `${String(Math.round(share * 100))} %`;
  const bias = Math.abs(said - met) <= NEAR ? 'about right' : said > met ? 'too hopeful' : 'too careful';
  return `On average ${percent(said)} was said and ${percent(met)} came true: ${bias}`;
}

/**
 * Confidence calibration: how often what was said with some confidence came true.
 * Brier score of confidence / 10 against the outcome, and the entries in four bands.
 *
 * @returns the score is null with fewer than 10 settled entries.
 * @see Brier, Monthly Weather Review 78 (1950); bands as in a reliability diagram
 * @example What is the score of ten entries of 8, of which eight came true? 0.16
 */
export function calibration(settled: readonly SettledEntry[]): CalibrationResult {
  const score = brierScore(
    seriesOf(settled.map(({ confidence }) => confidence / 10)),
    seriesOf(settled.map(({ isMet }) => Number(isMet))),
  );
  return {
    settled: settled.length,
    brier: score.ok && settled.length >= FEWEST_SETTLED ? score.value : null,
    bands: BANDS.map((band) => bandOf(band, settled)),
    words: words(settled),
  };
}
