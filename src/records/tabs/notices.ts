import { defineTab, type RecordOf } from '../schema.js';

const NOTICE_STATES = ['due', 'sending', 'sent', 'dropped'] as const;

export const noticesTab = defineTab({
  tab: 'Notices',
  row: 'one message sent or due',
  keeper: 'bellwether',
  columns: {
    id: { header: 'Id', type: 'text', required: true, note: 'One id a message, kept when it is sent again' },
    alerts: {
      header: 'Alerts',
      type: 'text',
      required: true,
      note: 'What it tells of, one key a line, each with its step',
    },
    recipient: { header: 'Recipient', type: 'email', required: true, note: 'Whom it goes to' },
    level: {
      header: 'Level',
      type: 'number',
      format: '0',
      required: true,
      note: 'The highest step of the ladder, 1 to 5; 0 for a digest',
    },
    due: { header: 'Due', type: 'moment', required: true, note: 'When it became due' },
    bodyHash: { header: 'Body hash', type: 'text', note: 'Fingerprint of the text, to compare two messages' },
    state: {
      header: 'State',
      type: 'choice',
      choices: NOTICE_STATES,
      required: true,
      note: 'due, sending, sent, or dropped when there was nothing left to tell',
    },
    leaseUntil: { header: 'Lease until', type: 'moment', note: 'Until when a run that is sending it may take' },
    sent: { header: 'Sent', type: 'moment', note: 'When the mail service took it' },
    attempts: { header: 'Attempts', type: 'number', format: '0', note: 'How often it was tried' },
    error: { header: 'Error', type: 'text', note: 'Why the last try failed' },
  },
});

export type NoticeRecord = RecordOf<typeof noticesTab>;
