import type { Quarter } from '../../domain/okr/quarter.js';

/** A quarter as a sentence has it: `Q4 2026`. */
export function quarterWords(quarter: Quarter): string {
  return `Q${String((quarter % 4) + 1)} ${String(Math.floor(quarter / 4))}`;
}
