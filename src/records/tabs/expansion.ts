import { defineTab, type RecordOf } from '../schema.js';

export const expansionTab = defineTab({
  tab: 'Expansion',
  row: 'an expansion event',
  keeper: 'team',
  columns: {
    id: { header: 'Id', type: 'text', required: true, longest: 200, note: 'A short name that stays' },
    account: {
      header: 'Account',
      type: 'text',
      required: true,
      synonyms: ['customer', 'client'],
      note: 'The account that could grow',
    },
    event: {
      header: 'Event',
      type: 'text',
      synonyms: ['signal', 'opportunity'],
      note: 'What showed it: seats near the limit, a new department, a new sponsor...',
    },
    seen: {
      header: 'Seen',
      type: 'day',
      required: true,
      synonyms: ['seen on', 'created', 'date'],
      note: 'When it showed',
    },
    motion: { header: 'Motion', type: 'text', synonyms: ['play'], note: 'What is done about it' },
    owner: { header: 'Owner', type: 'email', synonyms: ['owner e mail', 'owner email'], note: 'Who follows it up' },
    followedUpOn: {
      header: 'Followed up on',
      type: 'day',
      synonyms: ['last moved', 'last activity', 'followed up'],
      note: 'The last day on which it moved',
    },
    amount: {
      header: 'Amount',
      type: 'number',
      format: '#,##0',
      synonyms: ['arr', 'value'],
      note: 'The annual revenue it could bring, or brought',
    },
    stage: {
      header: 'Stage',
      type: 'text',
      synonyms: ['status', 'state'],
      note: 'In your own words; won, lost or closed end it',
    },
    credit: { header: 'Credit', type: 'text', note: 'How the success is shared with Sales' },
  },
});

export type ExpansionRecord = RecordOf<typeof expansionTab>;
