import { lagging, leading, type Template } from './template.js';

export const vpScorecard: Template = {
  id: 'vp-scorecard',
  name: 'Scorecard of a VP Customer Success',
  about: 'Three objectives: risk known early, two motions kept apart, a clean handoff.',
  objectives: [
    {
      objective: 'Every at-risk account is known 90 days before its renewal',
      keyResults: [
        leading('Accounts reviewed each week by a named CSM', 'Weekly review', ['%', null, 100]),
        leading('Renewal forecast error at 90 days', 'Forecast error', ['%', null, 5]),
        lagging('Gross revenue retention', 'GRR', ['%', null, 92]),
      ],
      initiatives: ['Name a CSM for every account', 'Snapshot the forecast 90, 60 and 30 days ahead'],
    },
    {
      objective: 'Renewal and expansion are separate motions',
      keyResults: [
        leading('CSMs with separate scorecards for renewal and expansion', 'Separate scorecards', ['%', null, 100]),
        lagging('Expansion ARR a year, of starting ARR', 'Expansion', ['%', null, 18]),
        lagging('Net revenue retention, four quarters running', 'NRR', ['%', null, 110]),
      ],
      initiatives: ['Split the scorecard, the meeting and the review of the two'],
    },
    {
      objective: 'Within 7 days of close the customer is in good hands',
      keyResults: [
        leading('Handoffs complete with all five fields within 7 days', 'Handoff', ['%', null, 95]),
        leading('Handoffs signed by AE and CSM within 7 days', 'Handoff', ['%', null, 95]),
        leading('AEs whose scorecard counts handoff quality', 'Handoff quality', ['%', null, 100]),
      ],
      initiatives: ['Agree the five fields of a handoff with Sales'],
    },
  ],
};
