import { rowLinks } from '../google/tables.js';
import { alertsTab, type AlertRecord } from '../records/tabs/alerts.js';
import { conditionKey, conditionOf } from '../watch/alert-key.js';
import { DAY_MS, isResolved } from '../watch/lifecycle.js';
import { PEERS_LEVEL } from '../watch/recipients.js';
import { alertForms, type AlertState } from './alert-forms.js';
import { mayAct } from './alerts-rights.js';
import { alertWords, mailsByKey, type Mail } from './alerts-words.js';
import type { BookClock } from './book-clock.js';
import type { OpenBook } from './open-book.js';
import type { PageItem } from './protocol-watch.js';

/** For how long one that is over is shown. */
const RESOLVED_SHOWN_MS = 28 * DAY_MS;

const NOT_YOURS = 'Its owner, those above and whoever was told of it answer it';

/** An alert, what a person has to do with it, and in which group it is shown. */
export interface RankedAlert {
  readonly alert: AlertRecord;
  readonly state: AlertState;
  readonly mails: readonly Mail[];
  readonly rank: AlertRank;
}

/** In which group an alert is shown, in their order. */
export type AlertRank = 'opened' | 'mine' | 'others' | 'waiting' | 'over';

/** An alert's state; one with a day of resolving is resolved, whatever a person typed. */
export function stateOf(alert: AlertRecord): AlertState {
  // A choice is one of its schema's.
  return isResolved(alert) ? 'resolved' : (alert.state as AlertState);
}

/** Whether a person owns an alert or was told of it as one of the steps above its owner. */
export function isFor(me: string, { owner }: AlertRecord, mails: readonly Mail[]): boolean {
  // Who was told as the owner may have handed it on since.
  return me !== '' && (owner === me || mails.some(({ recipient, level }) => recipient === me && level >= PEERS_LEVEL));
}

/** Every alert that is not over or was lately: the highest priority first, of those that are over the newest. */
export function rankedAlerts({ at, me, records }: OpenBook, opened: string | undefined): readonly RankedAlert[] {
  const mailsOf = mailsByKey(records.notices);
  return records.alerts
    .filter((alert) => !isResolved(alert) || (alert.resolved ?? at) > at - RESOLVED_SHOWN_MS)
    .map((alert): RankedAlert => {
      const state = stateOf(alert);
      const mails = mailsOf.get(alert.key) ?? [];
      const isOpened = opened !== undefined && (alert.key === opened || alert.account === opened);
      const open = isFor(me, alert, mails) ? 'mine' : 'others';
      const held = state === 'resolved' ? 'over' : 'waiting';
      return { alert, state, mails, rank: isOpened ? 'opened' : state === 'open' ? open : held };
    })
    .sort(({ alert, state }, { alert: other, state: otherState }) => {
      const isOver = state === 'resolved' && otherState === 'resolved';
      const order = isOver
        ? (other.resolved ?? 0) - (alert.resolved ?? 0)
        : (other.priority ?? -1) - (alert.priority ?? -1);
      return Number(state === 'resolved') - Number(otherState === 'resolved') || order || alert.row - other.row;
    });
}

/** Makes of an alert what is shown of it, with what this person may do about it. */
export function alertItems(book: OpenBook, { clock, teamZone }: BookClock): (ranked: RankedAlert) => PageItem {
  const { me, records } = book;
  const words = alertWords(clock, teamZone, records.settings.values);
  const linkTo = rowLinks(alertsTab.tab);
  const formsOf = alertForms(clock.today);
  const decided = new Map<string, { readonly when: number; readonly reason: string }[]>();
  for (const { trigger, subject, when, reason } of records.decisions) {
    const key = conditionKey(trigger, subject ?? '');
    const own = decided.get(key) ?? [];
    own.push({ when, reason });
    decided.set(key, own);
  }
  return ({ alert, state, mails }) => {
    const isMine = isFor(me, alert, mails) || mayAct(book, alert.owner);
    const facts = (alert.whatHappened ?? '').split('\n').filter((line) => line !== '');
    const history = words.history(alert, mails, decided.get(conditionOf(alert.key)) ?? []);
    return {
      key: alert.key,
      name: alert.account ?? alert.subject ?? alert.key,
      about: words.about({ ...alert, state }),
      parts: [
        { title: 'What happened', lines: facts.length > 0 ? facts : ['The row in Alerts does not say'] },
        {
          title: 'Where it stands',
          lines: [...words.standing(alert), ...(isMine || state === 'resolved' ? [] : [NOT_YOURS])],
        },
        { title: 'History', lines: history },
      ],
      forms: isMine ? formsOf(alert.key, state) : [],
      link: linkTo(alert.row),
    };
  };
}
