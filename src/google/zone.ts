import { activeSpreadsheet } from './spreadsheet.js';

/** The zone in which the spreadsheet's dates are days; the script's own zone is the developer's and means nothing. */
export function spreadsheetZone(): string {
  return activeSpreadsheet().getSpreadsheetTimeZone();
}
