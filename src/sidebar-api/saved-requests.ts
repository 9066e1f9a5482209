import { readProperty, writeProperty } from '../google/properties.js';

/** The document property with the newest saves: a retry comes within minutes. */
const PROPERTY = 'savedRequests';
/** A property holds 9 KB. */
const MOST_CHARACTERS = 8_000;

/** A save that adds rows: the ids they get, kept before they are written. */
interface SavedRequest {
  readonly request: string;
  /** Those of its new rows, in their order. */
  readonly ids: readonly string[];
  /** A fingerprint of what is saved: whoever sends it again may have changed it meanwhile. */
  readonly content: string;
  readonly isDone: boolean;
}

/** The memory of saves, which keeps a repeated one from adding its rows again. Use it under the document lock. */
export interface SavedRequests {
  /** What an earlier call with this request id came to; `isDone` is false when it was cut off on the way. */
  find(request: string): SavedRequest | undefined;
  /** All ids that were ever given out and may not be in a tab yet. */
  readonly ids: readonly string[];
  keep(saved: SavedRequest): void;
}

function parse(text: string | null): readonly SavedRequest[] {
  // Nothing but `keep` writes it.
  return text === null ? [] : (JSON.parse(text) as SavedRequest[]);
}

/** Reads the memory of saves. */
export function savedRequests(): SavedRequests {
  let kept = [...parse(readProperty(PROPERTY))];
  return {
    find: (wanted) => kept.find(({ request }) => request === wanted),
    ids: kept.flatMap(({ ids }) => ids),
    keep(saved) {
      kept = [saved, ...kept.filter(({ request }) => request !== saved.request)];
      // The newest always fits: an objective has a few dozen ids at most.
      while (JSON.stringify(kept).length > MOST_CHARACTERS) kept.pop();
      writeProperty(PROPERTY, JSON.stringify(kept));
    },
  };
}

/**
 * The next ids of a kind, spelled as the highest one is: O3 after O2, KR-10 after KR-9.
 *
 * @param taken every id in use, good or bad.
 */
export function nextIds(prefix: string, count: number, taken: readonly string[]): readonly string[] {
  const pattern = new RegExp(`^${prefix}(-?)0*(\\d{1,9})$`, 'i');
  let highest = 0;
  let hyphen = '';
  for (const id of taken) {
    const [, between = '', digits] = pattern.exec(id.trim()) ?? [];
    if (digits === undefined || Number(digits) <= highest) continue;
    highest = Number(digits);
    hyphen = between;
  }
  return Array.from({ length: count }, (_, i) => `${prefix}${hyphen}${String(highest + 1 + i)}`);
}
