import { defineTab, type RecordOf } from '../schema.js';

export const teamTab = defineTab({
  tab: 'Team',
  row: 'a person',
  keeper: 'team',
  columns: {
    name: { header: 'Name', type: 'text', required: true, synonyms: ['person', 'full name'], note: 'Their name' },
    email: {
      header: 'E-mail',
      type: 'email',
      required: true,
      synonyms: ['email', 'mail', 'address', 'e mail address', 'email address'],
      note: 'The address their messages go to',
    },
    role: { header: 'Role', type: 'text', synonyms: ['title', 'job title', 'position'], note: 'CSM, VP CS, CRO...' },
    manager: {
      header: 'Manager',
      type: 'email',
      synonyms: ['manager e mail', 'manager email', 'reports to'],
      note: "Their manager's e-mail address",
    },
    function: {
      header: 'Function',
      type: 'text',
      synonyms: ['department', 'team'],
      note: 'CS, Sales, Product, Engineering, Support...',
    },
    workingDays: { header: 'Working days', type: 'text', note: 'For example Mon-Fri' },
    timeZone: { header: 'Time zone', type: 'text', synonyms: ['timezone', 'zone'], note: 'For example Europe/Berlin' },
  },
});

export type TeamRecord = RecordOf<typeof teamTab>;
