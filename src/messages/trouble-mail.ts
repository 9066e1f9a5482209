import { subjectOf } from './alert-subject.js';
import { cellText } from './cell-text.js';
import { formatCount, formatDay, formatShortList } from './format.js';
import { askOf, capitalised, commonContent, type MailContent, type Section } from './mail-content.js';
import { checkLink } from './mail-input.js';
import { renderContent, type Message } from './message.js';
import { closingNotes } from './report-words.js';
import type { Trouble, TroubleMailInput } from './trouble-mail-input.js';

const MOST_TOLD = 25;

/** Whose watch it is. */
const ofWords = (of: string | null): string => (of === null ? 'a colleague' : cellText(of));

function headlineOf(trouble: Trouble): string {
  return trouble.kind === 'tab unreadable'
    ? `${cellText(trouble.tab)} cannot be read`
    : `the watch of ${ofWords(trouble.of)} stands still`;
}

function sectionOf(trouble: Trouble, isFirst: boolean, { today }: TroubleMailInput): Section {
  if (trouble.kind === 'tab unreadable') {
    const { tab, reason, triggers, since, link } = trouble;
    return {
      title: cellText(tab),
      headline: 'cannot be read',
      link,
      isOpenedAbove: isFirst,
      facts: [`since ${formatDay(since, today)}`],
      lines: [cellText(reason, 240)],
      closing:
        triggers.length === 0
          ? []
          : [`Until it is mended, nothing is judged or sent by ${formatShortList(triggers, 6)}`],
    };
  }
  const { of, lastRunOn, hours } = trouble;
  return {
    title: `The watch of ${ofWords(of)}`,
    headline: 'stands still',
    facts: [`last run ${formatDay(lastRunOn, today)}`, `${formatCount(hours, 'hour')} ago`],
    lines: [
      'Its hourly trigger was switched off or lost its rights; another one goes on, and nothing is missed while that runs',
      of === null
        ? 'Open the sidebar and switch the watch on again'
        : `Ask ${cellText(of)} to open the sidebar and switch the watch on again`,
    ],
  };
}

function content(input: TroubleMailInput, most: number): MailContent {
  const { troubles, noticeId } = input;
  const headlines = troubles.map(headlineOf);
  const [first = ''] = headlines;
  const more = troubles.length - most;
  const sections = troubles.slice(0, most).map((trouble, index) => sectionOf(trouble, index === 0, input));
  const tab = troubles.find(({ kind }) => kind === 'tab unreadable');
  const [top] = troubles;
  return {
    ...commonContent(input),
    subject: subjectOf(`Trouble: ${formatShortList(headlines, 1)}`),
    preview: first,
    ask: askOf(
      input,
      troubles.length === 1
        ? 'please mend this, so that the watch can go on'
        : 'please mend these, so that the watch can go on',
    ),
    answer: `${capitalised(formatShortList(headlines, 3))}.${tab ? ' No alarm goes out on data that cannot be read.' : ''}`,
    ...(top?.kind === 'tab unreadable' ? { action: { words: 'Open', name: cellText(top.tab), link: top.link } } : {}),
    sections:
      more > 0
        ? [...sections, { title: 'More', lines: [`${formatCount(more, 'trouble')} more, in the sidebar`] }]
        : sections,
    steps: [
      tab ? 'Mend what is named above; the Problems tab has the rows' : 'Switch the watch on again in the sidebar',
      'Within the hour the watch looks again, and makes good what it missed',
    ],
    notes: [
      { lead: 'Why you got this', words: 'You switched the watch on, and it runs under your name.' },
      ...closingNotes('Mend it, or switch the watch off in the sidebar.', noticeId),
    ],
  };
}

/** The mail to whoever switched the watch on: what keeps it from watching, and what to do. */
export function renderTroubleMail(input: TroubleMailInput): Message {
  for (const trouble of input.troubles) {
    if (trouble.kind === 'tab unreadable') checkLink('renderTroubleMail: link', trouble.link);
  }
  return renderContent(Math.min(MOST_TOLD, input.troubles.length), (most) => content(input, most));
}
