const HOUR_MS = 3_600_000;
/** An hourly run may be late or left out, but not for longer than this. */
const LATE_MS = 26 * HOUR_MS;

/** One person's watch, which is on by their own word; milliseconds since 1970. */
export interface PersonsWatch {
  /** The address under which it runs. */
  readonly person: string;
  readonly switchedOn: number;
  /** 0 before its first run. */
  readonly lastRun: number;
}

/** When a watch last showed that it lives: by a run, or by being switched on. */
export function aliveAt({ lastRun, switchedOn }: Omit<PersonsWatch, 'person'>): number {
  return Math.max(lastRun, switchedOn);
}

/** Whether a watch that last showed life at a moment stands still; one that never did is unknown, not dead. */
export function isStill(alive: number, now: number): boolean {
  return alive > 0 && now - alive > LATE_MS;
}
