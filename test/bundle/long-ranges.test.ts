import { describe, expect, it } from 'vitest';
import { callWithLongRows, flaw, functions } from './cell-realm.js';
import { sampleCalls } from './sample-calls.js';

describe.each(functions)('$name over 100,000 rows', ({ name, parameters }) => {
  it.each(['alike', 'each of its own'])('%s ends in a value or one clear sentence', (kind) => {
    const named = parameters.map((parameter) => kind !== 'alike' && /account|csm/.test(parameter));
    expect(flaw(name, callWithLongRows(name, sampleCalls[name] ?? [], named))).toBeNull();
  });
});
