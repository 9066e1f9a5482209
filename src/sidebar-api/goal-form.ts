import { isoDay } from '../domain/calendar/day.js';
import { quarterEnd, quarterStart, type Quarter } from '../domain/okr/quarter.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import type { Goal } from './goals.js';
import { fieldOf } from './page.js';
import type { ObjectivesView } from './protocol-okr.js';
import type { PageChoices, PageField } from './protocol-watch.js';

const choicesOf = (...values: readonly string[]): PageChoices => values.map((value) => [value, value || 'not said']);
const STATES = choicesOf('', 'active', 'paused', 'done', 'dropped');

/** What an objective may serve: those of its quarter, and those of another one that a goal of the quarter names already. */
function parents(goals: readonly Goal[], quarter: Quarter): PageChoices {
  const named = new Set(goals.filter((goal) => goal.quarter === quarter).map(({ objective }) => objective.parent));
  const isOffered = ({ quarter: own, objective, keyResults }: Goal): boolean =>
    own === quarter || named.has(objective.id) || keyResults.some(({ id }) => named.has(id));
  return [
    ['', 'No other objective'],
    ...goals
      .filter(isOffered)
      .flatMap(({ objective, keyResults }): [string, string][] => [
        [objective.id, objective.objective],
        ...keyResults.map(({ id, keyResult }): [string, string] => [id, `– ${keyResult}`]),
      ]),
  ];
}

/** The forms of an objective and of its key results, with what a new one of the quarter begins with. */
export function goalForm(goals: readonly Goal[], quarter: Quarter): ObjectivesView['form'] {
  const { columns } = keyResultsTab;
  const field = (name: keyof typeof columns, more: Partial<PageField> = {}): PageField =>
    fieldOf(name, columns[name].header, more);
  const objective = (name: keyof typeof objectivesTab.columns, more: Partial<PageField> = {}): PageField =>
    fieldOf(name, objectivesTab.columns[name].header, more);
  return {
    objective: [
      objective('objective', { isLong: true, hint: 'What will be true at the end of the quarter' }),
      objective('owner', { list: 'people' }),
      objective('parent', { choices: parents(goals, quarter) }),
      objective('state', { choices: STATES }),
    ],
    keyResult: [
      field('keyResult', { isLong: true }),
      field('baseline', { isHalf: true, inputMode: 'decimal' }),
      field('target', { isHalf: true, inputMode: 'decimal' }),
      field('unit', { isHalf: true }),
      field('kind', { isHalf: true, choices: choicesOf('', 'leading', 'lagging') }),
      field('start', { isHalf: true, type: 'date', value: isoDay(quarterStart(quarter)) }),
      field('due', { isHalf: true, type: 'date', value: isoDay(quarterEnd(quarter)) }),
      field('owner', { list: 'people' }),
      field('account', { isHalf: true, isMore: true, list: 'accounts' }),
      field('segment', { isHalf: true, isMore: true }),
      field('indicator', { isMore: true, list: 'indicators' }),
      field('source', {
        isMore: true,
        hint: 'Each check-in begins with its value, for example Scorecard!B4; take it only from a source you may use',
      }),
      field('state', { isMore: true, choices: STATES }),
    ],
  };
}
