import { Refusal } from './refusal.js';

/** What Google says when it refuses a trigger, and what a person can do about it. */
const TRIGGER_LIMITS: readonly (readonly [RegExp, string])[] = [
  [
    /too many time-based triggers in this document/i,
    'Google allows one hourly run per person and spreadsheet and still counts one that was deleted; reload the spreadsheet and try again tomorrow',
  ],
  [
    /too many triggers/i,
    'Your account already has the 20 hourly runs that Google allows; switch the watch off in a spreadsheet where you no longer need it, then try again',
  ],
];

/** Puts a refusal of a trigger into words that say what to do; anything else passes through. */
export function triggerRefusal(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  const known = TRIGGER_LIMITS.find(([pattern]) => pattern.test(message));
  return known ? new Refusal('trigger limit', `The watch was not switched on. ${known[1]}`) : error;
}
