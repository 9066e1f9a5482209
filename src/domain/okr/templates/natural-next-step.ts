import { lagging, leading, type Template } from './template.js';

export const naturalNextStep: Template = {
  id: 'natural-next-step',
  name: 'Expansion as the natural next step',
  about: 'When customers use a part of what there is: adoption first, growth after it.',
  objectives: [
    {
      objective: 'Using more is the natural next step for a customer who got value',
      keyResults: [
        leading('Accounts with three or more features in use', 'Adoption', ['%', 28, 58]),
        leading('Expansion events followed up within 5 business days', 'Expansion', ['%', null, 90]),
        lagging('CS-sourced expansion pipeline', 'Pipeline', ['$', 0, 220_000]),
      ],
      initiatives: ['Find the feature that goes with each account’s goal', 'List what counts as an expansion event'],
    },
  ],
};
