import type { ExecutionKind } from '../api.js';
import { ServiceException } from './exceptions.js';

export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

export interface Rights {
  readonly kind: ExecutionKind;
  readonly authMode: AuthMode;
  readonly scopes: ReadonlySet<string>;
}

const SCOPE = 'https://www.googleapis.com/auth/';
const ANY_FILE = ['spreadsheets'];
const THIS_FILE = ['spreadsheets.currentonly', 'spreadsheets'];

const DOCUMENT = new Set([
  ...['SpreadsheetApp', 'Spreadsheet', 'Sheet', 'Range', 'Protection', 'Filter', 'DataValidation'],
  ...['DataValidationBuilder', 'ConditionalFormatRule', 'ConditionalFormatRuleBuilder'],
]);

/** Any one of the scopes named is enough; a method's own line goes before its service's. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'SpreadsheetApp.openById': ANY_FILE,
  'SpreadsheetApp.openByUrl': ANY_FILE,
  'SpreadsheetApp.create': ANY_FILE,
  'SpreadsheetApp.getUi': [],
  'Ui.showSidebar': ['script.container.ui'],
  'Ui.showModalDialog': ['script.container.ui'],
  'ScriptApp.newTrigger': ['script.scriptapp'],
  'ScriptApp.getProjectTriggers': ['script.scriptapp'],
  'ScriptApp.getUserTriggers': ['script.scriptapp'],
  'ScriptApp.deleteTrigger': ['script.scriptapp'],
  'ClockTriggerBuilder.create': ['script.scriptapp'],
  MailApp: ['script.send_mail'],
  UrlFetchApp: ['script.external_request'],
  'Session.getActiveUser': ['userinfo.email'],
  'Session.getEffectiveUser': ['userinfo.email'],
};

/** Platform 4.2 and 1.6: what works without the user's authorisation. */
const FREE = /^(?:Utilities|Logger|console|HtmlService|HtmlOutput)\.|^Session\.(?!getEffectiveUser)|^User\./;
const MENU = /^(?:SpreadsheetApp\.getUi|Ui\.(?:createMenu|createAddonMenu)|Menu\.\w+)$/;
const CELL_SERVICES =
  /^(?:CacheService|Cache|LockService|Lock|PropertiesService|Properties|UrlFetchApp|HTTPResponse)\./;
const LIMITED_SERVICES = /^(?:CacheService|Cache|LockService|Lock|PropertiesService|Properties)\./;
const READS = /^(?:get|is|can|offset$|new)/;
/** ScriptApp calls that ask for nothing of the user's. */
const PLAIN_SCRIPT_APP = /^(?:ScriptApp\.(?:getAuthorizationInfo|getScriptId)|AuthorizationInfo\.)/;

/** @throws ServiceException when the run may not make this call. */
export function permit(rights: Rights, service: string, method: string): void {
  const name = `${service}.${method}`;
  const needed = SCOPES[name] ?? SCOPES[service] ?? (DOCUMENT.has(service) ? THIS_FILE : []);
  if (name === 'SpreadsheetApp.getUi' && (rights.kind === 'clockTrigger' || rights.kind === 'customFunction'))
    throw new ServiceException('Cannot call SpreadsheetApp.getUi() from this context.');
  if (!modeAllows(rights.authMode, service, name, method)) {
    throw new ServiceException(`You do not have permission to call ${name}${required(needed)}`);
  }
  if (needed.length > 0 && !needed.some((scope) => rights.scopes.has(SCOPE + scope))) {
    throw new ServiceException(`Specified permissions are not sufficient to call ${name}${required(needed)}`);
  }
}

function required(scopes: readonly string[]): string {
  if (scopes.length === 0) return '';
  return `. Required permissions: ${scopes.map((scope) => SCOPE + scope).join(' || ')}`;
}

function modeAllows(mode: AuthMode, service: string, name: string, method: string): boolean {
  if (mode === 'FULL' || FREE.test(name) || PLAIN_SCRIPT_APP.test(name)) return true;
  if (mode === 'CUSTOM_FUNCTION') {
    if (DOCUMENT.has(service)) return READS.test(method) && !name.startsWith('SpreadsheetApp.openBy');
    return CELL_SERVICES.test(name);
  }
  if (MENU.test(name)) return true;
  return (
    mode === 'LIMITED' &&
    ((DOCUMENT.has(service) && !/\.(?:openBy\w+|create)$/.test(name)) || LIMITED_SERVICES.test(name))
  );
}
