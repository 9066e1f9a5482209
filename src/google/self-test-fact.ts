/** What one check of the self-test found in this spreadsheet. */
export interface Fact {
  /** As docs/live-checks.md names it. */
  readonly name: string;
  readonly expected: string;
  /** What was found, or why it was not looked at. */
  readonly found: string;
  readonly verdict: 'pass' | 'fail' | 'not checked';
}

/** What a look brings: a text that is to be the expected one, a finding that is judged already, or a reason why not. */
type Found = string | { readonly found: string; readonly holds: boolean } | { readonly notChecked: string };

/** Checks one fact; whatever the look throws is a finding too, and stops no other check. */
export function checkFact(name: string, expected: string, look: () => Found): Fact {
  try {
    const seen = look();
    if (typeof seen === 'string') return { name, expected, found: seen, verdict: seen === expected ? 'pass' : 'fail' };
    if ('notChecked' in seen) return { name, expected, found: seen.notChecked, verdict: 'not checked' };
    return { name, expected, found: seen.found, verdict: seen.holds ? 'pass' : 'fail' };
  } catch (error) {
    return { name, expected, found: error instanceof Error ? error.message : String(error), verdict: 'fail' };
  }
}

/** A cell's value in words. */
export function inWords(value: unknown): string {
  if (value === '') return 'a blank';
  if (typeof value === 'string') return `the ${value.startsWith('#') ? 'error' : 'text'} ${value}`;
  if (typeof value === 'number') return `the number ${String(value)}`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? 'a date' : typeof value;
}
