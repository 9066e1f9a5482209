import type { WatchState } from './protocol.js';

const HOUR_MS = 3_600_000;
/** An hourly run may be late or left out, but not for longer than this. */
const LATE_MS = 26 * HOUR_MS;
/** A run that is not mine and no older than this is somebody else's, who has the watch on. */
const FRESH_MS = 3 * HOUR_MS;

/**
 * Whether the watch runs, and for whom. Google shows nobody another person's trigger, but its runs show.
 *
 * @param isMine whether this person has the trigger.
 * @param lastRun when the watch last ran for anybody, milliseconds since 1970; 0 for never.
 * @param switchedOn when somebody last switched it on; 0 for never.
 */
export function watchState(isMine: boolean, lastRun: number, switchedOn: number, now: number): WatchState {
  if (!isMine) return now - lastRun <= FRESH_MS ? 'on for somebody else' : 'off';
  const alive = Math.max(lastRun, switchedOn);
  return alive > 0 && now - alive > LATE_MS ? 'late' : 'on';
}
