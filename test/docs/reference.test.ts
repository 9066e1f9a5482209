import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parametersOf, readCellFunctions, signatureOf, templateOf } from '../../scripts/formula-help.mjs';
import { inGroups } from '../../scripts/function-groups.mjs';
import { columnLetters, examplesOf } from '../../scripts/reference-examples.mjs';
import { referencePages } from '../../scripts/reference.mjs';

const FOLDER = join(import.meta.dirname, '../../docs/functions');
const functions = readCellFunctions();

test('the reference is as `npm run docs` makes it from the comments', async () => {
  const pages = await referencePages();
  expect(readdirSync(FOLDER).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages) expect(readFileSync(join(FOLDER, name), 'utf8'), name).toBe(text);
});

describe.each(functions)('the comment of $name', (entry) => {
  const texts = (tag: string) => entry.tags.filter((one) => one.tag === tag).map(({ text }) => text);

  test('says the formula, the convention and the others in use, or why there are none', () => {
    expect(texts('formula')).toHaveLength(1);
    expect(texts('convention')).toHaveLength(1);
    expect(texts('otherwise').length).toBeGreaterThan(0);
    for (const text of texts('otherwise')) expect(text).toMatch(/^(\*\*.+\*\*|None: .+)/s);
  });

  test('has an example that uses the function', () => {
    const examples = examplesOf(entry);
    expect(examples.length).toBeGreaterThan(0);
    for (const { formula } of examples) expect(formula).toContain(`${entry.name}(`);
  });

  test('says of each argument that it is optional or what to give', () => {
    for (const { name, help } of parametersOf(entry)) expect(help, name).toMatch(/^\(optional[ ,)]|\bfor example /);
  });

  test('gives a formula to begin with, without what locales write differently', () => {
    expect(templateOf(entry)).toMatch(/^=[A-Z]+\(.+\)$/);
    expect(templateOf(entry)).not.toMatch(/\d\.\d|[{}]/);
    expect(parametersOf(entry)[0]?.isOptional).toBe(false);
  });
});

test('optional arguments stand in brackets', () => {
  const bentWeeks = functions.filter(({ name }) => name === 'BENTWEEKS').map(signatureOf);
  expect(bentWeeks).toEqual(['=BENTWEEKS(values, [better])']);
});

test('a function without a group is refused, with what to do', () => {
  expect(() => inGroups([{ name: 'NEWRATIO' }])).toThrow('Put NEWRATIO into a group of scripts/function-groups.mjs');
});

test.each([
  ['no title', '| a |\n=F(A1)\n| 1 |', /An example is a title/],
  ['no formula', 'Title\n| a |', /An example is a title/],
  ['no result', 'Title\n| a |\n=F(A1)', /An example is a title/],
  ['a row that is cut short', 'Title\n| a | b |\n| 1 |\n=F(A1)\n| 1 |', /as many cells as its first/],
  ['a row without an end', 'Title\n| a | b\n=F(A1)\n| 1 |', /does not end with/],
])('an example with %s is refused', (_, text, reason) => {
  const tags = [{ tag: 'example', name: '', type: '', text }];
  expect(() => examplesOf({ name: 'F', file: '', parameters: [], description: '', tags })).toThrow(reason);
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
])('column %i is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
});
