import { retentionQuarter } from './retention-quarter.js';

export const retentionQuarterMidMarket = retentionQuarter({
  id: 'mid-market',
  team: 'mid-market SaaS',
  about: 'For the leader of a mid-market team',
  objective: 'Mid-market customers stay because they use us, and grow because they stay',
  adoption: 'Mid-market accounts with three or more features in use',
  readiness: 'Mid-market accounts in a renewal talk 90 days ahead',
  expansion: 'Expansion events at mid-market accounts followed up within 5 business days',
  initiatives: ['A weekly look at renewals 90 days out'],
});
