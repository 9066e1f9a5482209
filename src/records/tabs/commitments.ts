import { defineTab, type RecordOf } from '../schema.js';

export const commitmentsTab = defineTab({
  tab: 'Commitments',
  row: 'a promise made to a customer',
  keeper: 'team',
  columns: {
    id: {
      header: 'Id',
      type: 'text',
      required: true,
      longest: 200,
      synonyms: ['commitment id'],
      note: 'A short name that stays, for example C101',
    },
    account: {
      header: 'Account',
      type: 'text',
      required: true,
      synonyms: ['customer', 'client'],
      note: 'The account it was promised to',
    },
    commitment: {
      header: 'Commitment',
      type: 'text',
      required: true,
      synonyms: ['promise', 'dependency', 'description'],
      note: 'What was promised, in one line',
    },
    function: {
      header: 'Function',
      type: 'text',
      synonyms: ['department', 'team', 'owed by'],
      note: 'Who owes it: Product, Engineering, Support, Sales...',
    },
    owner: {
      header: 'Owner',
      type: 'email',
      synonyms: ['owner e mail', 'owner email', 'responsible'],
      note: 'The e-mail address of the person who keeps it',
    },
    due: {
      header: 'Due',
      type: 'day',
      synonyms: ['due date', 'deadline', 'promised for'],
      note: 'The day by the end of which it is due',
    },
    doneOn: {
      header: 'Done on',
      type: 'day',
      synonyms: ['done', 'delivered on', 'completed on'],
      note: 'The day it was kept; blank while it is open',
    },
    arrExposed: {
      header: 'ARR exposed',
      type: 'number',
      least: 0,
      format: '#,##0',
      synonyms: ['exposure', 'arr at risk'],
      note: "The revenue that hangs on it; blank is the account's ARR",
    },
    keyResult: { header: 'Key result', type: 'text', synonyms: ['kr'], note: 'The id of the key result it serves' },
    source: { header: 'Source', type: 'text', note: 'Where it was promised: handoff, QBR, renewal call...' },
  },
});

export type CommitmentRecord = RecordOf<typeof commitmentsTab>;
