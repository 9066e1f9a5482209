import { parseIsoDay } from '../domain/calendar/day.js';
import { isoQuarter, parseQuarter } from '../domain/okr/quarter.js';
import { isEmailAddress } from '../records/cell.js';
import type { TabSchema } from '../records/schema.js';
import { keyResultsTab } from '../records/tabs/key-results.js';
import { objectivesTab } from '../records/tabs/objectives.js';
import { parseCellAddress } from './cell-address.js';
import { KEY_RESULT_FIELDS, OBJECTIVE_FIELDS, type Fields } from './goal-fields.js';
import { readName, readNumberOrNull, readObject, readText, refuse } from './read-request.js';

const LONGEST_TEXT = 1_000;
/** What stands in a cell already may be as long as a cell. */
const LONGEST_CELL = 50_000;
const MOST_KEY_RESULTS = 20;

/** A row to be saved: null ids for a new one, whose `seen` is null too. */
export interface RowToSave {
  readonly id: string | null;
  readonly fields: Fields;
  readonly seen: Fields | null;
}

/** An objective with its key results, as a request has it. */
export interface GoalToSave extends RowToSave {
  readonly requestId: string;
  readonly keyResults: readonly RowToSave[];
}

/** An id that the sidebar made for one request. */
export function readRequestId(value: unknown): string {
  const id = readName(value, 'requestId', 64);
  return /^[\w-]{8,}$/.test(id) ? id : refuse('requestId', id, 'use 8 or more letters, digits and hyphens');
}

/** Fields as they were typed; only what kind of value each is is checked. */
export function readFields(schema: TabSchema, names: readonly string[], value: unknown, place: string): Fields {
  const fields = readObject(value, place);
  const read = names.map((name): [string, string | number | null] => {
    const column = schema.columns[name];
    const label = `${place}, ${column?.header ?? name},`;
    return [
      name,
      column?.type === 'number' ? readNumberOrNull(fields[name], label) : readText(fields[name], label, LONGEST_CELL),
    ];
  });
  return Object.fromEntries(read);
}

/** Checks what was typed anew; what already stood there may stay as it is. */
function checkFields(schema: TabSchema, fields: Fields, seen: Fields | null, place: string): Fields {
  const checked = Object.entries(fields).map(([name, value]): [string, string | number | null] => {
    const column = schema.columns[name];
    const label = `${place}, ${column?.header ?? name},`;
    if (value === '' && column?.required) return refuse(label, value, 'fill it in');
    if (typeof value !== 'string' || value === '' || value === seen?.[name]) return [name, value];
    readText(value, label, LONGEST_TEXT);
    if (column?.type === 'day' && parseIsoDay(value) === null)
      return refuse(label, value, 'use a day such as 2026-05-04');
    if (column?.type === 'email') {
      return isEmailAddress(value) ? [name, value.toLowerCase()] : refuse(label, value, 'use an e-mail address');
    }
    if (column?.choices) {
      const choice = column.choices.find((known) => known === value.toLowerCase());
      return choice === undefined ? refuse(label, value, `use ${column.choices.join(' or ')}`) : [name, choice];
    }
    if (name === 'quarter') {
      const quarter = parseQuarter(value);
      return quarter === null ? refuse(label, value, 'write it as 2026-Q4') : [name, isoQuarter(quarter)];
    }
    if (name === 'source' && parseCellAddress(value) === null) return refuse(label, value, 'write it as Scorecard!B4');
    return [name, value];
  });
  return Object.fromEntries(checked);
}

function readRow(
  schema: TabSchema,
  names: readonly string[],
  row: Readonly<Record<string, unknown>>,
  place: string,
): RowToSave {
  const id = row['id'] === null ? null : readName(row['id'], `${place}, id,`, 200);
  const seen = id === null ? null : readFields(schema, names, row['seen'], `${place}, as it was seen`);
  return { id, seen, fields: checkFields(schema, readFields(schema, names, row['fields'], place), seen, place) };
}

/** The key results of an objective; there may be none yet. */
export function readKeyResultList(value: unknown): readonly unknown[] {
  return Array.isArray(value) && value.length <= MOST_KEY_RESULTS
    ? value
    : refuse('keyResults', value, `use a list of at most ${String(MOST_KEY_RESULTS)}`);
}

/** Reads an objective with its key results out of a request. */
export function readGoal(request: Readonly<Record<string, unknown>>): GoalToSave {
  const objective = readRow(objectivesTab, OBJECTIVE_FIELDS, request, 'The objective');
  if (objective.fields['quarter'] === '' && objective.seen?.['quarter'] !== '') {
    refuse('The objective, Quarter,', '', 'write it as 2026-Q4');
  }
  const keyResults = readKeyResultList(request['keyResults']).map((row, index) => {
    const place = `Key result ${String(index + 1)}`;
    return readRow(keyResultsTab, KEY_RESULT_FIELDS, readObject(row, place), place);
  });
  const twice = keyResults.find(({ id }, at) => id !== null && keyResults.findIndex((other) => other.id === id) < at);
  if (twice) refuse('The id of two key results', twice.id, 'send each key result once');
  return { ...objective, requestId: readRequestId(request['requestId']), keyResults };
}
