import * as core from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import * as sheets from '@univerjs/preset-sheets-core';
import type { Emulator, EmulatorOptions } from './api.js';
import { ScriptEmulator } from './emulator.js';
import { frameRealms } from './runtime/realm-frame.js';

/**
 * An emulator over the page's own Univer, and hidden frames as the script's realms. It creates the workbook from the
 * book, so the page must not have made one.
 */
export function createPageEmulator(options: EmulatorOptions & { readonly univerAPI: FUniver }): Emulator {
  const kit = { core, sheets, univerAPI: options.univerAPI };
  return new ScriptEmulator(options, kit, frameRealms(options.files.code), () => undefined);
}
