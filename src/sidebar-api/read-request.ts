import { Refusal } from './refusal.js';

/** Refuses a request because of one of its values. */
export function refuse(name: string, value: unknown, rule: string): never {
  const shown = (JSON.stringify(value) as string | undefined) ?? 'missing';
  throw new Refusal('bad request', `${name} is ${shown.length > 60 ? `${shown.slice(0, 59)}…` : shown}; ${rule}`);
}

/** A JSON object, whatever it holds. */
export function readObject(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(name, value, 'use an object');
  // Checked above: any other object that JSON knows has text keys.
  return value as Record<string, unknown>;
}

/** A JSON list of 1 to `most` items. */
export function readList(value: unknown, name: string, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > most) {
    return refuse(name, value, `use a list of 1 to ${String(most)}`);
  }
  return value;
}

/** A text without outer blanks; it may be blank. */
export function readText(value: unknown, name: string, most: number): string {
  if (typeof value !== 'string' || value.length > most) {
    return refuse(name, value, `use a text of at most ${String(most)} characters`);
  }
  return value.trim();
}

/** A text that must not be blank. */
export function readName(value: unknown, name: string, most: number): string {
  const text = readText(value, name, most);
  return text === '' ? refuse(name, value, 'fill it in') : text;
}

/** True or false. */
export function readFlag(value: unknown, name: string): boolean {
  return typeof value === 'boolean' ? value : refuse(name, value, 'use true or false');
}

/** A finite number, or null for none. */
export function readNumberOrNull(value: unknown, name: string): number | null {
  if (value === null) return null;
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : refuse(name, value, 'use a number or leave it out');
}
