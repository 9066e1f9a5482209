import { createRequire } from 'node:module';
import type * as coreModule from '@univerjs/core';
import type * as facadeModule from '@univerjs/core/facade';
import type * as presetModule from '@univerjs/preset-sheets-node-core';
import type { Emulator, EmulatorOptions } from './api.js';
import { ScriptEmulator } from './emulator.js';
import { vmRealms } from './runtime/realm-vm.js';

// CommonJS, because Univer's ES modules do not load in Node.
const require = createRequire(import.meta.url);

/** An emulator over Univer without a canvas, and vm contexts as the script's realms. */
export function createNodeEmulator(options: EmulatorOptions): Emulator {
  const core = require('@univerjs/core') as typeof coreModule;
  const { FUniver } = require('@univerjs/core/facade') as typeof facadeModule;
  const sheets = require('@univerjs/preset-sheets-node-core') as typeof presetModule;
  const { LocaleType, LogLevel, Univer } = core;
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.ERROR,
  });
  for (const entry of sheets.UniverSheetsNodeCorePreset().plugins) {
    if (Array.isArray(entry)) univer.registerPlugin(entry[0], entry[1]);
    else univer.registerPlugin(entry);
  }
  const univerAPI = FUniver.newAPI(univer);
  const kit = { core, sheets, univerAPI };
  return new ScriptEmulator(options, kit, vmRealms(options.files.code), () => {
    univer.dispose();
  });
}
