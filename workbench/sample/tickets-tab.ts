import type { BookSheet } from '../book.js';
import { dateCell, table, tabColors } from './cells.js';
import { weeks } from './days.js';
import { random } from './random.js';
import type { Readings } from './signal-tabs.js';

/** The help desk's export reaches this far back. */
const WEEKS_EXPORTED = 6;

/** One row a support ticket, as a help desk exports them; counted by week they are the support volume of Signals. */
export function ticketsTab(readings: Readings): BookSheet {
  const tickets = [...readings].flatMap(([{ name }, ofAccount]) => {
    const chance = random(`tickets ${name}`);
    return weeks.slice(-WEEKS_EXPORTED).flatMap((week, index) => {
      const reading = ofAccount.at(index - WEEKS_EXPORTED);
      return Array.from({ length: reading?.volume ?? 0 }, () => {
        const isAnswered = chance.chance(0.45);
        const score = Math.min(5, Math.max(1, Math.round((reading?.sentiment ?? 4) + 0.8 * chance.noise())));
        return {
          account: name,
          opened: week + chance.int(0, 4),
          priority: chance.pick(['P3', 'P3', 'P2', 'P2', 'P1']),
          score: isAnswered ? score : null,
        };
      });
    });
  });
  return table(
    'Tickets',
    tabColors.customers,
    [
      ['Account', 190],
      ['Opened', 90],
      ['Priority', 80],
      ['CSAT', 60],
    ],
    tickets
      .sort((one, other) => one.opened - other.opened)
      .map(({ account, opened, priority, score }) => [account, dateCell(opened), priority, score]),
  );
}
