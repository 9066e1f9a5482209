import { now } from '../google/clock.js';
import { switchWatchOff, switchWatchOn } from '../google/watch-trigger.js';
import { noteSwitchedOff, noteSwitchedOn } from '../jobs/heartbeat.js';
import { currentSetup } from './confirm-setup.js';
import { home } from './home.js';
import type { Calls } from './protocol.js';
import { readFlag } from './read-request.js';
import { Refusal } from './refusal.js';
import { triggerRefusal } from './trigger-refusal.js';

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
