import type { Records } from '../../records/workbook.js';
import type { TabSchema } from '../../records/schema.js';
import { accountsTab } from '../../records/tabs/accounts.js';
import { checkInsTab } from '../../records/tabs/check-ins.js';
import { commitmentsTab } from '../../records/tabs/commitments.js';
import { expansionTab } from '../../records/tabs/expansion.js';
import { handoffsTab } from '../../records/tabs/handoffs.js';
import { keyResultsTab } from '../../records/tabs/key-results.js';
import { renewalsTab } from '../../records/tabs/renewals.js';
import { revenueTab } from '../../records/tabs/revenue.js';
import { reviewsTab } from '../../records/tabs/reviews.js';
import { teamTab } from '../../records/tabs/team.js';
import type { WatchClock } from '../clock.js';
import type { Judgements, TriggerName } from '../finding.js';
import { dependencyBreach } from './dependency-breach.js';
import { kpiDrift } from './kpi-drift.js';
import { missedCadence } from './missed-cadence.js';
import { ownerAbsence } from './owner-absence.js';
import { velocityDrop } from './velocity-drop.js';

/** A trigger: what it says of each of its subjects. One that is switched off has none. */
export interface Trigger {
  readonly judge: (records: Records, clock: WatchClock) => Judgements;
  /** The tabs that it judges from: while one of them cannot be read, it knows nothing. */
  readonly tabs: readonly TabSchema[];
}

/** The triggers beside momentum decay. */
export const OTHER_TRIGGERS: Readonly<Record<Exclude<TriggerName, 'Momentum decay'>, Trigger>> = {
  'Missed cadence': { judge: missedCadence, tabs: [accountsTab, reviewsTab, keyResultsTab, checkInsTab, teamTab] },
  'Velocity drop': { judge: velocityDrop, tabs: [accountsTab, renewalsTab, expansionTab, teamTab] },
  'KPI drift': { judge: kpiDrift, tabs: [accountsTab, revenueTab, teamTab] },
  'Owner absence': { judge: ownerAbsence, tabs: [accountsTab, teamTab] },
  'Dependency breach': { judge: dependencyBreach, tabs: [accountsTab, commitmentsTab, handoffsTab, teamTab] },
};
