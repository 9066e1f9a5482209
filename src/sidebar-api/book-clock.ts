import { watchClock, type WatchClock } from '../watch/clock.js';
import type { OpenBook } from './open-book.js';

/** The clock of the watch, in the zone of the team, and that zone. */
export interface BookClock {
  readonly clock: WatchClock;
  readonly teamZone: string;
}

/** The clock that the watch would decide by now. */
export function bookClock({ at, zone, records }: OpenBook): BookClock {
  const { values } = records.settings;
  const teamZone = values.teamZone || zone;
  return { clock: watchClock(teamZone, values)(at), teamZone };
}
