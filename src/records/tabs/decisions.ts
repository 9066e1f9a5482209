import { defineTab, type RecordOf } from '../schema.js';

export const decisionsTab = defineTab({
  tab: 'Decisions',
  row: 'one change of what the watch decided about something, and why; rows are only ever added',
  keeper: 'bellwether',
  columns: {
    when: { header: 'When', type: 'moment', required: true, note: 'When it was decided' },
    week: { header: 'Week', type: 'day', required: true, note: 'The first day of the week that was judged' },
    account: { header: 'Account', type: 'text', note: 'The account it is about' },
    trigger: { header: 'Trigger', type: 'text', required: true, note: 'Which of the triggers was judged' },
    subject: {
      header: 'Subject',
      type: 'text',
      note: 'What was judged; blank for everything of that trigger without a later row of its own',
    },
    reason: { header: 'Reason', type: 'text', required: true, note: 'Why a message went out, or why none did' },
  },
});

export type DecisionRecord = RecordOf<typeof decisionsTab>;
