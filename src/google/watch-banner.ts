import { wallClock } from '../domain/calendar/zone.js';
import { longDay } from '../domain/calendar/day.js';
import { activeSpreadsheet } from './spreadsheet.js';
import { spreadsheetZone } from './zone.js';

const SHOWN_SECONDS = 20;

/** Says over the open spreadsheet that the watch stands still, and how to set it going again. */
export function showStillBanner(since: number): void {
  const { day } = wallClock(spreadsheetZone())(since);
  activeSpreadsheet().toast(
    `No account was looked at since ${longDay(day, true)}. Open Bellwether from the Extensions menu: it sets your watch going again.`,
    'The watch stands still',
    SHOWN_SECONDS,
  );
}
