import type { BaseValueObject } from '@univerjs/engine-formula';
import { isDate } from '../runtime/realm.js';
import { dayFormat } from '../services/entry.js';
import { textOf } from '../services/signature.js';
import type { UniverKit } from '../storage/kit.js';
import type { Zone } from '../time/zone.js';

export interface ResultRules {
  readonly kit: UniverKit;
  readonly zone: Zone;
  readonly locale: string;
}

/** Turns what a cell function returned into what Univer shows: a 2-D array spills, a flat one goes down (platform 1.4). */
export function resultOf(value: unknown, rules: ResultRules): BaseValueObject {
  const { ArrayValueObject } = rules.kit.sheets;
  if (!Array.isArray(value)) return scalar(value, rules);
  const rows = (value as unknown[]).map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length === 0 || columns === 0) return scalar(null, rules);
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => Array.from({ length: columns }, (_, column) => scalar(row[column], rules))),
    rowCount: rows.length,
    columnCount: columns,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

function scalar(value: unknown, { kit, zone, locale }: ResultRules): BaseValueObject {
  const { BooleanValueObject, ErrorValueObject, NullValueObject, NumberValueObject, StringValueObject } = kit.sheets;
  if (value === null || value === undefined) return NullValueObject.create();
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (typeof value === 'number')
    return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create(NUM);
  if (isDate(value)) {
    if (Number.isNaN(value.getTime())) return ErrorValueObject.create(NUM);
    return NumberValueObject.create(zone.serialOfInstant(value.getTime()), dayFormat(locale));
  }
  return StringValueObject.create(textOf(value));
}

/** Univer's error enumeration exists as types only, in a module of its own. */
type ErrorName = Parameters<UniverKit['sheets']['ErrorValueObject']['create']>[0];
const named = (error: string) => error as unknown as ErrorName; // the enumeration's members are these texts
const NUM = named('#NUM!');
/** What a cell shows whose function threw; Univer has no such error of its own. */
export const THROWN = named('#ERROR!');
