import { parseIsoDay } from '../../src/domain/calendar/day.js';
import type { Emulator, EmulatorOptions } from '../../workbench/apps-script/api.js';
import { createNodeEmulator } from '../../workbench/apps-script/node.js';
import { serialOfDay, type BookCell } from '../../workbench/book.js';
import { emulator, HOUR, MAYA, OPS, signals, type Tabs } from './books.js';
import { builtFiles } from './bundle.js';

const [DEV, CRO, CEO, VP_CS, PRODUCT] = [
  'dev@northlight.example',
  'cro@northlight.example',
  'ceo@northlight.example',
  'vpcs@northlight.example',
  'product@northlight.example',
];
export { DEV, CEO, VP_CS, PRODUCT };

/** A day as a cell. */
export function dayCell(iso: string): BookCell {
  return { serial: serialOfDay(parseIsoDay(iso) ?? 0), format: 'yyyy-mm-dd' };
}

/** A team with roles, and a book in which four triggers fire: a bend, a missing owner, two broken promises, a renewal that drags. */
export function troubledTabs(): Tabs {
  return {
    Accounts: [
      ['Account', 'CSM', 'ARR', 'Renewal'],
      ['Northwind', MAYA, 120_000, dayCell('2026-07-01')],
      ['Contoso', 'team', 60_000, null],
      ['Fabrikam', MAYA, 240_000, dayCell('2026-06-10')],
    ],
    Signals: signals({ Northwind: [500, 410, 360, 320], Contoso: [100, 100, 101, 101], Fabrikam: [7, 7, 7, 7] }),
    Team: [
      ['Name', 'E-mail', 'Role', 'Manager', 'Function'],
      ['Maya Chen', MAYA, 'CSM', VP_CS, 'CS'],
      ['Dev Rao', DEV, 'Product Manager', PRODUCT, 'Product'],
      ['Priya Lind', PRODUCT, 'VP Product', CEO, 'Product'],
      ['Vera Sand', VP_CS, 'VP Customer Success', CRO, 'CS'],
      ['Carl Roe', CRO, 'CRO', CEO, 'Sales'],
      ['Cleo Exe', CEO, 'CEO', '', ''],
    ],
    Commitments: [
      ['Id', 'Account', 'Commitment', 'Function', 'Owner', 'Due', 'Done on', 'ARR exposed'],
      ['C1', 'Fabrikam', 'Single sign-on', 'Product', DEV, dayCell('2026-05-18'), null, null],
      ['C2', 'Northwind', 'Export', 'Product', DEV, dayCell('2026-05-19'), null, 50_000],
    ],
    Renewals: [
      ['Account', 'Renewal', 'ARR due', 'Opened', 'Stage'],
      ['Fabrikam', dayCell('2026-06-10'), 240_000, dayCell('2026-03-01'), 'talks'],
    ],
  };
}

/** The troubled book after its first tick, with the next step of every alert due: Wednesday 09:00. */
export function troubledBook(options: Partial<EmulatorOptions> = {}): Emulator {
  const emulated = emulator(troubledTabs(), options);
  emulated.run('tick', 'clockTrigger');
  emulated.advance(48 * HOUR);
  return emulated;
}

/** Makes the same workbook, at the same moment, with the same triggers and mails, as often as it is asked. */
export function copiesOf(emulated: Emulator): () => Emulator {
  const [files, book, state, now] = [builtFiles(), emulated.save(), emulated.saveState(), emulated.now];
  return () => createNodeEmulator({ files, book, state, now, user: OPS });
}

/**
 * A book on Friday 12 June 2026, 09:00, three weeks before the quarter ends, whose only tick was on 25 May. The next one has to do
 * everything at once: alerts open (Fabrikam bends), climb (all that were told) and end (Tailspin has recovered, C2 is kept);
 * and the digest, the pattern brief and the intervention are due.
 */
export function fullBook(): Emulator {
  const tabs = troubledTabs();
  const [accountsHeader = [], , ...others] = tabs['Accounts'] ?? [];
  const northwind = ['Northwind', MAYA, 420_000, dayCell('2026-07-01')];
  const usage = {
    Northwind: [500, 410, 360, 320, 310, 300],
    Contoso: [100, 100, 101, 101, 101, 101],
    Fabrikam: [7, 7, 7, 7, 6, 5],
    Tailspin: [9, 8, 7, 6, 8, 9],
  };
  const emulated = emulator({
    ...tabs,
    Accounts: [accountsHeader, northwind, ...others, ['Tailspin', MAYA, 300_000, null]],
    Signals: signals(usage, '2026-06-01'),
  });
  emulated.run('tick', 'clockTrigger');
  emulated.type('Commitments!G3', '2026-06-01');
  emulated.advance(18 * 24 * HOUR);
  return emulated;
}

const ACCOUNTS = 10_000;
const WEEKS = 26;
const PEOPLE = 300;

/** 10,000 accounts of 300 people, each with four indicators for 26 weeks; of every 101st account one of them bends. */
export function largeTabs(): Tabs {
  const csmOf = (i: number): string => `csm${String(i % PEOPLE)}@northlight.example`;
  const last = parseIsoDay('2026-05-18') ?? 0;
  const weeks = Array.from({ length: WEEKS }, (_, i) => {
    return { serial: serialOfDay(last - 7 * (WEEKS - 1 - i)), format: 'yyyy-mm-dd' };
  });
  const rows = Array.from({ length: ACCOUNTS }, (_, i) => {
    return weeks.map((week, at): BookCell[] => {
      const usage = i % 101 === 0 ? 1000 - at : 1000 + (at % 2);
      return [week, `Account ${String(i)}`, usage, 40 + (at % 3), 5 + (at % 2), 8 - (at % 2)];
    });
  });
  return {
    Accounts: [
      ['Account', 'CSM', 'ARR'],
      ...Array.from({ length: ACCOUNTS }, (_, i): BookCell[] => [`Account ${String(i)}`, csmOf(i), 10_000 + i]),
    ],
    Signals: [['Week', 'Account', 'Usage', 'Executive engagement', 'Support volume', 'NPS'], ...rows.flat()],
    Team: [
      ['Name', 'E-mail', 'Role', 'Function'],
      ...Array.from({ length: PEOPLE }, (_, i): BookCell[] => [`CSM ${String(i)}`, csmOf(i), 'CSM', 'CS']),
    ],
  };
}
