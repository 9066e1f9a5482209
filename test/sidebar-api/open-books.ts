import { afterEach } from 'vitest';
import type { Emulator } from '../../workbench/apps-script/api.js';

/** Emulators that are disposed of after each test of the file that asks for it. */
export function openBooks(): { keep(emulator: Emulator): Emulator; closeLast(): void } {
  const emulators: Emulator[] = [];
  afterEach(() => {
    for (const emulator of emulators.splice(0)) emulator.dispose();
  });
  return {
    keep(emulator) {
      emulators.push(emulator);
      return emulator;
    },
    closeLast: () => emulators.pop()?.dispose(),
  };
}
