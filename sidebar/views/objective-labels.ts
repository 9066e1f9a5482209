/** What each field of a key result is called: as its column is. */
export const KEY_RESULT_LABELS = {
  keyResult: 'Key result',
  baseline: 'Baseline',
  target: 'Target',
  unit: 'Unit',
  kind: 'Kind',
  owner: 'Owner',
  due: 'Due',
  account: 'Account',
  segment: 'Segment',
  indicator: 'Indicator',
  start: 'Start',
  source: 'Source',
  state: 'State',
} as const;

/** What each field of an objective is called: as its column is. */
export const OBJECTIVE_LABELS = {
  objective: 'Objective',
  quarter: 'Quarter',
  owner: 'Owner',
  parent: 'Parent',
  state: 'State',
} as const;

const choices = (...values: readonly string[]) => values.map((value) => [value, value || 'not said'] as const);

/** The states of an objective and of a key result. */
export const STATES = choices('', 'active', 'paused', 'done', 'dropped');
export const KINDS = choices('', 'leading', 'lagging');
