/**
 * The one list of Bellwether's public globals. Whatever is assigned to `global` here becomes a top-level function of
 * the script, its comment the help that Sheets shows while typing; nothing else of the code can be called from outside.
 *
 * @OnlyCurrentDoc
 */
import { instantOf } from './domain/calendar/zone.js';

declare const global: Record<string, (...args: never[]) => unknown>;

/**
 * test
 *
 * @param {number} a thing.
 * @return {number} x.
 * @customfunction
 */
global.TESTX = (a: number, b?: number) => instantOf(a, 'Europe/Berlin') + (b ?? 0);
