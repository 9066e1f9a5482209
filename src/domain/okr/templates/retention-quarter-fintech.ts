import { retentionQuarter } from './retention-quarter.js';

export const retentionQuarterFintech = retentionQuarter({
  id: 'fintech',
  team: 'fintech accounts',
  about: 'For a fintech account team: compliance and finance have to be won too',
  objective: 'Fintech customers rely on us for work that their auditors see',
  adoption: 'Fintech accounts that run a monthly close with us, as adoption',
  readiness: 'Fintech accounts with security answers on file 90 days ahead of renewal',
  expansion: 'Fintech accounts with a second department ready for expansion',
  initiatives: ['One folder of audit answers for each account'],
});
