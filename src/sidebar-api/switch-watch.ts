import { now } from '../google/clock.js';
import { switchWatchOff, switchWatchOn } from '../google/watch-trigger.js';
import { noteSwitchedOff, noteSwitchedOn } from '../jobs/heartbeat.js';
import { currentSetup } from './confirm-setup.js';
import { home } from './home.js';
import type { Calls } from './protocol.js';
import { readFlag } from './read-request.js';
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

/** Switches the hourly run of this person in this spreadsheet on or off, and gives Today anew. */
export function switchWatch(request: Readonly<Record<string, unknown>>): Calls['switchWatch']['value'] {
  if (!readFlag(request['on'], 'on')) {
    // Before the trigger: a watch that its owner does not want is never set going again by itself.
    noteSwitchedOff();
    switchWatchOff();
    return { ...home(), news: 'The weekly watch is off' };
  }
  const missing = currentSetup().kinds.filter(({ isNeeded, state }) => isNeeded && state !== 'ready');
  if (missing.length > 0) {
    const kinds = missing.map(({ kind }) => kind).join(' and ');
    throw new Refusal('not set up', `The watch needs ${kinds}, which cannot be read yet; finish the set-up first`);
  }
  try {
    switchWatchOn();
  } catch (error) {
    throw triggerRefusal(error);
  }
  noteSwitchedOn(now());
  return { ...home(), news: 'The weekly watch is on' };
}
