import type { DecisionRecord } from '../records/tabs/decisions.js';
import { conditionKey } from './alert-key.js';
import type { WatchClock } from './clock.js';
import type { Decision } from './decision.js';
import { TRIGGERS } from './finding.js';
import { BY_HAND, isTelling, kindOfReason } from './reason.js';

/** When more subjects of one trigger than this change alike, one row without a subject stands for all of them. */
const MOST_ALIKE = 100;

/** What stands for every subject without a later row of its own. */
export const EVERYTHING = '';

const NEVER_TOLD = 'holds not';

/** A reason that was recorded, and when; `holds not` where none was. */
export interface Recorded {
  readonly reason: string;
  readonly when: number;
}

/** What was last recorded about a subject of a trigger. */
export type LastRecorded = (trigger: string, subject: string) => Recorded;

/**
 * What was last recorded, by condition: a row without a subject counts for every subject of its trigger recorded before.
 */
export function lastRecorded(rows: readonly DecisionRecord[]): LastRecorded {
  const own = new Map<string, Recorded & { readonly at: number }>();
  rows.forEach(({ trigger, subject, reason, when }, at) =>
    own.set(conditionKey(trigger, subject ?? EVERYTHING), { at, reason, when }),
  );
  return (trigger, subject) => {
    const general = own.get(conditionKey(trigger, EVERYTHING));
    const special = own.get(conditionKey(trigger, subject));
    const isGeneral = general !== undefined && (special === undefined || special.at < general.at);
    return (isGeneral ? general : special) ?? { reason: NEVER_TOLD, when: 0 };
  };
}

/** The reason that most decisions give. */
function mostCommon(decisions: readonly Decision[]): Decision | undefined {
  const counts = new Map<string, number>();
  for (const { reason } of decisions) counts.set(kindOfReason(reason), (counts.get(kindOfReason(reason)) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return decisions.find(({ reason }) => kindOfReason(reason) === most?.[0]);
}

/** Why its last message went out, for an alert that waits for the next: a run that was cut off may not have recorded it. */
function lastingReason({ reason, before, after }: Decision): string {
  const shown = (after ?? before)?.reason ?? '';
  return kindOfReason(reason) === 'told' && isTelling(shown) ? shown : reason;
}

/**
 * The rows that Decisions gets: one for each message and each reason that is another than the one recorded last, so that a
 * later question has an answer and an hour in which nothing changes writes nothing. What never held is not recorded, and what
 * had no data keeps that row until it holds.
 */
export function decisionRows(
  decisions: readonly Decision[],
  recorded: LastRecorded,
  { now, week }: Pick<WatchClock, 'now' | 'week'>,
): readonly DecisionRecord[] {
  const isNews = (decision: Decision, last = recorded(decision.trigger, decision.subject).reason): boolean => {
    const { action, tellings, key } = decision;
    // Once somebody closed it, what its numbers say is no news until they open it anew.
    if (last === BY_HAND && action === 'nothing') return false;
    const reason = lastingReason(decision);
    // Values come and go everywhere every week; where no alert waits for them, that they are back is no answer to anything.
    if (last === 'no data' && key === undefined && kindOfReason(reason) === NEVER_TOLD) return false;
    if (tellings.length > 0 || kindOfReason(reason) !== kindOfReason(last)) return true;
    return isTelling(reason) && isTelling(last) && reason !== last;
  };
  const rowOf = (decision: Decision): DecisionRecord => {
    const { trigger, subject, account } = decision;
    return { row: 0, when: now, week, account, trigger, subject, reason: lastingReason(decision) };
  };
  return TRIGGERS.flatMap((trigger) => {
    const own = decisions.filter((decision) => decision.trigger === trigger);
    const changed = own.filter((decision) => isNews(decision));
    const most = changed.length > MOST_ALIKE ? mostCommon(own) : undefined;
    const alike = changed.filter(({ reason }) => most && kindOfReason(reason) === kindOfReason(most.reason));
    if (!most || most.tellings.length > 0 || alike.length <= MOST_ALIKE) return changed.map(rowOf);
    const others = own.filter((decision) => isNews(decision, most.reason));
    return [{ ...rowOf(most), account: null, subject: EVERYTHING }, ...others.map(rowOf)];
  });
}
