import type { AlertMailInput } from './alert-mail-input.js';
import { becauseOf, isToAct } from './alert-words.js';
import { cellText } from './cell-text.js';
import { formatCount } from './format.js';
import type { Note } from './mail-content.js';

/** What a message about alerts asks to be done, in order. */
export function alertSteps({ alerts }: AlertMailInput): string[] {
  const isOwner = alerts.some(isToAct);
  const isOther = !alerts.every(isToAct);
  return [
    alerts.length === 1 ? 'Open the row and look at what changed' : 'Open the rows and look at what changed',
    ...(alerts.some((alert) => !isToAct(alert) && alert.level === 3)
      ? ['Agree with its owner who does what, by which day']
      : []),
    ...(isOther ? ['In the Alerts tab, write what you see or agreed into Reason'] : []),
    'In the Alerts tab, set State to acknowledged when somebody has taken it on, which stops the ladder for a week, or to snoozed with a Reason when it can wait, for 14 days at most',
    ...(isOwner ? ["For the week's check-in, choose Extensions > Bellwether > Open Bellwether"] : []),
  ];
}

/** The remarks at the foot: why it came, how to stop it, and what its words mean. */
export function alertNotes({ alerts, noticeId, level, bendWeeks, stepHours }: AlertMailInput): Note[] {
  const because = alerts.map((alert) => becauseOf(alert, stepHours));
  const hasBends = alerts.some(({ bent }) => bent);
  return [
    { lead: 'Why you got this', words: `${[...new Set(because)].join('. ')}.` },
    {
      lead: 'How to stop it',
      words:
        'Acknowledge or snooze the alert. For good: change the column or role that names you, or set the trigger to off in Settings, which stops its mails to everybody. A reply to this mail changes nothing in the sheet.',
    },
    ...(hasBends
      ? [
          {
            lead: 'What bends',
            words: `An indicator that moves the wrong way ${formatCount(bendWeeks, 'week')} running. A week without data neither opens nor clears an alert.`,
          },
          {
            lead: 'How unusual it is',
            words:
              'Outside natural limits: further than its earlier weeks vary. Within normal variation: the run is real, its size is usual. Short history: too few weeks to tell.',
          },
        ]
      : []),
    {
      lead: 'Priority',
      words: 'ARR at risk x closeness of the renewal (3 within 30 days, 2 within 90, else 1) x number of things wrong.',
    },
    { lead: 'Notice', words: `${cellText(noticeId)}, level ${level}.` },
  ];
}
