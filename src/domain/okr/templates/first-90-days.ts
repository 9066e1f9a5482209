import { lagging, leading, type Template } from './template.js';

export const first90Days: Template = {
  id: 'first-90-days',
  name: 'The first 90 days',
  about: 'When churn traces back to a slow start.',
  objectives: [
    {
      objective: 'New customers have their first result before they have doubts',
      keyResults: [
        leading('90-day adoption of new accounts', 'Adoption', ['%', 41, 72]),
        leading('Median time to first value', 'TTFV', ['days', 18, 6]),
        lagging('Post-onboarding NPS', 'NPS', ['points', 38, 55]),
      ],
      initiatives: ['Agree the first result with each customer at handoff', 'Remove the slowest step of onboarding'],
    },
  ],
};
