import { strict } from '../runtime/strict.js';
import type { ServiceContext } from './context.js';
import { htmlService } from './html.js';
import { lockService } from './lock.js';
import { consoleService, logger } from './log.js';
import { mailApp } from './mail.js';
import { scriptApp } from './script.js';
import { session } from './session.js';
import { spreadsheetApp } from './spreadsheet-app.js';
import { cacheService, propertiesService } from './storage.js';
import { utilities } from './utilities.js';

const SERVICES: Readonly<Record<string, (context: ServiceContext) => object>> = {
  SpreadsheetApp: spreadsheetApp,
  HtmlService: htmlService,
  MailApp: mailApp,
  ScriptApp: scriptApp,
  LockService: lockService,
  PropertiesService: propertiesService,
  CacheService: cacheService,
  Session: session,
  Utilities: utilities,
  Logger: logger,
  console: consoleService,
};

/** Google's globals that exist but are beyond this emulator: touching one says so, instead of "not defined". */
const ABSENT = ['UrlFetchApp', 'GmailApp', 'DriveApp', 'CalendarApp', 'DocumentApp', 'Charts', 'ContentService'];

/** Puts every service on the realm's global object. */
export function installServices(context: ServiceContext): void {
  const { global } = context.execution.setup.realm;
  for (const [name, make] of Object.entries(SERVICES)) global[name] = strict(context.execution, name, make(context));
  for (const name of ABSENT) global[name] = strict(context.execution, name, {});
}
