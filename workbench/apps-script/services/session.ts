import { strict } from '../runtime/strict.js';
import type { Members } from '../runtime/strict.js';
import { knowsUser } from './context.js';
import type { ServiceContext } from './context.js';

export function session(context: ServiceContext) {
  const { execution, locale, scriptZone } = context;
  const user = (email: string) =>
    strict(execution, 'User', { getEmail: () => email } satisfies Members<GoogleAppsScript.Base.User>);
  return {
    getActiveUser: () => user(knowsUser(context) ? execution.setup.user : ''),
    getEffectiveUser: () => user(execution.setup.user),
    getActiveUserLocale: () => locale.split('_')[0] ?? 'en',
    getScriptTimeZone: () => scriptZone,
    getTemporaryActiveUserKey: () => `key-of-${execution.setup.user}`,
  } satisfies Members<GoogleAppsScript.Base.Session>;
}
