/// <reference types="google-apps-script" />
import { ServiceException, Termination } from './exceptions.js';
import type { ScriptExecution } from './execution.js';
import { copyInto } from './realm.js';

/** Methods of a service of Google's, by its own names; a misspelt one does not compile. */
export type Members<T> = { readonly [Name in keyof T]?: unknown };

/**
 * Wraps a service: a member that is not there throws, naming itself; each call is checked and counted; what is
 * returned is made in the script's realm, and what is thrown too.
 */
export function strict(execution: ScriptExecution, service: string, members: object): object {
  const wrapped = new Map<string, unknown>();
  const proxy = new Proxy(members, {
    get(target, key) {
      if (typeof key === 'symbol') return undefined;
      if (key === 'toString') return () => service;
      if (key === 'toJSON' || key === 'then') return undefined;
      if (!wrapped.has(key)) wrapped.set(key, wrap(execution, service, key, Reflect.get(target, key)));
      return wrapped.get(key);
    },
    set(_target, key) {
      throw inRealm(execution, new ServiceException(`${service}.${String(key)} cannot be assigned`));
    },
  });
  execution.services.add(proxy);
  return proxy;
}

function wrap(execution: ScriptExecution, service: string, method: string, member: unknown): unknown {
  if (member === undefined) throw inRealm(execution, new ServiceException(`${service}.${method} is not emulated`));
  if (typeof member !== 'function') return member;
  const call = member as (...args: unknown[]) => unknown;
  return (...args: unknown[]) => {
    try {
      execution.enter(service, method);
      return toRealm(execution, call(...args));
    } catch (error) {
      throw inRealm(execution, error);
    }
  };
}

export function toRealm(execution: ScriptExecution, value: unknown): unknown {
  const { Array, Object } = execution.setup.realm.global;
  return copyInto(value, { Array, Object, Date: execution.nativeDate }, execution.services);
}

function inRealm(execution: ScriptExecution, error: unknown): unknown {
  if (!(error instanceof ServiceException) && !(error instanceof Termination)) return error;
  const copy = new execution.setup.realm.global.Error(error.message);
  copy.name = 'Exception';
  return copy;
}
