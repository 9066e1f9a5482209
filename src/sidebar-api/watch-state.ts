import { aliveAt, isStill } from '../watch/heartbeat.js';
import type { WatchState } from './protocol.js';

/** A run that is not mine and no older than this is somebody else's, who has the watch on. */
const FRESH_MS = 3 * 3_600_000;

/**
 * Whether the watch runs, and for whom. Google shows nobody another person's trigger, but its runs show.
 *
 * @param isMine whether this person has the trigger.
 * @param lastRun when the watch last ran, milliseconds since 1970; 0 for never.
 * @param switchedOn when it was last switched on; 0 for never.
 */
export function watchState(isMine: boolean, lastRun: number, switchedOn: number, now: number): WatchState {
  if (!isMine) return now - lastRun <= FRESH_MS ? 'on for somebody else' : 'off';
  return isStill(aliveAt({ lastRun, switchedOn }), now) ? 'late' : 'on';
}
