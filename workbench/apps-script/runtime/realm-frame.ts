import { topLevelFunctions } from '../custom-functions.js';
import type { RealmFactory, RealmGlobal } from './realm.js';

/** The language's own globals, the only ones that stay in the frame. */
const LANGUAGE = new Set(
  (
    'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp ' +
    'Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math Intl ' +
    'ArrayBuffer SharedArrayBuffer Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array ' +
    'Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet ' +
    'WeakRef Proxy Reflect FinalizationRegistry decodeURI decodeURIComponent encodeURI encodeURIComponent escape ' +
    'unescape eval isFinite isNaN WebAssembly Iterator'
  ).split(' '),
);

/** What a frame will not give up, or has from EventTarget: hidden from the script as parameters without a value. */
const HIDDEN = ['window', 'document', 'location', 'top', 'addEventListener', 'removeEventListener', 'dispatchEvent'];

/** Realms as hidden frames of the page, one each. */
export function frameRealms(code: string): RealmFactory {
  // Inside a function, declarations are no globals yet; they become so first, as a bundle's own assignments replace them.
  const declared = topLevelFunctions(code).map((name) => `globalThis.${name} = ${name};`);
  const body = `${declared.join(' ')}\n${code}`;
  return () => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    document.body.append(frame);
    const global = frame.contentWindow as unknown as RealmGlobal | null; // a Window has the language's constructors too
    if (!global) throw new Error('The page gave no window to a hidden frame; the script cannot run');
    for (const name of Object.getOwnPropertyNames(global)) {
      if (!LANGUAGE.has(name)) Reflect.deleteProperty(global, name);
    }
    const compile = global.Function as FunctionConstructor;
    return {
      global,
      load: () => {
        compile(...HIDDEN, body).call(global);
      },
      dispose: () => {
        frame.remove();
      },
    };
  };
}
