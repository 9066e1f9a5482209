import { defineTab, type RecordOf } from '../schema.js';

export const objectivesTab = defineTab({
  tab: 'Objectives',
  row: 'an objective',
  keeper: 'team',
  columns: {
    id: {
      header: 'Id',
      type: 'text',
      required: true,
      longest: 200,
      synonyms: ['objective id', 'okr id'],
      note: 'A short name that stays, for example O1',
    },
    quarter: { header: 'Quarter', type: 'text', synonyms: ['period', 'cycle'], note: 'For example 2026-Q4' },
    objective: {
      header: 'Objective',
      type: 'text',
      required: true,
      synonyms: ['goal', 'title', 'description'],
      note: 'What will be true at the end of the quarter, in one line',
    },
    owner: {
      header: 'Owner',
      type: 'email',
      synonyms: ['owner e mail', 'owner email', 'responsible'],
      note: 'The e-mail address of the person who answers for it',
    },
    parent: {
      header: 'Parent',
      type: 'text',
      synonyms: ['parent objective', 'cascades from', 'supports'],
      note: 'The id of the objective, or of the key result, that it serves',
    },
    state: { header: 'State', type: 'text', synonyms: ['status'], note: 'active, done or dropped; blank is active' },
  },
});

export type ObjectiveRecord = RecordOf<typeof objectivesTab>;
