/** How far a call reaches: to a server, to a place that it only names, or nowhere (plain computation). */
export type Reach = 'server' | 'navigation' | 'local';

const LOCAL = new Set(['Utilities', 'Logger', 'console', 'Menu', 'HtmlService', 'HtmlOutput', 'Lock.hasLock']);

/** Services and methods that only name a place or build a request. */
const NAVIGATION = new Set([
  ...['SpreadsheetApp', 'DataValidationBuilder', 'DataValidation', 'DataValidationCriteria'],
  ...['ConditionalFormatRuleBuilder', 'ConditionalFormatRule', 'PropertiesService', 'CacheService', 'LockService'],
  ...['Session', 'User', 'Trigger', 'TriggerBuilder', 'ClockTriggerBuilder', 'AuthorizationInfo', 'Ui'],
  ...['getSheetByName', 'getSheets', 'getSheetById', 'getActiveSheet', 'getId', 'getUrl'].map(
    (m) => `Spreadsheet.${m}`,
  ),
  ...['getName', 'getSpreadsheetTimeZone', 'getSpreadsheetLocale'].map((m) => `Spreadsheet.${m}`),
  ...['getRange', 'getDataRange', 'getName', 'getSheetId', 'getParent', 'getIndex'].map((m) => `Sheet.${m}`),
  ...['getRow', 'getColumn', 'getNumRows', 'getNumColumns', 'getLastRow', 'getLastColumn'].map((m) => `Range.${m}`),
  ...['getHeight', 'getWidth', 'getSheet', 'getA1Notation', 'getCell', 'offset', 'getGridId'].map((m) => `Range.${m}`),
  ...['newTrigger', 'getAuthorizationInfo', 'getScriptId'].map((m) => `ScriptApp.${m}`),
]);

const SERVER = new Set([
  ...['SpreadsheetApp.flush', 'SpreadsheetApp.setActiveSheet', 'ClockTriggerBuilder.create'],
  ...['Ui.showSidebar', 'Ui.alert', 'Ui.showModalDialog', 'Menu.addToUi'],
]);

export function reach(service: string, method: string): Reach {
  const name = `${service}.${method}`;
  if (SERVER.has(name)) return 'server';
  if (LOCAL.has(service) || LOCAL.has(name)) return 'local';
  return NAVIGATION.has(service) || NAVIGATION.has(name) ? 'navigation' : 'server';
}
