import { subjectOf } from './alert-subject.js';
import { exposureWords, renewalDistance } from './bend-words.js';
import { cellText } from './cell-text.js';
import { formatCount, formatDay, formatMoney, formatShortList } from './format.js';
import type { InterventionMailInput } from './intervention-mail-input.js';
import { askOf, commonContent, type LinkedLine, type MailContent } from './mail-content.js';
import { checkLink } from './mail-input.js';
import { renderContent, type Message } from './message.js';
import { amountAtRisk, closingNotes } from './report-words.js';

const MOST_ACCOUNTS = 200;
const DAYS_TO_DECIDE = 7;

function accountLine(
  { account, exposure, renewal, headlines, since, owner, link }: InterventionMailInput['accounts'][number],
  { currency, today }: InterventionMailInput,
): LinkedLine {
  const words = [
    exposureWords(exposure, currency),
    renewalDistance(renewal, today),
    `${formatShortList(
      headlines.map((headline) => cellText(headline)),
      3,
    )}, since ${formatDay(since, today)}`,
    owner === null ? 'nobody named' : cellText(owner),
  ];
  return { name: cellText(account), link, words: words.join('; ') };
}

function content(raw: InterventionMailInput, most: number): MailContent {
  const input = { ...raw, currency: cellText(raw.currency, 5) };
  const { exposureLimit, exposure, accounts, quarterEnd, today, currency, noticeId } = input;
  const quarter = cellText(input.quarter);
  const unknownCount = accounts.filter(({ exposure: own }) => own === null).length;
  const amount = amountAtRisk({ accounts: accounts.length, exposure, unknownCount }, currency);
  const limit = `above the limit of ${formatMoney(exposureLimit, currency)}`;
  const end = `${quarter} ends on ${formatDay(quarterEnd, today)}, in ${formatCount(quarterEnd - today, 'day')}`;
  const answer = `${formatCount(accounts.length, 'account')} with ARR at risk: ${amount}; ${limit}. ${end}.`;
  const by = formatDay(Math.max(today, Math.min(quarterEnd, today + DAYS_TO_DECIDE)), today);
  const more = accounts.length - most;
  return {
    ...commonContent(input),
    subject: subjectOf(`Decision wanted: ARR at risk in ${quarter}`),
    preview: answer,
    ask: askOf(input, `please decide by ${by}: tighten, or re-baseline the forecast`),
    answer,
    sections: [
      {
        title: 'The decision',
        lines: [
          'Tighten: give each account below one executive, one action and a day before the quarter ends',
          'Re-baseline the forecast: take out now what will not be saved, and say so',
        ],
      },
      {
        title: 'The accounts',
        facts: ['the largest exposure first'],
        rows: accounts.slice(0, most).map((account) => accountLine(account, input)),
        closing: more > 0 ? [`And ${formatCount(more, 'account')} more, in the Alerts tab`] : [],
      },
    ],
    steps: ['Decide account by account', 'Have it written into Reason in the Alerts tab: who does what, by which day'],
    notes: [
      {
        lead: 'Why you got this',
        words:
          'Team names you as an executive, and more is at risk than Intervention exposure in Settings. It comes once a quarter.',
      },
      ...closingNotes('Raise Intervention exposure in Settings, or have your role in the Team tab changed.', noticeId),
    ],
  };
}

/**
 * The ladder's fifth level: what a quarter has at risk, and the decision that is wanted of the executives.
 *
 * @throws on a programmer's mistake alone: a link that is no web address.
 */
export function renderInterventionMail(input: InterventionMailInput): Message {
  input.accounts.forEach(({ link }, index) => {
    checkLink(`renderInterventionMail: accounts[${index}].link`, link);
  });
  return renderContent(MOST_ACCOUNTS, (most) => content(input, most));
}
