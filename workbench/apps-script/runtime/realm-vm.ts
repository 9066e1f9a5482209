import vm from 'node:vm';
import { MISSING_GLOBALS } from './realm.js';
import type { RealmFactory, RealmGlobal } from './realm.js';

/** Realms as Node's vm contexts; the code is compiled once and run in each. */
export function vmRealms(code: string): RealmFactory {
  const script = new vm.Script(code, { filename: 'Code.js' });
  return () => {
    // An ordinary global object: a contextified one intercepts every global name and is many times slower.
    const context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
    const global = vm.runInContext('globalThis', context) as RealmGlobal;
    for (const name of MISSING_GLOBALS) Reflect.deleteProperty(global, name);
    return {
      global,
      load: () => {
        script.runInContext(context);
      },
      dispose: () => undefined,
    };
  };
}
