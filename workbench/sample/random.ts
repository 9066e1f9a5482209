/** A seeded source of chance: the same seed always gives the same sequence. */
export interface Random {
  /** Evenly between 0 (included) and 1 (excluded). */
  next(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** Around 0, roughly bell-shaped, standard deviation 1, never beyond 3.5. */
  noise(): number;
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** FNV-1a with a last mixing, so that a seed can be a name and a change to one account leaves the others as they were. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Makes a source of chance from a name (mulberry32). */
export function random(seed: string): Random {
  let state = hash(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    noise: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
  };
}
