import fc from 'fast-check';
import { ANA, BEN } from './book.js';
import { DAY, HOUR } from './calendar.js';
import { judgedWeek, type Model, type Value } from './model.js';
import { figures, type Mishap, type World } from './world.js';

type Command = fc.Command<Model, World>;

function command(name: string, run: (model: Model, world: World) => void, check?: (model: Model) => boolean): Command {
  return {
    check: (model) => check?.(model) ?? true,
    run: (model, world) => {
      const [kind = name] = name.split(':');
      figures.commands.set(kind, (figures.commands.get(kind) ?? 0) + 1);
      run(model, world);
    },
    toString: () => name,
  };
}

const MINUTE = HOUR / 60;
const WAITS = [
  0,
  10 * MINUTE,
  HOUR,
  HOUR,
  5 * HOUR,
  13 * HOUR,
  DAY,
  2 * DAY + HOUR,
  2 * DAY + HOUR,
  3 * DAY,
  7 * DAY,
  10 * DAY,
];

const mishaps: fc.Arbitrary<Mishap> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: fc.record({ cut: fc.integer({ min: 1, max: 45 }) }) },
  { weight: 2, arbitrary: fc.record({ overlap: fc.integer({ min: 1, max: 45 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ cut: fc.integer({ min: 20, max: 45 }), overlap: fc.integer({ min: 1, max: 45 }) }),
  },
  { weight: 1, arbitrary: fc.record({ mail: fc.constantFrom('all refused' as const, 'first refused' as const) }) },
);

const ticks = fc.tuple(fc.constantFrom(...WAITS), mishaps).map(([wait, mishap]) => {
  return command(`wait ${String(wait / HOUR)} h and tick: ${JSON.stringify(mishap)}`, (model, world) => {
    if (wait > 0) world.emulated.advance(wait);
    model.latest = Math.max(model.latest, world.now);
    world.tick(mishap);
  });
});

/** Sets the value of a week, new, late or corrected. */
function enter(model: Model, account: string, week: number, value: Value): void {
  const known = model.signals.find((row) => row.account === account && row.week === week);
  if (known) known.value = value;
  else model.signals.push({ week, account, value });
}

function lastNumber({ signals }: Model, account: string, before: number): number {
  const earlier = signals.filter(
    (row) => row.account === account && row.week < before && typeof row.value === 'number',
  );
  return Number([...earlier].sort((one, other) => other.week - one.week)[0]?.value ?? 100);
}

const CHANGES = ['falls', 'falls', 'falls', 'rises', 'stays', 'blank', 'loading'] as const;

function changed(last: number, change: (typeof CHANGES)[number]): Value {
  if (change === 'blank') return '';
  if (change === 'loading') return 'Loading...';
  return last + { falls: -1, rises: 1, stays: 0 }[change];
}

const weeks = fc.array(fc.constantFrom(...CHANGES), { minLength: 3, maxLength: 3 }).map((changes) => {
  return command(`a new week: ${changes.join(', ')}`, (model, world) => {
    const week = judgedWeek(world.now);
    model.accounts.forEach(({ name }, i) => {
      enter(model, name, week, changed(lastNumber(model, name, week), changes[i] ?? 'stays'));
    });
    world.put('Signals');
  });
});

const values = fc.tuple(fc.nat(2), fc.nat(2), fc.constantFrom(...CHANGES)).map(([index, ago, change]) => {
  return command(
    `a late or corrected value: account ${String(index)}, ${String(ago)} weeks ago, ${change}`,
    (model, world) => {
      const week = judgedWeek(world.now) - 7 * ago;
      const { name = '' } = model.accounts[index] ?? {};
      enter(model, name, week, changed(lastNumber(model, name, week), change));
      world.put('Signals');
    },
  );
});

const hasMemory = ({ renamed }: Model): boolean => !renamed.has('Alerts');

const sayings = fc
  .tuple(
    fc.nat(5),
    fc.constantFrom('acknowledged' as const, 'snoozed' as const, 'resolved' as const),
    fc.integer({ min: 1, max: 7 }),
  )
  .map(([index, state, days]) => {
    return command(
      `by hand: alert ${String(index)} is ${state} for ${String(days)} days`,
      (model, world) => {
        const live = world.alerts.filter((row) => row.state !== 'resolved');
        const { key } = live[index % Math.max(1, live.length)] ?? {};
        if (key === undefined) return;
        const said = model.byHand.get(key);
        // At most 14 days from when it was first held.
        const since = said ? said.since : world.today();
        const until = Math.min(world.today() + days, since + 14);
        world.say(key, state, state === 'snoozed' ? until : null);
        model.byHand.set(key, { state, at: world.now, until, since });
      },
      hasMemory,
    );
  });

const promises = fc.constantFrom('kept', 'not kept', 'due a week later').map((what) => {
  return command(`a promise: ${what}`, (model, world) => {
    const [commitment] = model.commitments;
    if (!commitment) return;
    if (what === 'due a week later') commitment.due += 7;
    else commitment.done = what === 'kept' ? world.today() : null;
    world.put('Commitments');
  });
});

const TABS = ['Accounts', 'Signals', 'Team', 'Commitments', 'Alerts', 'Notices', 'Decisions'];

const renames = fc.constantFrom(...TABS).map((tab) => {
  return command(`a tab renamed: ${tab}`, (model, world) => {
    // That there was ever an alert is known once a run has ended.
    if (model.isCutOff && ['Alerts', 'Notices'].includes(tab)) return;
    if (model.renamed.has(tab) || !world.has(tab)) return;
    world.byHand('handRename', tab, `Old ${tab}`);
    model.renamed.add(tab);
  });
});

const restores = fc.constant(
  command(
    'tabs restored',
    (model, world) => {
      restore(model, world);
    },
    ({ renamed }) => renamed.size > 0,
  ),
);

/** Gives every renamed tab its name back, and it holds what the team has typed meanwhile. */
export function restore(model: Model, world: World): void {
  for (const tab of model.renamed) {
    if (world.has(tab)) world.byHand('handDelete', `Old ${tab}`);
    else world.byHand('handRename', `Old ${tab}`, tab);
  }
  const tabs = [...model.renamed];
  model.renamed.clear();
  for (const tab of tabs) if (['Accounts', 'Signals', 'Team', 'Commitments'].includes(tab)) world.put(tab);
}

const rows = fc
  .tuple(fc.constantFrom('Alerts', 'Notices', 'Decisions', 'Signals'), fc.constantFrom('sorted', 'inserted'))
  .map(([tab, what]) => {
    return command(`rows ${what}: ${tab}`, (model, world) => {
      if (!world.has(tab)) return;
      if (what === 'inserted') world.byHand('handInsert', tab, 2);
      else if (tab === 'Signals') {
        model.signals.reverse();
        world.put(tab);
      } else world.byHand('handReverse', tab);
    });
  });

const people = fc.constantFrom('the owner leaves', 'the owner is back', 'another owner').map((what) => {
  return command(`people: ${what}`, (model, world) => {
    const [account] = model.accounts;
    if (what === 'the owner leaves') model.left.add(ANA);
    if (what === 'the owner is back') model.left.delete(ANA);
    if (what === 'another owner' && account) account.csm = account.csm === ANA ? BEN : ANA;
    world.put('Team');
    world.put('Accounts');
  });
});

const accountNames = fc.constant(
  command(
    'an account renamed',
    (model, world) => {
      const [account] = model.accounts;
      if (!account) return;
      const [before, after] = account.name === 'Alpha' ? ['Alpha', 'Alpha Ltd'] : [account.name, 'Alpha'];
      account.name = after;
      for (const row of model.signals) if (row.account === before) row.account = after;
      world.put('Accounts');
      world.put('Signals');
    },
    ({ renamed }) => !renamed.has('Accounts') && !renamed.has('Signals'),
  ),
);

const clocks = fc.constantFrom(HOUR, DAY, 3 * DAY).map((back) => {
  return command(`the clock goes back ${String(back / HOUR)} h`, (model, world) => {
    world.setClock(world.now - back);
    // The next tick stamps what a person has just said with the time that it sees.
    for (const said of model.byHand.values()) said.at = Math.min(said.at, world.now);
  });
});

const others = [
  command('quota: nothing left', (_, world) => {
    world.useUpQuota();
  }),
  command('a tick at once again', (_, world) => {
    world.tickTwice();
  }),
  command('decisions deleted', (_, world) => {
    if (world.has('Decisions')) world.byHand('handDelete', 'Decisions');
  }),
];

/** What may happen to a watched workbook, mostly time. */
export const commands: fc.Arbitrary<Command>[] = [
  ...[ticks, ticks, ticks, ticks, ticks, ticks, weeks, weeks, values, sayings, sayings],
  ...[promises, renames, restores, rows, people, accountNames, clocks, fc.constantFrom(...others)],
];
