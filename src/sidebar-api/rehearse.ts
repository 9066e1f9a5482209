import { JUDGED_TABS, TRIGGER_SETTINGS } from '../watch/judge.js';
import { rehearse as replay } from '../watch/rehearsal.js';
import { countRehearsal, medianLead, type RehearsalCounts } from '../watch/rehearsal-counts.js';
import { countWords, listWords } from '../watch/triggers/words.js';
import { bookClock } from './alerts.js';
import { openBook } from './open-book.js';
import type { RehearsalView } from './protocol-watch.js';
import { readNumberOrNull, refuse } from './read-request.js';
import { shownDay } from './show.js';

const [FEWEST_WEEKS, MOST_WEEKS] = [4, 26];
/** With fewer losses, one more or less caught would change the picture. */
const FEW_CHURNS = 10;

function sentencesOf(counts: RehearsalCounts): readonly string[] {
  const { weeks, churns, leads, falseAlarms } = counts;
  const mails = weeks.reduce((sum, week) => sum + week.mails, 0);
  const lead = medianLead(leads);
  const early = lead === null ? '' : `, half of them ${countWords(Math.floor(lead), 'week')} or more ahead`;
  const few = churns < FEW_CHURNS ? `${countWords(churns, 'lost account')} are too few to prove anything; ` : '';
  return [
    `${countWords(mails, 'mail')} in ${countWords(weeks.length, 'week')}, if nobody had answered any`,
    churns === 0
      ? 'No account was lost in these weeks'
      : `${String(leads.length)} of ${countWords(churns, 'lost account')} had an alert before${early}`,
    `${countWords(falseAlarms, 'alert')} about accounts that stayed ended by themselves`,
    `How far to rely on it: ${few}owners, health and stages have no history, so they count as they are now`,
  ];
}

/** Replays past weeks through the code that decides each hour, with every trigger on, and tells what would have come of it. */
export function rehearse(request: Readonly<Record<string, unknown>>): RehearsalView {
  const count = readNumberOrNull(request['weeks'], 'weeks');
  if (count === null || !Number.isInteger(count) || count < FEWEST_WEEKS || count > MOST_WEEKS) {
    return refuse('weeks', count, `use a whole number from ${String(FEWEST_WEEKS)} to ${String(MOST_WEEKS)}`);
  }
  const book = openBook(JUDGED_TABS);
  const { records } = book;
  const { clock, teamZone } = bookClock(book);
  const replayed = replay(records, teamZone, clock.now, count);
  const counts = countRehearsal(replayed, records, clock);
  const names = new Map(records.team.map(({ email, name }) => [email, name]));
  const unread =
    replayed.blocked.length === 0 ? [] : [`${listWords(replayed.blocked)} could not be judged; see the Problems tab`];
  return {
    weeks: counts.weeks.map(({ week, ...rest }) => ({ week: shownDay(week, clock.today), ...rest })),
    sentences: [...sentencesOf(counts), ...unread],
    people: counts.people.map(({ email, mails, most }) => {
      return `${names.get(email) ?? email}: ${countWords(mails, 'mail')}, ${String(most)} in the fullest week`;
    }),
    triggers: counts.triggers.map(({ trigger, alerts }) => {
      const isOff = records.settings.values[TRIGGER_SETTINGS[trigger]] === 'off';
      return `${trigger}: ${countWords(alerts, 'alert')}${isOff ? ', off now' : ''}`;
    }),
  };
}
