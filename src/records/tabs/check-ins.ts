import { defineTab, type RecordOf } from '../schema.js';

export const checkInsTab = defineTab({
  tab: 'Check-ins',
  row: "one week's entry for a key result; rows are only ever added",
  keeper: 'bellwether',
  columns: {
    when: { header: 'When', type: 'moment', required: true, note: 'When the entry was made' },
    week: { header: 'Week', type: 'day', required: true, note: 'The Monday of the week it is about' },
    keyResult: { header: 'Key result', type: 'text', required: true, note: 'The id of the key result' },
    value: { header: 'Value', type: 'number', note: 'The value that week' },
    confidence: { header: 'Confidence', type: 'number', note: 'How likely the target will be met, 0 to 10' },
    blocker: { header: 'Blocker', type: 'text', note: 'What stands in the way' },
    note: { header: 'Note', type: 'text', note: 'Anything else' },
    by: { header: 'By', type: 'email', note: 'Who made the entry' },
    entryId: { header: 'Entry id', type: 'text', note: 'One id an entry, so that a repeated save adds nothing' },
  },
});

export type CheckInRecord = RecordOf<typeof checkInsTab>;
