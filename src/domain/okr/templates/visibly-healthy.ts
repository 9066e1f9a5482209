import { leading, type Template } from './template.js';

export const visiblyHealthy: Template = {
  id: 'visibly-healthy',
  name: 'Every account visibly healthy',
  about: 'When health is known for half of the accounts.',
  objectives: [
    {
      objective: 'How every account is doing can be seen by everybody',
      keyResults: [
        leading('Completeness of the health score', 'Health', ['%', 52, 95]),
        leading('Accounts with health unknown', 'Health', ['%', 48, 5]),
        leading('Hours of hand work in the weekly health digest', 'Health', ['h', null, 0]),
      ],
      initiatives: ['Bring usage, tickets and invoices into the book', 'Retire the hand-made weekly report'],
    },
  ],
};
