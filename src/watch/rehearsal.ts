import type { Day } from '../domain/calendar/day.js';
import { instantFinder } from '../domain/calendar/zone.js';
import { isZone } from '../records/settings.js';
import type { AlertRecord } from '../records/tabs/alerts.js';
import type { NoticeRecord } from '../records/tabs/notices.js';
import type { Records } from '../records/workbook.js';
import { watchClock, type WatchClock } from './clock.js';
import type { Judged } from './decide.js';
import { TRIGGERS, type TriggerName } from './finding.js';
import { judgeAll, TRIGGER_SETTINGS } from './judge.js';
import { recordsAt } from './rehearsal-records.js';
import { watchOnce } from './watch-once.js';

/** What the watch would have done, with nobody answering it. */
export interface Rehearsed {
  /** The first days of the weeks in which messages could go out, oldest first: each begins after one that was judged. */
  readonly weeks: readonly Day[];
  readonly alerts: readonly AlertRecord[];
  readonly notices: readonly NoticeRecord[];
  /** Triggers that could judge nothing, since a tab of theirs cannot be relied on. */
  readonly blocked: readonly TriggerName[];
}

/** The same records with every trigger on and nothing told yet: a rehearsal is for what is not on, too. */
function asAtFirst(records: Records): Records {
  const allOn = Object.fromEntries(Object.values(TRIGGER_SETTINGS).map((name) => [name, 'on']));
  const settings = { ...records.settings, values: { ...records.settings.values, ...allOn } };
  return { ...records, settings, alerts: [], notices: [], decisions: [] };
}

/**
 * The moments of a day at which anything can become due: the scan, the digest, and when work begins for anybody; steps that
 * fall between them are added as they come.
 */
function momentsOf({ settings, team }: Records, teamZone: string): (day: Day) => readonly number[] {
  const { scanHour, digestHour, workStart } = settings.values;
  const atTeam = instantFinder(teamZone);
  const zones = new Set(team.flatMap(({ timeZone }) => (timeZone !== null && isZone(timeZone) ? [timeZone] : [])));
  const others = [...zones].filter((zone) => zone !== teamZone).map(instantFinder);
  return (day) => [
    ...new Set([
      ...[scanHour, digestHour, workStart].map((hour) => atTeam(day, hour)),
      ...others.map((instantOf) => instantOf(day, workStart)),
    ]),
  ];
}

/** Marks every message as having gone out when it was due. */
const sentAtOnce = (notices: readonly NoticeRecord[]): readonly NoticeRecord[] => {
  return notices.map((notice) => (notice.state === 'due' ? { ...notice, state: 'sent', sent: notice.due } : notice));
};

/** Keeps what the triggers say for as long as the day and the week that they judge stay the same. */
function judging(records: Records): (clock: WatchClock, alerts: readonly AlertRecord[]) => Judged {
  let last: { readonly today: Day; readonly week: Day; readonly judged: Judged } | null = null;
  return (clock, alerts) => {
    const { today, week } = clock;
    if (last?.today === today && last.week === week) return last.judged;
    const { judged } = judgeAll({ ...recordsAt(records, clock), alerts }, clock, null);
    last = { today, week, judged };
    return judged;
  };
}

/**
 * Replays past weeks through the code that decides each hour: the same triggers, ladder and messages, with every message going
 * out when due and nobody acknowledging anything. It steps from moment to moment at which something can be due, and knows at
 * each only what had a day by then.
 *
 * @param weekCount how many weeks, up to the one that a scan would judge now.
 */
export function rehearse(all: Records, teamZone: string, now: number, weekCount: number): Rehearsed {
  const records = asAtFirst(all);
  const clockAt = watchClock(teamZone, records.settings.values);
  const { week: lastWeek, today: lastDay } = clockAt(now);
  const firstWeek = lastWeek - 7 * (weekCount - 1);
  const momentsOn = momentsOf(records, teamZone);
  const judge = judging(records);
  let { alerts, notices } = records;
  let judgedWeek: Day | null = null;
  let watchingSince: number | null = null;
  for (let day = firstWeek + 7; day <= lastDay; day++) {
    const due = alerts.flatMap(({ nextStepAt, state }) =>
      state === 'open' && nextStepAt !== null ? [nextStepAt] : [],
    );
    const dueToday = due.filter((at) => clockAt(at).today === day);
    for (const at of [...new Set([...momentsOn(day), ...dueToday])].sort((one, other) => one - other)) {
      const clock = clockAt(at);
      if (at > now || clock.week < firstWeek) continue;
      watchingSince ??= at;
      const outcome = watchOnce({ ...recordsAt(records, clock), alerts, notices }, judge(clock, alerts), {
        ...{ clock, teamZone, watchingSince, isAgain: judgedWeek === clock.week },
        describe: () => '',
      });
      judgedWeek = clock.week;
      ({ alerts } = outcome.after);
      notices = sentAtOnce(outcome.after.notices);
    }
  }
  const { judged } = judgeAll(records, clockAt(now), null);
  return {
    weeks: Array.from({ length: Math.ceil((lastDay - firstWeek - 6) / 7) }, (_, at) => firstWeek + 7 * (at + 1)),
    alerts,
    notices,
    blocked: TRIGGERS.filter((trigger) => judged.get(trigger) === 'tab unreadable'),
  };
}
