import { parseIsoDay } from '../../src/domain/calendar/day.js';
import type { Emulator, EmulatorOptions } from '../../workbench/apps-script/api.js';
import { serialOfDay, type BookCell } from '../../workbench/book.js';
import { emulator, HOUR, MAYA, signals, type Tabs } from './books.js';

export const [DEV, CRO, CEO, VP_CS, PRODUCT] = [
  'dev@northlight.example',
  'cro@northlight.example',
  'ceo@northlight.example',
  'vpcs@northlight.example',
  'product@northlight.example',
];

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
