import { defineTab } from '../schema.js';

export const problemsTab = defineTab({
  tab: 'Problems',
  row: 'an input row that could not be used; the tab is written anew by each scan',
  keeper: 'bellwether',
  columns: {
    tab: { header: 'Tab', type: 'text', required: true, note: 'The tab with the problem' },
    row: { header: 'Row', type: 'number', format: '0', note: 'Its row; blank for the tab as a whole' },
    column: { header: 'Column', type: 'text', note: 'Its column' },
    problem: { header: 'Problem', type: 'text', required: true, note: 'What is wrong and what to do' },
    value: { header: 'Value', type: 'text', note: 'What the cell holds' },
    link: { header: 'Link', type: 'text', note: 'Opens the cell' },
  },
});
