import { remainingMailQuota, sendMail } from '../google/mail.js';
import type { Properties } from '../google/properties.js';
import { currentUser } from '../google/session.js';
import { bookAddress } from '../google/tables.js';
import { renderTroubleMail } from '../messages/trouble-mail.js';
import type { Records } from '../records/workbook.js';
import type { WatchClock } from '../watch/clock.js';
import { aliveAt } from '../watch/heartbeat.js';
import { deadWatches, noteTold } from './heartbeat.js';

const HOUR_MS = 3_600_000;
const READERS = 2;

/**
 * Tells a colleague whose watch stands still, and whoever this run is under, in one message; each standstill once. Call it
 * under the document lock. A run that is cut off between the message and its mark says it twice.
 */
export function tellDeadWatches(
  { settings }: Records,
  { now, today, dayOf }: WatchClock,
  properties: Properties,
): void {
  const me = currentUser();
  if (me === '') return;
  for (const watch of deadWatches(now, properties)) {
    if (watch.person === me) continue;
    if (remainingMailQuota() < READERS) return;
    const alive = aliveAt(watch);
    const hours = Math.floor((now - alive) / HOUR_MS);
    const trouble = { kind: 'watch stands still' as const, of: watch.person, lastRunOn: dayOf(alive), hours };
    const { currency } = settings.values;
    const input = { recipientName: null, today, ...bookAddress(), currency, noticeId: '', troubles: [trouble] };
    sendMail(`${watch.person},${me}`, renderTroubleMail(input));
    noteTold(watch);
  }
}
