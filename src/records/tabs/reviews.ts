import { defineTab, type RecordOf } from '../schema.js';

export const reviewsTab = defineTab({
  tab: 'Reviews',
  row: 'one weekly review of an account; rows are only ever added',
  keeper: 'bellwether',
  columns: {
    when: { header: 'When', type: 'moment', required: true, note: 'When the entry was made' },
    week: { header: 'Week', type: 'day', required: true, note: 'The first day of the week it is about' },
    account: { header: 'Account', type: 'text', required: true, note: 'The account that was reviewed' },
    by: { header: 'By', type: 'email', note: 'Who reviewed it' },
    outcome: { header: 'Outcome', type: 'text', note: 'What was found or agreed' },
  },
});

export type ReviewRecord = RecordOf<typeof reviewsTab>;
