import type { ExecutiveMetric } from '../watch/reports/executive-metrics.js';
import { percentWords } from '../watch/triggers/words.js';
import { subjectOf } from './alert-subject.js';
import { exposureWords, renewalDistance } from './bend-words.js';
import { cellText } from './cell-text.js';
import type { DigestMailInput } from './digest-mail-input.js';
import { formatCount, formatDay, formatList, formatMoney } from './format.js';
import { askOf, commonContent, type Figure, type MailContent, type Section } from './mail-content.js';
import { checkLink } from './mail-input.js';
import { renderContent, type Message } from './message.js';
import { amountAtRisk, closingNotes, unknownWords } from './report-words.js';

const MOST_CHANGES = 100;
const MOST_LINES = 25;

function metricFigure({ name, value, before, floor }: ExecutiveMetric): Figure {
  const remarks = [
    before === null ? 'a month earlier unknown' : `a month earlier ${percentWords(before)}`,
    ...(floor === null ? [] : [`floor ${percentWords(floor)}`]),
  ];
  return { name, value: value === null ? 'unknown' : percentWords(value), remark: remarks.join('; ') };
}

function metricsSection({ metrics, metricsTo, today }: DigestMailInput): Section {
  const title = 'NRR, GRR and churn';
  if (metricsTo === null || metrics.length === 0) {
    return { title, lines: ['Not known: the Revenue tab has no complete month, or is not mapped'] };
  }
  return { title, facts: [`twelve months to ${formatDay(metricsTo, today)}`], figures: metrics.map(metricFigure) };
}

function exposureSection({ atRisk, currency }: DigestMailInput): Section {
  const { accounts, before, renewing } = atRisk;
  const earlier = before === null ? [] : [`at the last digest ${formatMoney(before, currency)}`];
  return {
    title: 'Renewal exposure at risk',
    figures: [
      {
        name: 'ARR',
        value: amountAtRisk({ ...atRisk, unknownCount: 0 }, currency),
        remark: [
          `${formatCount(accounts, 'account')} with an open alert`,
          ...unknownWords(atRisk.unknownCount),
          ...earlier,
        ].join('; '),
      },
    ],
    lines: renewing.map(({ days, accounts: count, exposure }) => {
      return `Renews within ${formatCount(days, 'day')}: ${formatMoney(exposure, currency)} on ${formatCount(count, 'account')}`;
    }),
  };
}

/** The revenue of an account that is not at risk, or not any more. */
function arrWords(arr: number | null, currency: string): string {
  return `ARR ${arr === null ? 'unknown' : formatMoney(arr, currency)}`;
}

function changesSection({ changes, since, today, currency }: DigestMailInput, most: number): Section {
  const more = changes.length - most;
  return {
    title: 'What changed',
    facts: [`since ${formatDay(since, today)}`],
    rows: changes.slice(0, most).map(({ account, change, exposure, renewal, link }) => ({
      name: cellText(account),
      link,
      words: [
        change,
        change === 'newly at risk' ? exposureWords(exposure, currency) : arrWords(exposure, currency),
        renewalDistance(renewal, today),
      ].join('; '),
    })),
    lines: changes.length === 0 ? ['Nothing'] : [],
    closing: more > 0 ? [`And ${formatCount(more, 'account')} more, in the Alerts tab`] : [],
  };
}

function interventionLines({ interventions, today, currency }: DigestMailInput): string[] {
  if (interventions.length === 0) return ['None'];
  return interventions.map(({ quarter, askedOn, exposure }) => {
    const asked = `${cellText(quarter)}, asked on ${formatDay(askedOn, today)}: tighten, or re-baseline the forecast`;
    return `${asked}. ${exposureWords(exposure, currency)} now`;
  });
}

function dataLines({ data: { accounts, withoutData, problems, unreadable } }: DigestMailInput): string[] {
  return [
    ...unreadable
      .slice(0, MOST_LINES)
      .map(({ tab, reason }) => `${cellText(tab)} cannot be used: ${cellText(reason, 240)}`),
    `${formatCount(accounts, 'account')}, ${withoutData} without data in the last whole week`,
    problems === 0
      ? 'Nothing to mend in the Problems tab'
      : `${formatCount(problems, 'row')} to mend in the Problems tab`,
  ];
}

function failingSection({ failing, today }: DigestMailInput): Section[] {
  if (failing.length === 0) return [];
  const more = failing.length - MOST_LINES;
  return [
    {
      title: 'Messages that could not be sent',
      lines: failing.slice(0, MOST_LINES).map(({ recipient, since, attempts, error }) => {
        const tries = `refused ${formatCount(attempts, 'time')} since ${formatDay(since, today)}`;
        return `To ${cellText(recipient)}: ${tries}, last because of: ${cellText(error, 120)}`;
      }),
      closing: more > 0 ? [`And ${formatCount(more, 'message')} more, in the Notices tab`] : [],
    },
  ];
}

function content(raw: DigestMailInput, most: number): MailContent {
  const input = { ...raw, currency: cellText(raw.currency, 5) };
  const { today, since, currency, noticeId, changes, interventions, atRisk } = input;
  const count = (wanted: string): number => changes.filter(({ change }) => change === wanted).length;
  const isNew = count('newly at risk');
  const asks = [
    ...(interventions.length > 0 ? ['decide on the open intervention'] : []),
    ...(isNew > 0 ? [`look at ${formatCount(isNew, 'account')} newly at risk`] : []),
  ];
  const moved = `${isNew} newly at risk, ${count('no longer at risk')} no longer, ${count('churned')} churned`;
  const answer = `ARR at risk: ${amountAtRisk(atRisk, currency)}. Accounts since ${formatDay(since, today)}: ${moved}.`;
  return {
    ...commonContent(input),
    subject: subjectOf(`Weekly digest, ${formatDay(today, today)}`),
    preview: answer,
    ask: askOf(input, asks.length > 0 ? `please ${formatList(asks)}` : 'nothing asks for you this week'),
    answer,
    sections: [
      exposureSection(input),
      metricsSection(input),
      changesSection(input, most),
      { title: 'Open interventions', lines: interventionLines(input) },
      { title: 'Whether the data can be trusted', lines: dataLines(input) },
      ...failingSection(input),
    ],
    steps: ['Open what changed, from the top', 'Ask whoever owns it for who does what, by which day'],
    notes: [
      {
        lead: 'Why you got this',
        words: 'Team gives you the role of CRO or CEO. It comes weekly, on the Digest day of Settings.',
      },
      ...closingNotes('Have your role in the Team tab changed.', noticeId),
    ],
  };
}

/**
 * The weekly digest to the executives: what is at risk, what changed, what is to be decided, and whether the data can be
 * trusted.
 *
 * @throws on a programmer's mistake alone: a link that is no web address.
 */
export function renderDigestMail(input: DigestMailInput): Message {
  input.changes.forEach(({ link }, index) => {
    checkLink(`renderDigestMail: changes[${index}].link`, link);
  });
  return renderContent(MOST_CHANGES, (most) => content(input, most));
}
