import { retentionQuarter } from './retention-quarter.js';

export const retentionQuarterSubscription = retentionQuarter({
  id: 'subscription',
  team: 'subscription pod',
  about: 'For a pod of many small subscriptions, where habits count more than talks',
  objective: 'Subscribers keep us by habit and choose a bigger plan by themselves',
  adoption: 'Subscribers active in each of the last four weeks, as adoption',
  readiness: 'Subscribers due in 90 days with automatic renewal on and a valid card',
  expansion: 'Subscribers near their plan limit who see an expansion offer in time',
  initiatives: ['Ask for a new card before the old one runs out'],
});
