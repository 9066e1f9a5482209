import { expect } from 'vitest';
import { BEN, CRO, DEV, LEAD, TEAM_ZONE } from './book.js';
import { restore } from './commands.js';
import { DAY, HOUR, isoOf, nextMoment, wallIn } from './calendar.js';
import { bends, isBroken, isSilenced, judgedWeek, type Model } from './model.js';
import { figures, type World } from './world.js';

/** Fills every week that has no value, each account going on as it did. */
function fillWeeks(model: Model, week: number): void {
  for (const { name } of model.accounts) {
    const own = model.signals.filter(({ account }) => account === name);
    const first = Math.min(...own.map((row) => row.week));
    let [last, before] = [100, 100];
    for (let at = first; at <= week; at += 7) {
      const row = own.find((one) => one.week === at);
      const value = typeof row?.value === 'number' ? row.value : last + Math.min(0, last - before);
      if (row) row.value = value;
      else model.signals.push({ week: at, account: name, value });
      [before, last] = [last, value];
    }
  }
}

/**
 * All is well again and nobody does anything any more: whatever was due must have gone out once the working hours of everybody have
 * come, and the next step after 48 hours more.
 */
export function settle(model: Model, world: World): void {
  restore(model, world);
  const monday = nextMoment(TEAM_ZONE, Math.max(world.now, model.latest) + DAY + 2 * HOUR, 1, 10);
  world.setClock(monday);
  fillWeeks(model, judgedWeek(monday));
  world.put('Signals');
  world.tick();
  world.setClock(monday + 11 * HOUR);
  world.tick();
  world.setClock(nextMoment(TEAM_ZONE, monday, 4, 10));
  world.tick();
  world.tickAgain();
  const lost = [
    ...unsent(world),
    ...untold(model, world),
    ...unclimbed(model, world, monday),
    ...undigested(model, world, monday),
  ];
  figures.lost += lost.length;
  expect(lost).toEqual([]);
}

function unsent(world: World): readonly string[] {
  // A message refused for the sixth time is tried again once a day only.
  const left = world.notices().filter(({ state, attempts }) => !['sent', 'dropped'].includes(state) && attempts < 6);
  return left.map(({ id, state }) => `${id} is ${state}`);
}

/** The live alerts of which somebody must have heard, with whom. */
function audible(model: Model, world: World): readonly { readonly key: string; readonly to: string }[] {
  return world.alerts.flatMap(({ key, state, isClearing }) => {
    if (state !== 'open' || isClearing || isSilenced(model, key, world.now)) return [];
    const [trigger, subject = ''] = key.split(' | ');
    const account = model.accounts.find(({ name }) => name === subject);
    if (trigger === 'Momentum decay' && account && typeof bends(model, subject, model.scanned) === 'object')
      return [{ key, to: account.csm }];
    const commitment = model.commitments.find(({ id }) => id === subject);
    if (trigger === 'Dependency breach' && commitment && isBroken(commitment, world.now) === true)
      return [{ key, to: DEV }];
    if (trigger === 'Owner absence' && account && model.left.has(account.csm)) return [{ key, to: LEAD }];
    return [];
  });
}

function untold(model: Model, world: World): readonly string[] {
  const { history } = world;
  return audible(model, world).flatMap(({ key, to }) => {
    // He sleeps while the last tick runs, which may be the first one after a person's word has lapsed.
    if (to === BEN && wasHeld(model, key)) return [];
    const isTold = [...history.told.keys()].some((told) => told.startsWith(`${to} | ${key} @`));
    return isTold ? [] : [`${to} never heard of ${key}`];
  });
}

function unclimbed(model: Model, world: World, monday: number): readonly string[] {
  return audible(model, world).flatMap(({ key }) => {
    const told = world.history.steps.get(`${key} @1`) ?? [];
    const isDue = told.length > 0 && Math.max(...told) <= monday && !wasHeld(model, key);
    return isDue && !world.history.steps.has(`${key} @2`) ? [`${key} did not climb`] : [];
  });
}

/** Whether a person held it at some time: until when, only the tick that saw it knows. */
function wasHeld({ byHand }: Model, key: string): boolean {
  return byHand.has(key);
}

function undigested(model: Model, world: World, monday: number): readonly string[] {
  const friday = wallIn(TEAM_ZONE, monday).day - 3;
  // A digest of a time before the watch first ran would be blank.
  if (model.watchedSince === null || friday <= wallIn(TEAM_ZONE, model.watchedSince).day) return [];
  const isTold = world.history.told.has(`${CRO} | Digest | ${isoOf(friday)} @0`);
  return isTold ? [] : [`no digest of ${isoOf(friday)}`];
}
