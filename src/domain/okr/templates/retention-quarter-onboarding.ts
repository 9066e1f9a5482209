import { retentionQuarter } from './retention-quarter.js';

export const retentionQuarterOnboarding = retentionQuarter({
  id: 'onboarding',
  team: 'enterprise onboarding',
  about: 'For an enterprise onboarding team: what it begins decides the renewal',
  objective: 'Enterprise customers are set to stay and grow from their first weeks on',
  adoption: 'New enterprise accounts at first value within 30 days',
  readiness: 'New enterprise accounts with an executive sponsor and agreed success criteria',
  expansion: 'New enterprise accounts with an expansion potential agreed at handoff',
  initiatives: ['A week-1 plan that the customer signs'],
});
