import { ServiceException } from '../runtime/exceptions.js';
import { strict } from '../runtime/strict.js';
import type { Members } from '../runtime/strict.js';
import type { ServiceContext } from './context.js';

/**
 * Locks between runs. A run that finds one taken waits its whole time in vain, since the other run cannot go on
 * before this one ends: tests hold a lock, or start a run within another's service call.
 */
export function lockService(context: ServiceContext) {
  const { user } = context.execution.setup;
  return {
    getDocumentLock: () => lock(context, 'document'),
    getScriptLock: () => lock(context, 'script'),
    getUserLock: () => lock(context, `user ${user}`),
  } satisfies Members<GoogleAppsScript.Lock.LockService>;
}

function lock(context: ServiceContext, name: string): object {
  const { execution, platform } = context;
  const holds = () => platform.locks.get(name) === execution;
  const acquire = (milliseconds: number): boolean => {
    if (holds()) return true;
    if (platform.locks.has(name)) {
      execution.spend(milliseconds);
      return false;
    }
    platform.locks.set(name, execution);
    return true;
  };
  return strict(execution, 'Lock', {
    tryLock: acquire,
    waitLock: (milliseconds: number) => {
      if (!acquire(milliseconds)) {
        throw new ServiceException('Lock timeout: another process was holding the lock for too long.');
      }
    },
    hasLock: holds,
    releaseLock: () => {
      if (holds()) platform.locks.delete(name);
    },
  } satisfies Members<GoogleAppsScript.Lock.Lock>);
}
