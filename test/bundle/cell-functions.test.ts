import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { parse, type Comment, type Function as FunctionNode, type FunctionDeclaration, type Program } from 'acorn';
import { describe, expect, it } from 'vitest';

const code = readFileSync(join(import.meta.dirname, '../../dist/Code.js'), 'utf8');
const comments: Comment[] = [];
const program: Program = parse(code, { ecmaVersion: 2019, sourceType: 'script', onComment: comments });

function isNamedFunction(node: Program['body'][number]): node is FunctionDeclaration {
  return node.type === 'FunctionDeclaration';
}

/** The comment that stands directly above a node, as Sheets looks for it. */
function commentAbove(node: FunctionNode): string {
  return comments.find(({ end }) => end <= node.start && code.slice(end, node.start).trim() === '')?.value ?? '';
}

const declarations = program.body.filter(isNamedFunction).map((node) => ({
  name: node.id.name,
  parameters: node.params.map((parameter) => (parameter.type === 'Identifier' ? parameter.name : '?')),
  help: commentAbove(node),
}));
/** Cell functions are written in capitals; the add-on's other globals are not. */
const cellFunctions = declarations.filter(({ name }) => name === name.toUpperCase());

/** A context as Sheets gives to one call, in a spreadsheet of that zone. */
function bundleIn(zone: string): vm.Context {
  const spreadsheet = { getSpreadsheetTimeZone: () => zone };
  const context = vm.createContext({ SpreadsheetApp: { getActiveSpreadsheet: () => spreadsheet } });
  vm.runInContext(code, context);
  return context;
}

/** Calculates in the bundle's own realm, where ranges and dates come from, and brings plain JSON back. */
function calculate(formula: string, zone = 'Europe/Berlin'): unknown {
  return JSON.parse(vm.runInContext(`JSON.stringify(${formula})`, bundleIn(zone)) as string) as unknown;
}

describe('the bundle', () => {
  it('declares the cell functions at top level', () => {
    expect(cellFunctions.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['NRR', 'GRR', 'HEALTHSCORE', 'BENDING', 'MRRSNAPSHOT', 'WEEKLY', 'WEEKLYFOR']),
    );
  });

  it('does nothing at load that needs a service', () => {
    const context = vm.createContext({});
    expect(() => void vm.runInContext(code, context)).not.toThrow();
  });
});

describe.each(cellFunctions)('$name', ({ name, parameters, help }) => {
  it('has help that Sheets shows while typing', () => {
    expect(help).toMatch(/^\*\n \* [A-Z].{20,}/);
    expect(help).toContain('@customfunction');
    expect(help).toMatch(/@return \{[^}]+\} \S/);
  });

  it('documents exactly its parameters, in their order, with a type and an example or what may be left out', () => {
    const documented = [...help.matchAll(/@param \{([^}]+)\} (\S+) (.+)/g)];
    expect(documented.map(([, , parameter]) => parameter)).toEqual(parameters);
    expect(parameters.length).toBeGreaterThan(0);
    for (const [, , , text] of documented) expect(text).toMatch(/for example|optional|\bof\b/);
  });

  it('is carried out by the bundle, not by the empty declaration', () => {
    expect(() => calculate(`${name}()`)).toThrow(new RegExp(`^${name}: .+ is missing; add it to the formula$`));
  });
});

describe('formulas over values as Sheets hands them in', () => {
  it.each([
    { formula: 'NRR([["Start"], [100], [100], [""]], [["End"], [150], [""], [80]])', value: 0.75 },
    { formula: 'GRR([[100], [100]], [[150], [""]])', value: 0.5 },
    { formula: 'NRR(100000, 12000, 3000, 4000)', value: 1.05 },
    { formula: 'BENDING([[50, 48, 45], [1, 2, 3]], "down")', value: [[false], [true]] },
    { formula: 'HEALTHSCORE([["Usage"], [5]], [["Usage", 1, 0, 10]])', value: 50 },
    { formula: 'HEALTHBAND([[20], [90]])', value: [['red'], ['green']] },
  ])('$formula', ({ formula, value }) => {
    expect(calculate(formula)).toEqual(value);
  });

  it('dates are days of the spreadsheet’s zone on the way in and out', () => {
    // Monday 4 May 2026, 00:00 in Berlin is still Sunday in UTC.
    const monday = '2026-05-03T22:00:00.000Z';
    expect(calculate(`WEEKLY([["Acme"]], [[new Date("${monday}")]])`)).toEqual([[monday, 'Acme', 1]]);
    expect(calculate(`WEEKLY([["Acme"]], [[new Date("${monday}")]])`, 'UTC')).toEqual([
      ['2026-04-27T00:00:00.000Z', 'Acme', 1],
    ]);
    const snapshot = `MRRSNAPSHOT([["Acme"]], [[new Date("${monday}")]], [[""]], [[9]], new Date("${monday}"))`;
    expect(calculate(snapshot)).toEqual([['Acme', 9]]);
  });
});
