import { defineTab, type RecordOf } from '../schema.js';

export const renewalsTab = defineTab({
  tab: 'Renewals',
  row: 'a renewal',
  keeper: 'team',
  columns: {
    account: {
      header: 'Account',
      type: 'text',
      required: true,
      synonyms: ['customer', 'client'],
      note: 'The account that renews',
    },
    renewal: {
      header: 'Renewal',
      type: 'day',
      required: true,
      synonyms: ['renewal date', 'renews on', 'contract end'],
      note: 'The day it renews or ends',
    },
    arrDue: {
      header: 'ARR due',
      type: 'number',
      least: 0,
      format: '#,##0',
      synonyms: ['arr', 'amount due', 'amount'],
      note: 'The annual revenue up for renewal',
    },
    opened: {
      header: 'Opened',
      type: 'day',
      synonyms: ['opened on', 'created', 'start'],
      note: 'The day the renewal talks began',
    },
    plannedDays: {
      header: 'Planned days',
      type: 'number',
      least: 0,
      synonyms: ['plan days', 'planned cycle'],
      note: 'How many days the renewal was planned to take, if planned',
    },
    stage: {
      header: 'Stage',
      type: 'text',
      synonyms: ['status', 'state'],
      note: 'In your own words; won, lost, renewed, closed or churned end it',
    },
    likelihood: {
      header: 'Likelihood',
      type: 'number',
      synonyms: ['probability', 'confidence'],
      note: 'How likely it renews, 0 to 1',
    },
    actual: {
      header: 'Actual',
      type: 'number',
      format: '#,##0',
      synonyms: ['renewed amount', 'actual arr'],
      note: 'The annual revenue that renewed; blank while it is open',
    },
  },
});

export type RenewalRecord = RecordOf<typeof renewalsTab>;
