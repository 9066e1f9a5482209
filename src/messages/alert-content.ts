import { functionKey } from '../watch/people.js';
import { breachTotals, breachWords } from '../watch/triggers/breach-totals.js';
import type { AlertMailInput, AlertToTell } from './alert-mail-input.js';
import { alertLine, alertSection } from './alert-section.js';
import { alertSubject } from './alert-subject.js';
import { alertNotes, alertSteps } from './alert-notes.js';
import { askWords, groupWords, headlineOf, isToAct, mixWords, titleOf } from './alert-words.js';
import { exposureWords } from './bend-words.js';
import { cellText, shorten } from './cell-text.js';
import { formatCount, formatDay } from './format.js';
import { askOf, capitalised, commonContent, type MailContent, type Section } from './mail-content.js';

const PREVIEW_LENGTH = 140;
const MOST_LINES = 200;

function askLine(input: AlertMailInput): string {
  const { alerts, today, level, stepHours } = input;
  const highest = alerts.find((alert) => alert.level === level) ?? alerts[0];
  if (!highest) return '';
  const isOne = alerts.length === 1;
  const by = `by ${formatDay(today + Math.ceil(stepHours / 24), today)}`;
  const subject = isOne ? titleOf(highest) : `each of these ${formatCount(alerts.length, 'alert')}`;
  const asks = new Set(alerts.map((alert) => askWords(alert, stepHours)));
  if (asks.size > 1) return askOf(input, `please look at ${subject} and do what it asks, ${by}`);
  const [ask = ''] = asks;
  const open = isOne ? `${subject} is` : alerts.every((alert) => alert.level > 1) ? 'these are' : 'some of these are';
  if (!isToAct(highest)) {
    return askOf(
      input,
      level === 1 ? `please ${ask.replace('of it', `of ${subject}`)} ${by}` : `${open} still open; please ${ask} ${by}`,
    );
  }
  if (level === 1) return askOf(input, `please ${ask.replace('a status', `a status for ${subject}`)}, ${by}`);
  return askOf(input, `${open} still open; please ${ask}, ${by}`);
}

function totalWords(alerts: readonly AlertToTell[], currency: string): string {
  const byAccount = new Map<string, number | null>();
  for (const { account, exposure } of alerts) {
    if (account === null) continue;
    const known = byAccount.get(account) ?? null;
    byAccount.set(account, exposure === null ? known : Math.max(exposure, known ?? exposure));
  }
  const known = [...byAccount.values()].flatMap((exposure) => (exposure === null ? [] : [exposure]));
  if (known.length === 0) return exposureWords(null, currency);
  const total = known.reduce((sum, exposure) => sum + exposure, 0);
  const unknown = byAccount.size - known.length;
  const remark = unknown === 0 ? 'in all' : `in all, unknown for ${formatCount(unknown, 'account')}`;
  return `${exposureWords(total, currency)} ${remark}`;
}

/** What the functions that owe the broken promises among alerts have broken in all. */
function breaches({ alerts, broken, currency }: AlertMailInput): string[] {
  const owing = new Set(
    alerts.flatMap(({ trigger, function: name }) => (trigger === 'Dependency breach' ? [functionKey(name)] : [])),
  );
  return breachTotals(broken.filter(({ function: name }) => owing.has(functionKey(name)))).flatMap((total) => {
    if (total.breaches < 2) return [];
    return [`${total.function === '' ? 'Promises' : cellText(total.function, 40)} ${breachWords(total, currency)}`];
  });
}

function answerWords(input: AlertMailInput): string {
  const { alerts, week, today, currency } = input;
  const [first] = alerts;
  if (!first) return '';
  const scanned = `in the week of ${formatDay(first.bent?.lateWeek ?? week, today)}`;
  if (alerts.length === 1) {
    const said = `${capitalised(headlineOf(first))}${first.bent ? ` ${scanned}` : ''}`;
    return [said, ...breaches(input)].map((sentence) => `${sentence}.`).join(' ');
  }
  const areBends = alerts.every(({ bent }) => bent);
  const kinds = new Set(alerts.map(({ trigger }) => trigger)).size;
  const group = areBends
    ? `${groupWords(alerts)} ${scanned}`
    : kinds > 1
      ? `${groupWords(alerts)}: ${mixWords(alerts)}`
      : groupWords(alerts);
  return [group, ...breaches(input), totalWords(alerts, currency)].map((sentence) => `${sentence}.`).join(' ');
}

function previewWords(input: AlertMailInput, [first]: readonly Section[]): string {
  if (!first) return '';
  const { bends = [], facts = [] } = first;
  const wrong =
    bends.length > 0
      ? bends
          .slice(0, 2)
          .map(({ indicator, change }) => `${indicator} ${change}`)
          .join(', ')
      : (first.headline ?? '');
  const words = `${wrong}; ${facts.slice(0, 2).join(', ')}`;
  const isOne = input.alerts.length === 1;
  return shorten(
    isOne ? words : `${totalWords(input.alerts, input.currency)}. ${first.title}: ${words}`,
    PREVIEW_LENGTH,
  );
}

function restSection(told: number, input: AlertMailInput): Section[] {
  const rest = input.alerts.slice(told);
  if (rest.length === 0) return [];
  const unlisted = rest.length - MOST_LINES;
  return [
    {
      title: 'The other alerts',
      facts: [`The first ${told} are told in full, the other ${rest.length} in one line each`],
      rows: rest.slice(0, MOST_LINES).map((alert) => alertLine(alert, input)),
      closing: unlisted > 0 ? [`And ${formatCount(unlisted, 'alert')} more, in the Alerts tab`] : [],
    },
  ];
}

/**
 * Puts a message about alerts into words.
 *
 * @param most alerts told in full, 1 or more; the rest gets one line each.
 */
export function alertContent(raw: AlertMailInput, most: number): MailContent {
  const input = { ...raw, currency: cellText(raw.currency, 5) };
  const { alerts, week, bendWeeks } = input;
  const isOnly = alerts.length === 1;
  const told = alerts.slice(0, most).map((alert) => alertSection(alert, input, isOnly));
  const [first] = told;
  return {
    ...commonContent(input),
    subject: alertSubject(alerts, week, bendWeeks),
    preview: previewWords(input, told),
    ask: askLine(input),
    answer: answerWords(input),
    ...(first?.link === undefined ? {} : { action: { words: 'Open the row of', name: first.title, link: first.link } }),
    sections: [...told, ...restSection(told.length, input)],
    steps: alertSteps(input),
    notes: alertNotes(input),
  };
}
