import { JUDGED_TABS, TRIGGER_SETTINGS } from '../watch/judge.js';
import { rehearse as replay } from '../watch/rehearsal.js';
import { countRehearsal, medianLead, type RehearsalCounts } from '../watch/rehearsal-counts.js';
import type { WatchClock } from '../watch/clock.js';
import { countWords, dayWriter, listWords } from '../watch/triggers/words.js';
import { bookClock } from './book-clock.js';
import { openBook } from './open-book.js';
import { fieldOf, linesOf, pageOf } from './page.js';
import type { Page, PageBars, PageForm, Sent } from './protocol-watch.js';
import { readName, refuse } from './read-request.js';

const [FEWEST_WEEKS, MOST_WEEKS, STANDARD_WEEKS] = [4, 26, 12];
const OFFERED_WEEKS = [FEWEST_WEEKS, 8, STANDARD_WEEKS, MOST_WEEKS];
/** A book with more accounts than these begins with the fewest weeks: all of them can take minutes. */
const MANY_ACCOUNTS = 2_000;
/** With fewer losses, one more or less caught would change the picture. */
const FEW_CHURNS = 10;
/** Of a large team, those with the most mails. */
const MOST_PEOPLE = 40;

function sentencesOf({ churns, leads, falseAlarms }: RehearsalCounts): readonly string[] {
  const lead = medianLead(leads);
  const early =
    lead === null
      ? ''
      : `, ${leads.length === 1 ? '' : 'half of them at least '}${countWords(Math.floor(lead), 'week')} ahead`;
  const lost = countWords(churns, 'lost account');
  const few = churns < FEW_CHURNS ? `${lost} ${churns === 1 ? 'is' : 'are'} too few to prove anything; ` : '';
  return [
    'Every trigger counts, those that are off too, and nobody answers: more mails than that do not come',
    churns === 0
      ? 'No account was lost in these weeks, so what would have been caught is not known'
      : `${String(leads.length)} of ${lost} had an alert before${early}`,
    falseAlarms === 0
      ? 'No false alarm: no alert about an account that stayed ended by itself'
      : `False alarms: ${countWords(falseAlarms, 'alert')} about accounts that stayed, ended by themselves`,
    `How far to rely on it: ${few}owners, health and stages have no history, so they count as they are now`,
  ];
}

function barsOf({ weeks }: RehearsalCounts, { today }: WatchClock): PageBars {
  const day = dayWriter(today);
  const values = weeks.map(({ mails }) => mails);
  const [first, last] = [weeks[0], weeks[weeks.length - 1]];
  return {
    values,
    text: `Mails a week: ${weeks.map(({ week, mails }) => `${day(week)} ${String(mails)}`).join(', ')}`,
    caption: `Mails a week, from ${first ? day(first.week) : ''} to ${last ? day(last.week) : ''}; the highest bar is ${String(Math.max(...values))}`,
  };
}

function readWeeks(value: unknown): number {
  const text = readName(value, 'The weeks', 5);
  const count = Number(text);
  if (Number.isInteger(count) && count >= FEWEST_WEEKS && count <= MOST_WEEKS) return count;
  return refuse('The weeks', text, `use a whole number from ${String(FEWEST_WEEKS)} to ${String(MOST_WEEKS)}`);
}

function form(weeks: number, isLarge: boolean): PageForm {
  const choices = [...new Set([...OFFERED_WEEKS, weeks])].sort((one, other) => one - other);
  const field = fieldOf('weeks', 'Weeks to replay', {
    value: String(weeks),
    choices: choices.map((count) => [String(count), `${String(count)} weeks`]),
    ...(isLarge ? { hint: 'With so many accounts, many weeks take minutes' } : {}),
  });
  return { button: 'Replay', call: 'rehearse', args: {}, isOpen: true, fields: [field] };
}

/** Replays past weeks through the code that decides each hour, with every trigger on, and tells what would have come of it. */
export function rehearse(request: Sent): Page {
  const wanted = request['weeks'] === undefined ? null : readWeeks(request['weeks']);
  const book = openBook(JUDGED_TABS);
  const { records } = book;
  const isLarge = records.accounts.accounts.length > MANY_ACCOUNTS;
  const count = wanted ?? (isLarge ? FEWEST_WEEKS : STANDARD_WEEKS);
  const { clock, teamZone } = bookClock(book);
  const replayed = replay(records, teamZone, clock.now, count);
  const counts = countRehearsal(replayed, records, clock);
  const names = new Map(records.team.map(({ email, name }) => [email, name]));
  const { blocked } = replayed;
  const unread = blocked.length === 0 ? [] : [`${listWords(blocked)} could not be judged; see the Problems tab`];
  const people = counts.people.map(({ email, mails, most }) => {
    return `${names.get(email) ?? email}: ${countWords(mails, 'mail')}, ${String(most)} in the fullest week`;
  });
  const more = people.length - MOST_PEOPLE;
  const triggers = counts.triggers.map(({ trigger, alerts }) => {
    const isOff = records.settings.values[TRIGGER_SETTINGS[trigger]] === 'off';
    return `${trigger}: ${countWords(alerts, 'alert')}${isOff ? ', off now' : ''}`;
  });
  const mails = counts.weeks.reduce((sum, week) => sum + week.mails, 0);
  return pageOf({
    title: `${countWords(mails, 'mail')} would have gone out in ${countWords(counts.weeks.length, 'week')}`,
    lines: [...unread, ...sentencesOf(counts)],
    bars: counts.weeks.length > 0 ? barsOf(counts, clock) : null,
    forms: [form(count, isLarge)],
    groups: [
      linesOf(
        'Who would have got them',
        more > 0 ? [...people.slice(0, MOST_PEOPLE), `and ${String(more)} more, with fewer each`] : people,
      ),
      linesOf('What would have fired', triggers),
    ],
  });
}
