import { longDay, parseIsoDay, type Day } from '../domain/calendar/day.js';
import { inSentence } from './bend-words.js';
import type { AlertToTell } from './alert-mail-input.js';
import { groupWords, titleOf, TRIGGER_WORDS } from './alert-words.js';
import { cellText, shorten } from './cell-text.js';
import { formatShortList } from './format.js';

/** Clients show about 60 characters and cut what is far longer at a place of their own. */
const SUBJECT_LENGTH = 120;

/** The subject of any message: its own words behind the product's name. */
export function subjectOf(words: string): string {
  return shorten(`[Bellwether] ${words}`, SUBJECT_LENGTH);
}

/** The day in an alert's key, which stays the same for as long as the alert lives. */
function sinceOf({ key, since }: AlertToTell): Day {
  return parseIsoDay(key.slice(-10)) ?? since;
}

/** The indicators that bent when the alert opened: those that joined later would change its subject. */
function firstIndicators({ bent, indicators, openedOn }: AlertToTell, week: Day, bendWeeks: number): readonly string[] {
  const bends = bent?.bends ?? [];
  // The whole week before the alert opened; weeks begin on the weekday of the one judged.
  const judged = openedOn - 7 - ((((openedOn - week) % 7) + 7) % 7);
  const joined = new Set(
    bends.filter(({ since }) => since > judged - 7 * (bendWeeks - 1)).map(({ indicator }) => indicator),
  );
  const ordered = [...bends].sort(
    (one, other) => one.since - other.since || (one.indicator < other.indicator ? -1 : 1),
  );
  const known = indicators ?? ordered.map(({ indicator }) => indicator);
  const first = known.filter((indicator) => !joined.has(indicator));
  return first.length > 0 ? first : known;
}

/** What an alert is for as long as it lives: `usage and tickets bend`, `QBR missed`, `handoff late`. */
function lastingWords(alert: AlertToTell, week: Day, bendWeeks: number): string {
  const { trigger, account, subject } = alert;
  const { lasting } = TRIGGER_WORDS[trigger];
  if (trigger === 'Momentum decay') {
    const indicators = firstIndicators(alert, week, bendWeeks).map((name) => inSentence(cellText(name, 16)));
    return `: ${formatShortList(indicators, 2)} ${indicators.length === 1 ? lasting : 'bend'}`;
  }
  // Behind the account stands what of it: its QBR, its handoff with the day of the close.
  const rest = account !== null && subject.startsWith(`${account}: `) ? subject.slice(account.length + 2) : '';
  return rest === '' ? ` ${lasting}` : `: ${cellText(rest, 40)} ${lasting}`;
}

/**
 * The subject of a message about alerts. It holds nothing that changes while the alerts stay the same (no value, no level, no
 * date of sending), so that clients thread the messages of one alert.
 */
export function alertSubject(alerts: readonly AlertToTell[], week: Day, bendWeeks: number): string {
  const [first] = alerts;
  if (!first || alerts.length > 1) {
    const names = [...alerts]
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ account, subject }) => cellText(account ?? subject, 32));
    return subjectOf(`${groupWords(alerts)}: ${formatShortList([...new Set(names)], 2)}`);
  }
  // The weekday is left out: subjects are scanned, not read.
  const since = longDay(sinceOf(first)).split(' ').slice(1).join(' ');
  return subjectOf(`${shorten(titleOf(first), 48)}${lastingWords(first, week, bendWeeks)} since ${since}`);
}
