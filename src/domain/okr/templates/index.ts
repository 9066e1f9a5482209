import { catchRiskEarly } from './catch-risk-early.js';
import { expansionAsAMotion } from './expansion-as-a-motion.js';
import { first90Days } from './first-90-days.js';
import { naturalNextStep } from './natural-next-step.js';
import { renewalAsAFormality } from './renewal-as-a-formality.js';
import { retentionQuarterFintech } from './retention-quarter-fintech.js';
import { retentionQuarterMidMarket } from './retention-quarter-mid-market.js';
import { retentionQuarterOnboarding } from './retention-quarter-onboarding.js';
import { retentionQuarterSubscription } from './retention-quarter-subscription.js';
import { supportAsRetention } from './support-as-retention.js';
import type { Template } from './template.js';
import { visiblyHealthy } from './visibly-healthy.js';
import { vpScorecard } from './vp-scorecard.js';

/** The templates, in the order in which they are offered. */
export const templates: readonly Template[] = [
  renewalAsAFormality,
  catchRiskEarly,
  expansionAsAMotion,
  naturalNextStep,
  visiblyHealthy,
  first90Days,
  supportAsRetention,
  retentionQuarterMidMarket,
  retentionQuarterOnboarding,
  retentionQuarterSubscription,
  retentionQuarterFintech,
  vpScorecard,
];
