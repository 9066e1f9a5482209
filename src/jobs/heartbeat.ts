import { deleteProperty, readProperties, writeProperty, type Properties } from '../google/properties.js';
import { currentUser } from '../google/session.js';
import { aliveAt, isStill, type PersonsWatch } from '../watch/heartbeat.js';

/** Document properties, each person's their own, so that runs of two people cannot undo each other's. */
const SWITCHED_ON = 'watch on: ';
const RAN = 'watch ran: ';
const TOLD = 'watch told still: ';

/** What is known of everybody's watches. */
interface Heartbeats {
  /** Those that are on by their owner's word, whatever became of their triggers. */
  readonly watches: readonly PersonsWatch[];
  /** When the watch last ran for anybody; 0 for never. */
  readonly newestRun: number;
  /** By person: the last sign of life before the standstill that was told. */
  readonly told: Readonly<Record<string, number>>;
}

function byPerson(properties: Properties, prefix: string): Readonly<Record<string, number>> {
  const keys = Object.keys(properties).filter((key) => key.startsWith(prefix));
  return Object.fromEntries(keys.map((key) => [key.slice(prefix.length), Number(properties[key])]));
}

/**
 * Reads everybody's heartbeats; needs no rights but those to the document.
 *
 * @param properties those of the document, where they were read already.
 */
export function readHeartbeats(properties = readProperties()): Heartbeats {
  const runs = byPerson(properties, RAN);
  const watches = Object.entries(byPerson(properties, SWITCHED_ON)).map(([person, switchedOn]) => {
    return { person, switchedOn, lastRun: runs[person] ?? 0 };
  });
  return { watches, newestRun: Math.max(0, ...Object.values(runs)), told: byPerson(properties, TOLD) };
}

/** Notes that the watch runs now, under whoever switched it on. */
export function noteHeartbeat(at: number): void {
  writeProperty(RAN + currentUser(), String(at));
}

/** Notes that this person switched their watch on: until its first run, nothing else tells. */
export function noteSwitchedOn(at: number): void {
  writeProperty(SWITCHED_ON + currentUser(), String(at));
}

/** Notes that this person wants no watch any more. */
export function noteSwitchedOff(): void {
  deleteProperty(SWITCHED_ON + currentUser());
}

/** Notes that a standstill was told. */
export function noteTold(watch: PersonsWatch): void {
  writeProperty(TOLD + watch.person, String(aliveAt(watch)));
}

/** The watches that are on and stand still, and whose standstill nobody was told of. */
export function deadWatches(at: number, properties: Properties): readonly PersonsWatch[] {
  const { watches, told } = readHeartbeats(properties);
  return watches.filter((watch) => isStill(aliveAt(watch), at) && told[watch.person] !== aliveAt(watch));
}

/** When the watch of this spreadsheet last showed life, if it is on and has stood still for everybody since; else null. */
export function stillSince(at: number): number | null {
  const { watches, newestRun } = readHeartbeats();
  const alive = Math.max(newestRun, ...watches.map(aliveAt));
  return watches.length > 0 && isStill(alive, at) ? alive : null;
}
