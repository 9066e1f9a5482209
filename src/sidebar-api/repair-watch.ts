import { isWatchOn, switchWatchOff, switchWatchOn } from '../google/watch-trigger.js';
import { noteSwitchedOn } from '../jobs/heartbeat.js';
import { messageOf } from '../jobs/message-of.js';
import { aliveAt, isStill, type PersonsWatch } from '../watch/heartbeat.js';
import { triggerRefusal } from './trigger-refusal.js';

/** How the watch of this person stands once it was looked after; `repair` says what was done, as a sentence without a period. */
interface CaredWatch {
  readonly isMine: boolean;
  readonly repair: { readonly isDone: boolean; readonly why: string } | null;
}

/**
 * Sets this person's watch going again when it is on by their own word, yet its trigger is gone or has not run for more
 * than a day. Google lets nobody else do that, and only while somebody is there: so the sidebar does it when it is opened.
 *
 * @param watch null when this person has no watch on by their own word.
 */
export function repairWatch(watch: PersonsWatch | null, now: number): CaredWatch {
  const isMine = isWatchOn();
  if (!watch || (isMine && !isStill(aliveAt(watch), now))) return { isMine, repair: null };
  const why = isMine ? 'its hourly run had stopped' : 'its hourly run was gone';
  try {
    switchWatchOff();
    switchWatchOn();
    noteSwitchedOn(now);
    return { isMine: true, repair: { isDone: true, why } };
  } catch (error) {
    return { isMine: isWatchOn(), repair: { isDone: false, why: `${why}. ${messageOf(triggerRefusal(error))}` } };
  }
}
