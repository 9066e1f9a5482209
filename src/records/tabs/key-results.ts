import { defineTab, type RecordOf } from '../schema.js';

export const keyResultsTab = defineTab({
  tab: 'Key results',
  row: 'a key result',
  keeper: 'team',
  columns: {
    id: {
      header: 'Id',
      type: 'text',
      required: true,
      longest: 200,
      synonyms: ['kr', 'kr id', 'key result id'],
      note: 'A short name that stays, for example KR-3',
    },
    objective: { header: 'Objective', type: 'text', synonyms: ['objective id'], note: 'The objective it belongs to' },
    keyResult: {
      header: 'Key result',
      type: 'text',
      required: true,
      synonyms: ['description', 'title', 'metric', 'result'],
      note: 'The outcome, in one line',
    },
    kind: {
      header: 'Kind',
      type: 'choice',
      choices: ['leading', 'lagging'],
      synonyms: ['type', 'leading lagging'],
      note: 'leading moves before the outcome, lagging is the outcome',
    },
    indicator: {
      header: 'Indicator',
      type: 'text',
      synonyms: ['signal'],
      note: 'The weekly indicator it follows, if any',
    },
    unit: { header: 'Unit', type: 'text', synonyms: ['units', 'uom'], note: '%, days, $, accounts...' },
    baseline: { header: 'Baseline', type: 'number', synonyms: ['start value', 'from'], note: 'The value at the start' },
    target: { header: 'Target', type: 'number', synonyms: ['goal', 'target value', 'to'], note: 'The value to reach' },
    current: {
      header: 'Current',
      type: 'number',
      synonyms: ['current value', 'actual', 'value'],
      note: 'The latest value',
    },
    start: { header: 'Start', type: 'day', synonyms: ['start date', 'begins'], note: 'First day of the period' },
    due: {
      header: 'Due',
      type: 'day',
      synonyms: ['due date', 'deadline', 'end', 'end date'],
      note: 'Last day of the period',
    },
    owner: {
      header: 'Owner',
      type: 'email',
      synonyms: ['owner e mail', 'owner email', 'dri', 'responsible'],
      note: 'The e-mail address of the person who checks it in each week',
    },
    account: { header: 'Account', type: 'text', synonyms: ['customer'], note: 'The account it is about, if one' },
    segment: {
      header: 'Segment',
      type: 'text',
      synonyms: ['market segment'],
      note: 'The segment it is about, if one',
    },
    source: {
      header: 'Source',
      type: 'text',
      synonyms: ['source cell', 'cell'],
      note: 'A cell that feeds it, for example Scorecard!B4',
    },
    state: {
      header: 'State',
      type: 'text',
      synonyms: ['status'],
      note: 'active, paused, done or dropped; blank is active',
    },
  },
});

export type KeyResultRecord = RecordOf<typeof keyResultsTab>;
