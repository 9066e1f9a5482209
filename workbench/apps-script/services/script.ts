import { ServiceException } from '../runtime/exceptions.js';
import type { StoredTrigger } from '../api.js';
import { strict } from '../runtime/strict.js';
import type { Members } from '../runtime/strict.js';
import { Zone } from '../time/zone.js';
import type { ServiceContext } from './context.js';
import { firstRunAt } from './trigger-times.js';

const AUTH_MODES = { NONE: 'NONE', LIMITED: 'LIMITED', CUSTOM_FUNCTION: 'CUSTOM_FUNCTION', FULL: 'FULL' };
const EVENT_TYPES = { CLOCK: 'CLOCK', ON_OPEN: 'ON_OPEN', ON_EDIT: 'ON_EDIT', ON_CHANGE: 'ON_CHANGE' };
/** What the trigger dialogue offers; other numbers are refused or misbehave (platform 4.3). */
const HOURS = [1, 2, 4, 6, 8, 12];

const triggers = new WeakMap<object, StoredTrigger>();

export function scriptApp(context: ServiceContext) {
  const { platform, execution } = context;
  const { user } = execution.setup;
  const mine = () => platform.triggers.filter((one) => one.user === user).map((one) => triggerService(context, one));
  return {
    newTrigger: (functionName: unknown) => triggerBuilder(context, String(functionName)),
    // One document stands for all of them here, so both lists are the same.
    getProjectTriggers: mine,
    getUserTriggers: mine,
    deleteTrigger: (service: object) => {
      const stored = triggers.get(service);
      platform.triggers = platform.triggers.filter((one) => one.uniqueId !== stored?.uniqueId);
    },
    getAuthorizationInfo: () =>
      strict(execution, 'AuthorizationInfo', {
        getAuthorizationStatus: () => 'NOT_REQUIRED',
        getAuthorizationUrl: () => null,
      } satisfies Members<GoogleAppsScript.Script.AuthorizationInfo>),
    getScriptId: () => 'emulated-script',
    AuthMode: AUTH_MODES,
    EventType: EVENT_TYPES,
    AuthorizationStatus: { REQUIRED: 'REQUIRED', NOT_REQUIRED: 'NOT_REQUIRED' },
  } satisfies Members<GoogleAppsScript.Script.ScriptApp>;
}

function triggerService(context: ServiceContext, stored: StoredTrigger): object {
  const service = strict(context.execution, 'Trigger', {
    getUniqueId: () => stored.uniqueId,
    getHandlerFunction: () => stored.functionName,
    getEventType: () => EVENT_TYPES.CLOCK,
    getTriggerSource: () => 'CLOCK',
    getTriggerSourceId: () => null,
  } satisfies Members<GoogleAppsScript.Script.Trigger>);
  triggers.set(service, stored);
  return service;
}

function triggerBuilder(context: ServiceContext, functionName: string): object {
  return strict(context.execution, 'TriggerBuilder', {
    timeBased: () => clockBuilder(context, functionName),
  } satisfies Members<GoogleAppsScript.Script.TriggerBuilder>);
}

function clockBuilder(context: ServiceContext, functionName: string): object {
  const { platform, execution } = context;
  const { user, kind } = execution.setup;
  let everyHours = 0;
  let timeZone = context.scriptZone;
  const builder: object = strict(execution, 'ClockTriggerBuilder', {
    everyHours: (hours: number) => {
      if (!HOURS.includes(hours)) throw new ServiceException('The value you passed to everyHours was invalid');
      everyHours = hours;
      return builder;
    },
    inTimezone: (name: string) => {
      try {
        timeZone = new Zone(name).name;
      } catch {
        throw new ServiceException(`Invalid time zone: ${name}`);
      }
      return builder;
    },
    create: () => {
      if (everyHours === 0) throw new ServiceException('ClockTriggerBuilder.create needs everyHours first');
      if (platform.triggers.some((one) => one.user === user)) {
        throw new ServiceException(
          'This add-on has created too many time-based triggers in this document for this Google user account.',
        );
      }
      const stored: StoredTrigger = {
        uniqueId: String(platform.nextSerial()),
        functionName,
        user,
        everyHours,
        timeZone,
        disabled: kind === 'clockTrigger',
        nextRunAt: firstRunAt(execution.now, user, functionName),
      };
      platform.triggers.push(stored);
      return triggerService(context, stored);
    },
  } satisfies Members<GoogleAppsScript.Script.ClockTriggerBuilder>);
  return builder;
}
