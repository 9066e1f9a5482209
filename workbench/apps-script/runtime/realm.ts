/** What a script's global object has for sure; everything else is found by name. */
export interface RealmGlobal {
  Array: ArrayConstructor;
  Date: DateConstructor;
  Error: ErrorConstructor;
  Intl: typeof Intl;
  Object: ObjectConstructor;
  [name: string]: unknown;
}

/** A fresh JavaScript world with the language alone; the script's code has not run in it yet. */
export interface Realm {
  readonly global: RealmGlobal;
  /** Runs all top-level code of the script. */
  load(): void;
  dispose(): void;
}

export type RealmFactory = () => Realm;

/**
 * Names of the web and of Node that Apps Script lacks (platform 2.2): deleted or hidden, so that a stray use fails
 * here as it would there.
 */
export const MISSING_GLOBALS = (
  'setTimeout setInterval clearTimeout clearInterval setImmediate clearImmediate queueMicrotask structuredClone ' +
  'ReadableStream WritableStream TransformStream TextEncoder TextDecoder fetch FormData File Blob URL URLSearchParams ' +
  'DOMException atob btoa crypto SubtleCrypto Crypto CryptoKey window navigator performance process require module ' +
  'exports Buffer global AbortController AbortSignal XMLHttpRequest WebSocket Worker localStorage sessionStorage ' +
  'indexedDB caches document location history alert confirm prompt requestAnimationFrame cancelAnimationFrame ' +
  'requestIdleCallback postMessage self parent top frames opener'
).split(' ');

interface Constructors {
  readonly Array: ArrayConstructor;
  readonly Date: DateConstructor;
  readonly Object: ObjectConstructor;
}

export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/**
 * Copies a value into another realm: arrays, plain objects and Dates are made anew there; functions, and objects
 * that `keep` names (services), cross as they are.
 */
export function copyInto(
  value: unknown,
  into: Constructors,
  keep: WeakSet<object>,
  seen = new Map<object, unknown>(),
): unknown {
  if (typeof value !== 'object' || value === null || keep.has(value)) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (isDate(value)) return new into.Date(value.getTime());
  if (Array.isArray(value)) {
    const copy = new into.Array<unknown>(value.length);
    seen.set(value, copy);
    for (let index = 0; index < value.length; index++) copy[index] = copyInto(value[index], into, keep, seen);
    return copy;
  }
  const copy = new into.Object() as Record<string, unknown>;
  seen.set(value, copy);
  for (const [key, inner] of Object.entries(value)) copy[key] = copyInto(inner, into, keep, seen);
  return copy;
}
