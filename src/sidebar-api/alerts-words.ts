import { wallClock } from '../domain/calendar/zone.js';
import type { AlertRecord } from '../records/tabs/alerts.js';
import type { NoticeRecord } from '../records/tabs/notices.js';
import type { SettingValues } from '../records/setting-schemas.js';
import { readLines } from '../watch/alert-key.js';
import type { WatchClock } from '../watch/clock.js';
import { DAY_MS, isResolved } from '../watch/lifecycle.js';
import { amountWords, dayWriter } from '../watch/triggers/words.js';
import { BY_HAND, isEnding, isTelling } from '../watch/reason.js';
import { reasonWords } from './reason-words.js';
import { shownMoment } from './show.js';

/** The newest of them; older ones are in Decisions. */
const MOST_EVENTS = 20;

/** Who is told at each step of the ladder. */
const STEPS = [
  'nobody was told yet',
  'its owner was told',
  'its owner and the peers were told',
  'the executive was told',
];

/** A message that told of an alert. */
export interface Mail {
  readonly at: number;
  readonly recipient: string;
  readonly level: number;
}

/** The messages that went out, by the key of the alert. */
export function mailsByKey(notices: readonly NoticeRecord[]): ReadonlyMap<string, readonly Mail[]> {
  const mails = new Map<string, Mail[]>();
  for (const { alerts, recipient, sent } of notices) {
    if (sent === null) continue;
    for (const { key, level, isDropped } of readLines(alerts)) {
      if (isDropped) continue;
      const own = mails.get(key) ?? [];
      own.push({ at: sent, recipient, level });
      mails.set(key, own);
    }
  }
  return mails;
}

/** Something that the watch decided about its condition. */
interface Decided {
  readonly when: number;
  readonly reason: string;
}

/** The sentences in which the sidebar tells of alerts. */
export interface AlertWords {
  moment(at: number): string;
  about(alert: AlertRecord): string;
  standing(alert: AlertRecord): readonly string[];
  /** What happened to it, oldest first: opened, messages that went out, what was decided else, states. */
  history(alert: AlertRecord, mails: readonly Mail[], decided: readonly Decided[]): readonly string[];
}

/** @param zone the team's. */
export function alertWords(clock: WatchClock, zone: string, { currency, stepHours }: SettingValues): AlertWords {
  const clockIn = wallClock(zone);
  const day = dayWriter(clock.today);
  const moment = (at: number): string => shownMoment(clockIn(at), clock.today);
  const because = (reason: string | null): string => (reason === null ? '' : `: ${reason}`);

  /** Where it stands by a person's or the watch's word, and what follows from that. */
  const stateWords = (alert: AlertRecord): string => {
    const { state, by, stateSince, snoozedUntil, clearSince, resolved, reason, nextStepAt } = alert;
    const who = by === null ? '' : ` by ${by}`;
    if (isResolved(alert)) return `Resolved${resolved === null ? '' : ` ${moment(resolved)}`}${who}${because(reason)}`;
    if (state === 'acknowledged') {
      const until = stateSince === null ? 'for a week' : `until ${moment(stateSince + 7 * DAY_MS)}`;
      return `Acknowledged${who}${reason === state ? '' : because(reason)}; nobody else is told ${until}`;
    }
    if (state === 'snoozed') {
      const until = snoozedUntil === null ? '' : ` until ${day(snoozedUntil)}`;
      return `Snoozed${who}${until}${because(reason)}; then it opens again if it still holds`;
    }
    if (clearSince !== null) return `It has not held since ${moment(clearSince)}; after a week it is resolved`;
    if (nextStepAt === null) return alert.level === null ? `Waiting${because(reason)}` : 'No further step follows';
    return `If nobody acts, the next step is taken ${moment(nextStepAt)}, ${String(stepHours)} hours after the last`;
  };

  return {
    moment,
    about: ({ trigger, since, subject, account, state, exposure }) => {
      const own = subject !== null && account !== null ? subject.replace(`${account}: `, '') : subject;
      const what = own === null || own === account ? '' : `: ${own}`;
      const risk = exposure === null ? '' : `; ${amountWords(exposure, currency)} at risk`;
      return `${trigger} since ${day(since)}${what}${risk}${state === 'open' ? '' : `; ${state}`}`;
    },
    standing: (alert) => {
      const { exposure, priority, owner, level } = alert;
      const urgent = priority === null ? '' : `; priority ${amountWords(priority, '')}`;
      return [
        exposure === null ? 'ARR at risk is not known' : `ARR at risk ${amountWords(exposure, currency)}${urgent}`,
        owner === null ? 'Nobody owns it' : `Owner: ${owner}`,
        `Step ${String(level ?? 0)} of the ladder: ${STEPS[level ?? 0] ?? 'the executives were told'}`,
        stateWords(alert),
      ];
    },
    history: (alert, mails, decided) => {
      const { opened, stateSince, state, by, resolved, reason } = alert;
      const who = by === null ? '' : ` by ${by}`;
      const events = [
        { at: opened, what: 'opened' },
        ...mails.map(({ at, recipient, level }) => ({ at, what: `step ${String(level)} told to ${recipient}` })),
        // Messages and what is over are told of by the other lines, with who and why.
        ...decided
          .filter(({ when, reason: why }) => when >= opened && !isTelling(why) && !isEnding(why) && why !== BY_HAND)
          .map(({ when, reason: why }) => ({ at: when, what: reasonWords(why) })),
        ...(stateSince === null ? [] : [{ at: stateSince, what: `${state}${who}` }]),
        ...(resolved === null ? [] : [{ at: resolved, what: `resolved${who}${because(reason)}` }]),
      ];
      return events
        .filter(({ at }) => resolved === null || at <= resolved)
        .sort((one, other) => one.at - other.at)
        .slice(-MOST_EVENTS)
        .map(({ at, what }) => `${moment(at)}: ${what}`);
    },
  };
}
