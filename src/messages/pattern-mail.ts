import type { FunctionPattern } from '../watch/reports/pattern.js';
import { subjectOf } from './alert-subject.js';
import { cellText } from './cell-text.js';
import { formatCount, formatDay, formatShortList } from './format.js';
import { askOf, commonContent, type MailContent, type Section } from './mail-content.js';
import { renderContent, type Message } from './message.js';
import type { PatternMailInput } from './pattern-mail-input.js';
import { amountAtRisk, closingNotes } from './report-words.js';

/** More functions than this no company has; more names than this come from a broken column. */
const MOST_FUNCTIONS = 25;

function patternSection(pattern: FunctionPattern, currency: string): Section {
  const { function: name, breaches, open, accounts, medianDays, before, triggers } = pattern;
  return {
    title: name === '' ? 'No function named' : cellText(name),
    headline: `${formatCount(breaches, 'alert')} this quarter, ${open} still open`,
    facts: [`ARR at risk ${amountAtRisk(pattern, currency)}`, `on ${formatCount(accounts, 'account')}`],
    lines: [
      `By trigger: ${triggers.map(({ trigger, count }) => `${trigger} ${count}`).join(', ')}`,
      ...(medianDays === null ? [] : [`Open for ${formatCount(medianDays, 'day')} at the median`]),
      before === null ? 'The quarter before is not known' : `The quarter before: ${formatCount(before, 'alert')}`,
    ],
  };
}

function content(raw: PatternMailInput): MailContent {
  const input = { ...raw, currency: cellText(raw.currency, 5) };
  const { quarter, weekOfQuarter, functions, today, currency, noticeId, patternWeek, patternBreaches } = input;
  const counts = functions.map(({ function: name, breaches }) => `${cellText(name, 32)} ${breaches}`);
  const answer = `Week ${weekOfQuarter} of ${cellText(quarter)}. Alerts by function: ${formatShortList(counts, 4)}.`;
  const by = formatDay(today + 7, today);
  const broken = formatCount(patternBreaches, 'promise');
  return {
    ...commonContent(input),
    subject: subjectOf(`Pattern brief, ${cellText(quarter)}`),
    preview: answer,
    ask: askOf(input, `please find what these alerts have in common, and name one change by ${by}`),
    answer,
    sections: functions.slice(0, MOST_FUNCTIONS).map((pattern) => patternSection(pattern, currency)),
    steps: [
      'Leave the single case to its owner; ask what the cases of your function have in common',
      'Agree on one change, with an owner and a day',
      'Keep it as an initiative beside its key result: Extensions > Bellwether > Open Bellwether',
    ],
    notes: [
      {
        lead: 'Why you got this',
        words: `Team names you as the head of a function with alerts. The brief comes weekly from week ${patternWeek} of a quarter, and earlier about a function that broke ${broken} in it.`,
      },
      ...closingNotes('Set Pattern brief from week in Settings to a later one.', noticeId),
    ],
  };
}

/** The ladder's fourth level: what each function's alerts of a quarter have in common, never the single case. */
export function renderPatternMail(input: PatternMailInput): Message {
  return renderContent(1, () => content(input));
}
