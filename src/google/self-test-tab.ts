import { activeSpreadsheet } from './spreadsheet.js';

const NAME = 'Bellwether self-test';
/** In A1 of the tab: what has it may be removed. */
const MARK = 'Made by the self-test of Bellwether, which removes it';

/**
 * Removes the scratch tab, if there is one.
 *
 * @returns whether the name is free now: a tab of that name with other content is somebody's, and stays.
 */
export function removeScratchTab(): boolean {
  const spreadsheet = activeSpreadsheet();
  const sheet = spreadsheet.getSheetByName(NAME);
  if (!sheet) return true;
  // A run that was cut off before it wrote the mark leaves a blank tab.
  const isOurs = sheet.getLastRow() === 0 || sheet.getRange(1, 1).getValue() === MARK;
  if (isOurs) spreadsheet.deleteSheet(sheet);
  return isOurs;
}

/**
 * Runs work on a new tab that is removed in any case, and leaves the person where they were. Call it under the document
 * lock: a second run would remove the tab of the first.
 *
 * @throws when a tab of that name has other content.
 */
export function inScratchTab<Value>(work: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => Value): Value {
  if (!removeScratchTab()) {
    throw new Error(`There is a tab ${NAME} with content of its own; rename it, then run the self-test again`);
  }
  const spreadsheet = activeSpreadsheet();
  const before = spreadsheet.getActiveSheet();
  try {
    const sheet = spreadsheet.insertSheet(NAME, spreadsheet.getSheets().length);
    sheet.getRange(1, 1).setValue(MARK);
    spreadsheet.setActiveSheet(before);
    return work(sheet);
  } finally {
    removeScratchTab();
  }
}
