import { lagging, leading, type Template } from './template.js';

export const supportAsRetention: Template = {
  id: 'support-as-retention',
  name: 'Support as retention',
  about: 'When problems that come back drive customers away.',
  objectives: [
    {
      objective: 'Support is a reason to stay',
      keyResults: [
        leading('P1 and P2 resolution time', 'Resolution time', ['h', 11, 4]),
        lagging('CSAT after a ticket is closed', 'CSAT', ['points', 3.9, 4.6]),
        leading('Repeat tickets, same issue and account within 30 days', 'Support volume', ['%', 28, 8]),
      ],
      initiatives: ['Look for the cause of each repeat ticket', 'Page the right engineer for P1 at once'],
    },
  ],
};
