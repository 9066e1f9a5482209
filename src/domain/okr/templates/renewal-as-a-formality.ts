import { lagging, leading, type Template } from './template.js';

export const renewalAsAFormality: Template = {
  id: 'renewal-as-a-formality',
  name: 'Renewal as a formality',
  about: 'When customers leave at renewal and nobody saw it coming.',
  objectives: [
    {
      objective: 'Renewal is a formality, because the value was settled long before',
      keyResults: [
        lagging('Gross churn, annualised', 'Gross churn', ['%', 8.2, 3]),
        leading('Mean health of at-risk accounts (below 50) after 60 days', 'Health', ['points', 38, 62]),
        leading('Accounts over $20K ACV in a renewal talk 90 days ahead', 'Renewal engagement', ['%', 41, 85]),
      ],
      initiatives: ['Renewal calendar with a first talk 90 days ahead', 'A recovery plan for each account below 50'],
    },
  ],
};
