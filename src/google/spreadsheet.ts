/** The spreadsheet that the add-on is used in; a run without one cannot do anything. */
export function activeSpreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  // The declared type has no null, but a trigger of an unpublished add-on has no active spreadsheet.
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet() as GoogleAppsScript.Spreadsheet.Spreadsheet | null;
  if (!spreadsheet) throw new Error('Bellwether has no spreadsheet open; open one and start from its Extensions menu');
  return spreadsheet;
}
