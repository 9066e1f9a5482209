import type { TabSchema } from '../records/schema.js';
import type { SettingName } from '../records/setting-schemas.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { signalsTab } from '../records/tabs/signals.js';
import { teamTab } from '../records/tabs/team.js';
import type { Records } from '../records/workbook.js';
import type { WatchClock } from './clock.js';
import type { Judged } from './decide.js';
import { TRIGGERS, type Judgements, type TriggerName } from './finding.js';
import { momentumFindings } from './momentum-findings.js';
import { reasonToWait } from './readiness.js';
import type { UnreadableTab } from './reports/digest.js';
import type { ScanSummary } from './scan-summary.js';
import { OTHER_TRIGGERS, type Trigger } from './triggers/index.js';

const ALL: Readonly<Record<TriggerName, Trigger>> = {
  ...OTHER_TRIGGERS,
  'Momentum decay': { judge: momentumFindings, tabs: [accountsTab, signalsTab, teamTab] },
};

/** The setting that switches each trigger on and off. */
export const TRIGGER_SETTINGS: Readonly<Record<TriggerName, SettingName>> = {
  'Missed cadence': 'missedCadence',
  'Velocity drop': 'velocityDrop',
  'Momentum decay': 'momentumDecay',
  'KPI drift': 'kpiDrift',
  'Owner absence': 'ownerAbsence',
  'Dependency breach': 'dependencyBreach',
};

/** Every tab that some trigger judges from. */
export const JUDGED_TABS: readonly TabSchema[] = [...new Set(Object.values(ALL).flatMap(({ tabs }) => tabs))];

/** A tab that cannot be relied on, and the triggers that say nothing until it is mended. */
export interface Blocked extends UnreadableTab {
  readonly triggers: readonly TriggerName[];
}

/** What the triggers say, and which of them can say nothing. */
export interface Judging {
  readonly judged: Judged;
  readonly blocked: readonly Blocked[];
}

/**
 * Lets every trigger judge that is switched on and whose tabs can be relied on; the others go on without it.
 *
 * @param last what the last scan saw; null before the first.
 */
export function judgeAll(records: Records, clock: WatchClock, last: ScanSummary | null): Judging {
  const blocked = new Map<string, Blocked>();
  const judged = new Map<TriggerName, Judgements | 'tab unreadable' | 'trigger off'>();
  for (const trigger of TRIGGERS) {
    const { judge, tabs } = ALL[trigger];
    const isOff = records.settings.values[TRIGGER_SETTINGS[trigger]] === 'off';
    const unreadable = isOff ? null : reasonToWait(records, tabs, last);
    if (unreadable) {
      const triggers = [...(blocked.get(unreadable.reason)?.triggers ?? []), trigger];
      blocked.set(unreadable.reason, { ...unreadable, triggers });
      judged.set(trigger, 'tab unreadable');
    } else {
      judged.set(trigger, isOff ? 'trigger off' : judge(records, clock));
    }
  }
  return { judged, blocked: [...blocked.values()] };
}
