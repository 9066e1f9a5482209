import type { Bend } from '../watch/bends.js';
import { changeWords } from './bend-words.js';
import { cellText } from './cell-text.js';
import { isoDay } from '../domain/calendar/day.js';

/** Every bend of an account on one line each, with its numbers, as the Alerts tab keeps it. */
export function describeBends(bends: readonly Bend[]): string {
  return bends
    .map((bend) => {
      const { change, from, to } = changeWords(bend);
      return `${cellText(bend.indicator, 80)} ${change}, ${from} → ${to}, since ${isoDay(bend.since)} (${bend.kind})`;
    })
    .join('\n');
}
