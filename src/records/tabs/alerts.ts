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
    subject: {
      header: 'Subject',
      type: 'text',
      note: 'What it is about; the indicators that have bent, where any did',
    },
    since: { header: 'Since', type: 'day', required: true, note: 'The first day of the condition' },
    whatHappened: { header: 'What happened', type: 'text', note: 'Everything that is wrong, with its numbers' },
    exposure: { header: 'Exposure', type: 'number', format: '#,##0', note: 'ARR at risk' },
    function: { header: 'Function', type: 'text', note: 'The function that owes the remedy' },
    priority: {
      header: 'Priority',
      type: 'number',
      format: '#,##0',
      note: 'Exposure x closeness of the renewal x number of things wrong; blank when the exposure is not known',
    },
    owner: { header: 'Owner', type: 'email', note: 'Whose account it is, and who is told' },
    level: {
      header: 'Level',
      type: 'number',
      format: '0',
      note: 'The step of the ladder whose messages were written: 1 owner, 2 peers, 3 executive; blank before the first',
    },
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
