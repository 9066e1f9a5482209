import { ServiceException } from '../runtime/exceptions.js';
import { strict } from '../runtime/strict.js';
import type { Members } from '../runtime/strict.js';
import { utf8 } from './bytes.js';
import type { ServiceContext } from './context.js';

const KB = 1024;
const LONGEST_CACHE_SECONDS = 21_600;

/** Property stores: of this document, of the script, of the user (in cell functions: of the owner, platform 1.6). */
export function propertiesService(context: ServiceContext) {
  const { platform, execution } = context;
  const { kind, user } = execution.setup;
  const who = kind === 'customFunction' ? platform.owner : user;
  return {
    getDocumentProperties: () => properties(context, 'document'),
    getScriptProperties: () => properties(context, 'script'),
    getUserProperties: () => properties(context, `user ${who}`),
  } satisfies Members<GoogleAppsScript.Properties.PropertiesService>;
}

function properties(context: ServiceContext, name: string): object {
  const { platform, execution } = context;
  const store = storeNamed(platform.properties, name);
  const size = (entries: Iterable<readonly [string, string]>) =>
    [...entries].reduce((sum, [key, value]) => sum + utf8(key).length + utf8(value).length, 0);
  const put = (pairs: readonly (readonly [string, string])[], others: ReadonlyMap<string, string>) => {
    for (const [, value] of pairs)
      if (utf8(value).length > 9 * KB) throw new ServiceException('Argument too large: value');
    const next = new Map([...others, ...pairs]);
    if (size(next) > 500 * KB) {
      throw new ServiceException(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    store.clear();
    for (const [key, value] of next) store.set(key, value);
    return service;
  };
  const counted =
    <Args extends unknown[], Result>(call: (...args: Args) => Result) =>
    (...args: Args): Result => {
      if (!platform.propertyAllowance.take(execution.setup.user, execution.now, 1)) {
        throw new ServiceException('Service invoked too many times for one day: properties.');
      }
      return call(...args);
    };
  const service: object = strict(execution, 'Properties', {
    getProperty: counted((key: unknown) => store.get(String(key)) ?? null),
    getProperties: counted(() => Object.fromEntries(store)),
    getKeys: counted(() => [...store.keys()]),
    setProperty: counted((key: unknown, value: unknown) => put([[String(key), String(value)]], store)),
    setProperties: counted((values: object, deleteAllOthers = false) =>
      put(
        Object.entries(values).map(([key, value]) => [key, String(value)] as const),
        deleteAllOthers ? new Map() : store,
      ),
    ),
    deleteProperty: counted((key: unknown) => {
      store.delete(String(key));
      return service;
    }),
    deleteAllProperties: counted(() => {
      store.clear();
      return service;
    }),
  } satisfies Members<GoogleAppsScript.Properties.Properties>);
  return service;
}

export function cacheService(context: ServiceContext) {
  const { user } = context.execution.setup;
  return {
    getDocumentCache: () => cache(context, 'document'),
    getScriptCache: () => cache(context, 'script'),
    getUserCache: () => cache(context, `user ${user}`),
  } satisfies Members<GoogleAppsScript.Cache.CacheService>;
}

function cache(context: ServiceContext, name: string): object {
  const { execution, platform } = context;
  const store = storeNamed(platform.caches, name);
  const get = (key: string) => {
    const entry = store.get(key);
    return entry && entry.expiresAt > execution.now ? entry.text : null;
  };
  const put = (key: string, value: unknown, seconds = 600) => {
    const text = String(value);
    if (key.length > 250) throw new ServiceException('Argument too large: key');
    if (utf8(text).length > 100 * KB) throw new ServiceException('Argument too large: value');
    const lasts = Math.min(Math.max(seconds, 1), LONGEST_CACHE_SECONDS);
    store.set(key, { text, expiresAt: execution.now + lasts * 1000 });
  };
  return strict(execution, 'Cache', {
    get,
    getAll: (keys: readonly string[]) =>
      Object.fromEntries(keys.flatMap((key) => (get(key) === null ? [] : [[key, get(key)]]))),
    put,
    putAll: (values: object, seconds?: number) => {
      for (const [key, value] of Object.entries(values)) put(key, value, seconds);
    },
    remove: (key: string) => {
      store.delete(key);
    },
    removeAll: (keys: readonly string[]) => {
      for (const key of keys) store.delete(key);
    },
  } satisfies Members<GoogleAppsScript.Cache.Cache>);
}

function storeNamed<Value>(stores: Map<string, Map<string, Value>>, name: string): Map<string, Value> {
  let store = stores.get(name);
  if (!store) stores.set(name, (store = new Map<string, Value>()));
  return store;
}
