import { defineTab, type RecordOf } from '../schema.js';

const ALERT_STATES = ['open', 'acknowledged', 'snoozed', 'resolved'] as const;

export const alertsTab = defineTab({
  tab: 'Alerts',
  row: 'an alert and its state',
  keeper: 'bellwether',
  columns: {
    key: { header: 'Key', type: 'text', required: true, note: 'Trigger, subject and first day of the episode' },
    trigger: { header: 'Trigger', type: 'text', required: true, note: 'Which of the triggers fired' },
    account: { header: 'Account', type: 'text', note: 'The account it is about' },
    subject: { header: 'Subject', type: 'text', note: 'The indicators that it has been about' },
    since: { header: 'Since', type: 'day', required: true, note: 'The first day of the condition' },
    whatHappened: { header: 'What happened', type: 'text', note: 'Every indicator that bent, with its numbers' },
    exposure: { header: 'Exposure', type: 'number', format: '#,##0', note: 'ARR at risk' },
    owner: { header: 'Owner', type: 'email', note: 'Whose account it is, and who is told' },
    level: { header: 'Level', type: 'number', format: '0', note: 'How far up the ladder it is: 1 to 5' },
    nextStepAt: { header: 'Next step at', type: 'moment', note: 'When it climbs if nobody acts' },
    state: { header: 'State', type: 'choice', choices: ALERT_STATES, required: true, note: 'Where it stands' },
    by: { header: 'By', type: 'email', note: 'Who acknowledged, snoozed or resolved it' },
    stateSince: { header: 'State since', type: 'moment', note: 'When it was acknowledged or snoozed' },
    snoozedUntil: { header: 'Snoozed until', type: 'day', note: 'The day on which it opens again if it still holds' },
    clearSince: {
      header: 'Clear since',
      type: 'moment',
      note: 'Since when the condition has not held; a week resolves it',
    },
    reason: { header: 'Reason', type: 'text', note: 'Why it is in this state' },
    opened: { header: 'Opened', type: 'moment', required: true, note: 'When it was first seen' },
    resolved: { header: 'Resolved', type: 'moment', note: 'When it was resolved' },
  },
});

export type AlertRecord = RecordOf<typeof alertsTab>;
