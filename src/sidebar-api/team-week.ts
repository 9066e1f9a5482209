import { checkInsTab } from '../records/tabs/check-ins.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { teamTab } from '../records/tabs/team.js';
import { historyOf } from './check-in-history.js';
import { goalsOf } from './goals.js';
import { openBook } from './open-book.js';
import { isAskedFor } from './own-key-results.js';
import type { TeamWeek } from './protocol-okr.js';

/** Who has checked in this week: the people with key results, in the order of Team, then the owners who are not in it, and last what nobody owns. */
export function teamWeek(): TeamWeek {
  const { records, today, thisWeek, firstWeekday } = openBook([objectivesTab, keyResultsTab, checkInsTab, teamTab]);
  const history = historyOf(records.checkIns, firstWeekday);
  const goals = goalsOf(records, today);
  const active = records.keyResults.filter((keyResult) => {
    return isAskedFor(keyResult, goals.goalOf(keyResult)?.quarter, today);
  });
  const nameOf = new Map(records.team.map(({ email, name }) => [email, name]));
  const owners = new Set([...nameOf.keys(), ...active.map(({ owner }) => owner ?? '')]);
  const people = [...owners].flatMap((email): TeamWeek['people'][number][] => {
    const own = active.filter(({ owner }) => (owner ?? '') === email);
    if (own.length === 0) return [];
    const entries = own.flatMap(({ id }) => history.at(id, thisWeek) ?? []);
    const confidences = entries.flatMap(({ confidence }) => confidence ?? []);
    return [
      {
        email,
        name: email === '' ? 'Without an owner' : (nameOf.get(email) ?? email),
        done: entries.length,
        of: own.length,
        lowestConfidence: confidences.length > 0 ? Math.min(...confidences) : null,
        blockers: entries.flatMap(({ blocker }) => blocker ?? []),
      },
    ];
  });
  const sum = (count: (person: TeamWeek['people'][number]) => number): number =>
    people.reduce((total, person) => total + count(person), 0);
  return { people, done: sum(({ done }) => done), of: sum(({ of }) => of) };
}
