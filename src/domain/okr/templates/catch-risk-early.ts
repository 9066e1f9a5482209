import { lagging, leading, type Template } from './template.js';

export const catchRiskEarly: Template = {
  id: 'catch-risk-early',
  name: 'Catch risk early',
  about: 'When churn comes without a sign, or a sign is seen and nothing happens.',
  objectives: [
    {
      objective: 'No churn surprises us',
      keyResults: [
        lagging('Surprised churn, of all churn events', 'Surprised churn', ['%', 60, 15]),
        leading('Accounts over $5K ACV whose health is scored automatically', 'Health', ['%', null, 100]),
        leading('Days from a drop in health to the first intervention', 'Health', ['days', 14, 3]),
      ],
      initiatives: ['Map the weekly signals and switch the watch on', 'Agree who steps in when health drops'],
    },
  ],
};
