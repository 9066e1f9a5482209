import { isoDay, type Day } from '../domain/calendar/day.js';
import { MOST_SNOOZE_DAYS, SNOOZE_DAYS } from '../watch/lifecycle.js';
import { dayWriter } from '../watch/triggers/words.js';
import { fieldOf } from './page.js';
import type { PageField, PageForm } from './protocol-watch.js';

/** Where an alert stands; `resolved` is for good. */
export type AlertState = 'open' | 'acknowledged' | 'snoozed' | 'resolved';

/** What a person may do about an alert. */
export type AlertAct = 'acknowledge' | 'snooze' | 'resolve' | 'reopen';

/** What may be done about an alert in a state, each with what the person has to say. */
export function alertForms(today: Day): (key: string, state: AlertState) => readonly PageForm[] {
  const latest = dayWriter(today)(today + MOST_SNOOZE_DAYS);
  const offered: readonly (readonly [AlertAct, button: string, readonly PageField[]])[] = [
    ['acknowledge', 'Acknowledge', [fieldOf('reason', 'What you do about it, if you like')]],
    [
      'snooze',
      'Snooze',
      [
        fieldOf('reason', 'Why it can wait'),
        fieldOf('until', 'Silent until', {
          value: isoDay(today + SNOOZE_DAYS),
          type: 'date',
          hint: `At most until ${latest}; then it opens again if it still holds`,
        }),
      ],
    ],
    [
      'resolve',
      'Resolve',
      [fieldOf('reason', 'Why it is over', { hint: 'This episode stays closed, whatever its numbers say' })],
    ],
    ['reopen', 'Open again', []],
  ];
  const pointless: Readonly<Record<AlertState, readonly AlertAct[]>> = {
    open: ['reopen'],
    acknowledged: ['acknowledge'],
    snoozed: [],
    resolved: ['acknowledge', 'snooze', 'resolve', 'reopen'],
  };
  return (key, state) =>
    offered
      .filter(([action]) => !pointless[state].includes(action))
      .map(([action, button, fields]) => {
        return { button, call: 'actOnAlert', args: { key, seenState: state, action }, fields };
      });
}
