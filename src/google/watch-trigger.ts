import { activeSpreadsheet } from './spreadsheet.js';

const HANDLER = 'tick';

/** This person's triggers in this spreadsheet that run a function. */
export function triggersOf(handler: string): readonly GoogleAppsScript.Script.Trigger[] {
  // Not getProjectTriggers: in an add-on those are the person's triggers in every document.
  return ScriptApp.getUserTriggers(activeSpreadsheet()).filter((trigger) => trigger.getHandlerFunction() === handler);
}

/** Whether this person has the hourly trigger in this spreadsheet. */
export function isWatchOn(): boolean {
  return triggersOf(HANDLER).length > 0;
}

/** Creates the one hourly trigger; does nothing when it is there. Only from a menu or sidebar call. */
export function switchWatchOn(): void {
  if (isWatchOn()) return;
  ScriptApp.newTrigger(HANDLER).timeBased().everyHours(1).create();
}

/** Deletes this person's trigger in this spreadsheet, and no other. */
export function switchWatchOff(): void {
  for (const trigger of triggersOf(HANDLER)) ScriptApp.deleteTrigger(trigger);
}
