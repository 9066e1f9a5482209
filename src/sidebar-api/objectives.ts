import { isoQuarter, parseQuarter, quarterOf, quarterStart, type Quarter } from '../domain/okr/quarter.js';
import { betterOf } from '../domain/okr/lint/metrics.js';
import { rollUp } from '../domain/okr/roll-up.js';
import { readHeaderRows } from '../google/header-rows.js';
import { findColumns, mappingOf } from '../records/mapping.js';
import { accountsTab } from '../records/tabs/accounts.js';
import { checkInsTab } from '../records/tabs/check-ins.js';
import { commitmentsTab } from '../records/tabs/commitments.js';
import { initiativesTab } from '../records/tabs/initiatives.js';
import { keyResultsTab, type KeyResultRecord } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { signalsTab } from '../records/tabs/signals.js';
import { teamTab } from '../records/tabs/team.js';
import type { Settings } from '../records/settings.js';
import { peopleOf } from '../watch/people.js';
import { objectiveFields } from './goal-fields.js';
import { goalForm } from './goal-form.js';
import { goalsOf, parentsFirst, type Goal, type Goals } from './goals.js';
import { keyResultReader, type KeyResultReader } from './key-result-view.js';
import { openBook } from './open-book.js';
import { isAskedFor } from './own-key-results.js';
import type { ObjectivesView, ObjectiveView } from './protocol-okr.js';
import { readName, refuse } from './read-request.js';
import { rolesOf, type Roles } from './roles.js';

const NAMES_GROSS_RETENTION = /\b(GRR|gross (revenue |dollar )?retention)\b/i;

/** The quarter that a request names; null when it names none. */
export function readQuarter(value: unknown): Quarter | null {
  if (value === undefined) return null;
  return parseQuarter(readName(value, 'quarter', 20)) ?? refuse('quarter', value, 'write it as 2026-Q4');
}

/** Whether a key result still counts for its objective. */
export function counts({ state }: KeyResultRecord): boolean {
  return state?.toLowerCase() !== 'dropped';
}

/** The weekly indicators by their headers: every column of Signals but the week and the account. */
function indicatorNames({ mapping }: Settings): readonly string[] {
  const own = mappingOf(signalsTab, mapping);
  const header = readHeaderRows([own.tab]).get(own.tab) ?? [];
  const { week, account } = findColumns(signalsTab, own, header).indexes;
  return header.map((name, at) => (at === week || at === account ? '' : String(name).trim())).filter(Boolean);
}

/** Gross retention as the newest key result about it has it; null when there is none with a plausible value in percent. */
function grossRetention(keyResults: readonly KeyResultRecord[], reader: KeyResultReader): number | null {
  // That of one account or segment says nothing of the whole.
  const own = keyResults.filter(counts).filter(({ keyResult, unit, account, segment }) => {
    const isIt = NAMES_GROSS_RETENTION.test(keyResult) && betterOf(keyResult) === 'up';
    return isIt && unit === '%' && account === null && segment === null;
  });
  const known = own.flatMap((keyResult) => {
    const percent = reader.current(keyResult, undefined);
    return percent !== null && percent > 1 && percent <= 100 ? [{ due: keyResult.due ?? 0, percent }] : [];
  });
  const [newest] = known.sort((a, b) => b.due - a.due);
  return newest ? newest.percent / 100 : null;
}

/** The quarters that have objectives, and this one and the next; newest first. */
export function quartersOf(goals: readonly Goal[], current: Quarter): readonly string[] {
  return [...new Set([...goals.map(({ quarter }) => quarter), current, current + 1])]
    .sort((a, b) => b - a)
    .map(isoQuarter);
}

function looseIn({ loose }: Goals, quarter: Quarter, current: Quarter): readonly KeyResultRecord[] {
  return loose.filter(({ start, due }) => {
    const last = due === null ? current : quarterOf(due);
    return quarter <= last && quarter >= (start === null ? last : quarterOf(start));
  });
}

/** Everything about one quarter's objectives. */
export function objectives(request: Readonly<Record<string, unknown>>): ObjectivesView {
  const asked = readQuarter(request['quarter']);
  const goalTabs = [objectivesTab, keyResultsTab, checkInsTab, initiativesTab, commitmentsTab];
  const book = openBook([...goalTabs, teamTab, accountsTab]);
  const { records, today } = book;
  const current = quarterOf(today);
  const quarter = asked ?? current;
  const all = goalsOf(records, today);
  const roles = rolesOf(book.me, records);
  const reader = keyResultReader(book, records);
  const nameOf = new Map(records.team.map(({ email, name }) => [email, name]));
  const ofQuarter = (wanted: Quarter): readonly Goal[] => all.goals.filter((goal) => goal.quarter === wanted);
  const { cro, ceo } = peopleOf(records.team);
  const executives = [cro, ceo];
  const inQuarter = ofQuarter(quarter).flatMap((goal) => goal.keyResults.filter(counts));
  const running = inQuarter.filter((keyResult) => isAskedFor(keyResult, quarter, today));

  return {
    quarter: isoQuarter(quarter),
    quarters: quartersOf(all.goals, current),
    objectives: parentsFirst(ofQuarter(quarter)).map((goal) => objectiveView(goal, reader, roles, nameOf)),
    loose: looseIn(all, quarter, current).map((keyResult) => reader.view(keyResult, undefined, roles)),
    people: records.team.map(({ email, name }) => ({ email, name })),
    accounts: records.accounts.accounts.map(({ account }) => account),
    indicators: indicatorNames(records.settings),
    lint: {
      grossRetention: grossRetention(records.keyResults, reader),
      lastQuarter: [
        ...ofQuarter(quarter - 1).flatMap((goal) => goal.keyResults),
        ...looseIn(all, quarter - 1, current),
      ].map(({ keyResult, baseline, target }) => ({ keyResult, baseline, target })),
      quarterKeyResults: inQuarter.map(({ keyResult }) => keyResult),
      weeksSinceConfidence: running.map(({ id, keyResult, start }) => {
        const said = [...reader.history.of(id)].reverse().find(({ confidence }) => confidence !== null);
        const since = said?.week ?? start ?? quarterStart(quarter);
        return { keyResult, weeks: Math.max(0, Math.floor((today - since) / 7)) };
      }),
      executiveMetrics: inQuarter.filter(({ owner }) => owner !== null && executives.includes(owner)).length,
    },
    form: goalForm(all.goals, quarter),
    mayCreate: roles.mayCreate,
  };
}

function objectiveView(
  goal: Goal,
  reader: KeyResultReader,
  roles: Roles,
  nameOf: ReadonlyMap<string, string>,
): ObjectiveView {
  const { id, owner } = goal.objective;
  const keyResults = goal.keyResults.map((keyResult) => reader.view(keyResult, goal, roles));
  const counted = new Set(goal.keyResults.filter(counts).map((keyResult) => keyResult.id));
  return {
    id,
    fields: objectiveFields(goal.objective),
    ownerName: nameOf.get(owner ?? '') ?? owner ?? '',
    ...rollUp(keyResults.filter((keyResult) => counted.has(keyResult.id))),
    keyResults,
    mayEdit: roles.mayEdit(owner),
  };
}
