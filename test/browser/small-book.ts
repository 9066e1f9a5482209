import type { Book } from '../../workbench/book.js';

/** A book that opens at once, for what the page does with any book: one formula, a watch to switch on, and people to be. */
export const SMALL_BOOK: Book = {
  name: 'Small',
  timeZone: 'America/New_York',
  locale: 'en_US',
  sheets: [
    {
      name: 'Dashboard',
      rows: [
        ['Retention', 'Now'],
        ['NRR', { formula: '=NRR(Accounts!B2:B, Accounts!C2:C)' }],
      ],
    },
    {
      name: 'Accounts',
      rows: [
        ['Account', 'Opening', 'Closing'],
        ['Acme', 100, 150],
        ['Bolt', 100, null],
      ],
    },
    { name: 'Signals', rows: [['Week', 'Account', 'Usage']] },
    {
      name: 'Team',
      rows: [
        ['Name', 'E-mail'],
        ['Maya Chen', 'maya.chen@northlight.example'],
        ['Jonas Weber', 'jonas.weber@northlight.example'],
      ],
    },
  ],
};
