import { ServiceException } from '../runtime/exceptions.js';
import { isDate } from '../runtime/realm.js';

/** The error for arguments of a wrong type, worded as Apps Script does (platform 2.3). */
export function mismatch(method: string, args: readonly unknown[]): ServiceException {
  return new ServiceException(
    `The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${method}.`,
  );
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (isDate(value)) return 'Date';
  if (Array.isArray(value)) {
    const inner = typeName(value[0]);
    return value.length === 0 ? 'Array' : `${inner === 'Array' ? 'Array' : inner}[]`;
  }
  return (
    { string: 'String', boolean: 'Boolean', number: 'number', function: 'Function' }[typeof value as string] ?? 'Object'
  );
}

/** A value as the text that a service makes of it. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
