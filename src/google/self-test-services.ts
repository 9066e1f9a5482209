import { isoDay } from '../domain/calendar/day.js';
import { wallClock } from '../domain/calendar/zone.js';
import { now } from './clock.js';
import { remainingMailQuota } from './mail.js';
import { checkFact, type Fact } from './self-test-fact.js';
import { currentUser } from './session.js';
import { triggersOf } from './watch-trigger.js';
import { spreadsheetZone } from './zone.js';

const PROPERTY = 'selfTest';
const TEXT = 'written ✓';
/** What the trigger of the self-test runs, should a cut leave it behind: the self-test, which then removes it. */
const HANDLER = 'runSelfTest';
const LOCK_WAIT_MS = 1_000;
/** Google ends a run after 6 minutes. */
const LONGEST_RUN_MS = 300_000;
/** Winter, summer, and both hours around a change of the clocks in Europe and in the US. */
const MOMENTS = [
  '2026-01-15T12:00Z',
  '2026-07-15T12:00Z',
  '2026-03-29T00:59Z',
  '2026-03-29T01:00Z',
  '2026-11-01T06:00Z',
];

function lockFact(): Fact {
  return checkFact('Document lock', 'taken, a second try answered, given back', () => {
    // The declared type has no null, but outside of a document there is no lock.
    const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
    if (!lock) return 'no lock';
    if (!lock.tryLock(LOCK_WAIT_MS))
      return { notChecked: 'another run of Bellwether held it; run the self-test again' };
    try {
      const second = LockService.getDocumentLock().tryLock(0);
      if (!lock.hasLock()) return 'lost at the second try';
      lock.releaseLock();
      const isFree = !lock.hasLock();
      return {
        found: `taken, a second try: ${second ? 'yes' : 'no'}, ${isFree ? '' : 'not '}given back`,
        holds: isFree,
      };
    } finally {
      lock.releaseLock();
    }
  });
}

function propertiesFact(): Fact {
  return checkFact('Document properties', 'written, read, deleted', () => {
    const properties = PropertiesService.getDocumentProperties() as GoogleAppsScript.Properties.Properties | null;
    if (!properties) return 'no properties';
    try {
      properties.setProperty(PROPERTY, TEXT);
      const read = properties.getProperty(PROPERTY);
      if (read !== TEXT) return `read ${String(read)}`;
    } finally {
      properties.deleteProperty(PROPERTY);
    }
    return properties.getProperty(PROPERTY) === null ? 'written, read, deleted' : 'written, read, not deleted';
  });
}

function triggerFact(): Fact {
  return checkFact('Hourly trigger', 'made, found, taken away', () => {
    removeSelfTestTriggers();
    const own = triggersOf('tick').length;
    if (own > 0) return { found: `the watch is on, ${String(own)} found; looked at only`, holds: own === 1 };
    try {
      ScriptApp.newTrigger(HANDLER).timeBased().everyHours(1).create();
      const found = triggersOf(HANDLER).length;
      if (found !== 1) return `made, ${String(found)} found`;
    } finally {
      removeSelfTestTriggers();
    }
    return triggersOf(HANDLER).length === 0 ? 'made, found, taken away' : 'made, found, not taken away';
  });
}

/** Takes away the triggers that a self-test which was cut off may have left. */
export function removeSelfTestTriggers(): void {
  for (const trigger of triggersOf(HANDLER)) ScriptApp.deleteTrigger(trigger);
}

function scriptZoneFact(): Fact {
  return checkFact('Script zone', '2026-01-15 00:00', () => {
    const zone = Session.getScriptTimeZone();
    // A date made without a zone is one of the script's zone: the product makes none, for this zone is the developer's.
    const found = Utilities.formatDate(new Date(2026, 0, 15), zone, 'yyyy-MM-dd HH:mm');
    return {
      found: `${found} in ${zone}; the spreadsheet is in ${spreadsheetZone()}`,
      holds: found === '2026-01-15 00:00',
    };
  });
}

function zoneDataFact(): Fact {
  return checkFact('Zone data', 'Intl and Utilities show the same clock', () => {
    const zone = spreadsheetZone();
    const read = wallClock(zone);
    const wrong = MOMENTS.filter((moment) => {
      const at = new Date(moment.replace('Z', ':00Z'));
      const { day, hour, minute } = read(at.getTime());
      const clock = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
      return `${isoDay(day)} ${clock}` !== Utilities.formatDate(at, zone, 'yyyy-MM-dd HH:mm');
    });
    return {
      found: wrong.length === 0 ? `the same in ${zone}` : `not at ${wrong.join(', ')}`,
      holds: wrong.length === 0,
    };
  });
}

/** What can be checked without a cell. */
export function serviceFacts(): readonly Fact[] {
  return [
    checkFact('Active spreadsheet', 'there', () => {
      const spreadsheet = SpreadsheetApp.getActiveSpreadsheet() as object | null;
      return spreadsheet ? 'there' : 'none';
    }),
    lockFact(),
    propertiesFact(),
    triggerFact(),
    scriptZoneFact(),
    zoneDataFact(),
    checkFact('Mail quota', 'a number of recipients left today', () => {
      const left: unknown = remainingMailQuota();
      return { found: `${String(left)} left`, holds: typeof left === 'number' && left >= 0 };
    }),
    checkFact('Your address', 'an e-mail address', () => {
      const address = currentUser();
      return { found: address === '' ? 'not told' : address, holds: address.includes('@') };
    }),
  ];
}

/** How long the self-test ran, so that the limit of a run is known to be above it. */
export function lifetimeFact(startedAt: number): Fact {
  return checkFact('Lifetime of a run', 'under 300 seconds for all of this', () => {
    const elapsed = now() - startedAt;
    return { found: `${(elapsed / 1000).toFixed(1)} seconds`, holds: elapsed < LONGEST_RUN_MS };
  });
}
