import type { Day } from '../domain/calendar/day.js';
import type { AlertMailInput, AlertToTell } from './alert-mail-input.js';
import { askWords, headlineOf, isToAct, titleOf } from './alert-words.js';
import { bendWords, exposureWords, INDICATOR_LENGTH, renewalDistance, renewalWords } from './bend-words.js';
import { cellText } from './cell-text.js';
import { formatDay, formatNumber, formatShortList } from './format.js';
import type { LinkedLine, Section } from './mail-content.js';

/** More indicators than this in one account are named instead of told, and more facts are left out. */
const MOST_TOLD = 12;

/** A fact may quote a cell. */
const FACT_LENGTH = 240;

const LEVEL_WORDS = ['', 'first notice', 'peers', 'executive'];

/** Where an alert stands on the ladder, and what was asked before. */
function standWords(alert: AlertToTell, today: Day): string {
  const { level, openedOn, firstToldOn, owner } = alert;
  const step = `Level ${level} of 3, ${LEVEL_WORDS[level] ?? ''}`;
  if (level < 2) return step;
  const asked = isToAct(alert) ? 'you were' : `${owner === null ? 'its owner' : cellText(owner)} was`;
  const first = firstToldOn === undefined ? '' : `; ${asked} asked first on ${formatDay(firstToldOn, today)}`;
  return `${step}: still open since ${formatDay(openedOn, today)}${first}, and nobody has taken it on since`;
}

function factsOf(
  { account, exposure, renewal, bent, priority }: AlertToTell,
  { currency, today }: AlertMailInput,
): string[] {
  return [
    ...(account === null ? [] : [exposureWords(exposure, currency), renewalWords(renewal, today)]),
    ...(bent ? [bent.csm === null ? 'no CSM named' : `CSM ${cellText(bent.csm)}`] : []),
    ...(priority === null ? [] : [`priority ${formatNumber(priority)}`]),
  ];
}

/** An alert in full: its facts, each bend with its picture, where it stands and what clears it. */
export function alertSection(alert: AlertToTell, input: AlertMailInput, isOnly: boolean): Section {
  const { bent, facts, clears, link } = alert;
  const bends = bent?.bends ?? [];
  const more = bends.slice(MOST_TOLD).map(({ indicator }) => cellText(indicator, INDICATOR_LENGTH));
  const { stepHours } = input;
  return {
    title: titleOf(alert),
    headline: headlineOf(alert),
    link,
    isOpenedAbove: isOnly,
    facts: factsOf(alert, input),
    bends: bends.slice(0, MOST_TOLD).map((bend) => bendWords(bend, input.week, input.today)),
    lines: bent
      ? more.length > 0
        ? [`Also bending: ${formatShortList(more, MOST_TOLD)}`]
        : []
      : facts.slice(0, MOST_TOLD).map((fact) => cellText(fact, FACT_LENGTH)),
    closing: [
      standWords(alert, input.today),
      ...(isOnly ? [] : [`Asked of you: ${askWords(alert, stepHours)}`]),
      cellText(clears, FACT_LENGTH),
    ],
  };
}

/** An alert in one line: what is wrong, what it puts at risk and when it renews. */
export function alertLine(alert: AlertToTell, { currency, today }: AlertMailInput): LinkedLine {
  const { account, exposure, renewal, link } = alert;
  const stake = account === null ? [] : [exposureWords(exposure, currency), renewalDistance(renewal, today)];
  return { name: titleOf(alert), link, words: [headlineOf(alert), ...stake].join('; ') };
}
