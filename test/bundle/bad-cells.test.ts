import { describe, expect, it } from 'vitest';
import { call, flaw, functions, isRange, type Argument, type BadCell } from './cell-realm.js';
import { sampleCalls } from './sample-calls.js';

const BAD_CELLS: Readonly<Record<string, BadCell>> = {
  blank: '',
  space: ' ',
  text: 'n/a',
  'an English amount': '$1,200.50',
  'a German amount': '1.200,50',
  'a French amount': '1 200,50',
  TRUE: true,
  FALSE: false,
  '#N/A': '#N/A',
  '#DIV/0!': '#DIV/0!',
  'a date': { day: '2026-05-04' },
  'a date of 1899': { day: '1899-12-30' },
  'a year of five digits': { day: '+020260-02-01' },
  negative: -3,
  zero: 0,
  'a fraction': 0.123,
  NaN: { odd: 'NaN' },
  Infinity: { odd: 'Infinity' },
  '-Infinity': { odd: '-Infinity' },
  '1e308': 1e308,
  'a formula as text': '=1+1',
};
const NOT_NUMBERS = [
  ...['text', 'an English amount', 'a German amount', 'a French amount', 'TRUE', '#N/A', '#DIV/0!', 'a date'],
  ...['NaN', 'Infinity', '-Infinity', '1e308'],
];
const NOT_DATES = [
  ...['text', 'an English amount', 'a German amount', 'TRUE', 'FALSE', '#N/A', '#DIV/0!', 'negative', 'NaN', '1e308'],
  ...['a date of 1899', 'a year of five digits'],
];

/** Arguments in which what counts as wrong elsewhere is handed through or says something. */
const LENIENT: Readonly<Record<string, readonly string[]>> = {
  ASOF: ['range'],
};

function withArgument(args: readonly Argument[], index: number, argument: Argument): readonly Argument[] {
  return args.map((one, at) => (at === index ? argument : one));
}

function withCell(range: readonly (readonly BadCell[])[], row: number, column: number, cell: BadCell) {
  return range.map((cells, at) => (at === row ? cells.map((one, place) => (place === column ? cell : one)) : cells));
}

/** Ranges of odd shapes made from a sound one. */
function oddShapes(argument: Argument): Readonly<Record<string, Argument>> {
  const range = isRange(argument) ? argument : [[argument]];
  const first = range[0]?.[0] ?? '';
  return {
    'a single cell': first,
    '1 x 1': [[first]],
    'one row': [range.map(([cell]) => cell ?? '')],
    'one row less': range.slice(0, -1).length > 0 ? range.slice(0, -1) : [['']],
    'one row more': [...range, range[range.length - 1] ?? ['']],
    'two columns': range.map((cells) => [...cells, ...cells]),
    'a row without cells': [...range.slice(0, -1), []],
    'no row': [],
    'ragged rows': range.map((cells, row) => (row % 2 ? [...cells, 1] : cells)),
    'all blank': range.map((cells) => cells.map(() => '')),
    'one blank cell': '',
    'a header': [['Header'], ...range],
    'the header alone': [['Header']],
    'long text': 'x'.repeat(60_000),
  };
}

describe('every cell function', () => {
  it('has a sample call with all its arguments, which answers', () => {
    expect(Object.keys(sampleCalls).sort()).toEqual(functions.map(({ name }) => name).sort());
    for (const { name, parameters } of functions) {
      const args = sampleCalls[name] ?? [];
      expect(args.length, name).toBeLessThanOrEqual(parameters.length);
      const outcome = call(name, args);
      expect(outcome.sentence, name).toBeUndefined();
      expect(flaw(name, outcome)).toBeNull();
    }
  });
});

describe.each(functions)('$name', ({ name, parameters, tags }) => {
  const args = sampleCalls[name] ?? [];
  const cases = args.map((argument, index) => ({ parameter: parameters[index] ?? '', argument, index }));
  const typeOf = (parameter: string) => tags.find((tag) => tag.tag === 'param' && tag.name === parameter)?.type ?? '';

  it.each(cases)('$parameter: any cell ends in a value or one clear sentence', ({ parameter, argument, index }) => {
    const type = typeOf(parameter);
    const isLenient = LENIENT[name]?.includes(parameter) ?? false;
    const wrong = /Date/.test(type) ? NOT_DATES : /string|boolean/.test(type) ? ['#N/A', '#DIV/0!'] : NOT_NUMBERS;
    const flaws: string[] = [];
    for (const [kind, cell] of Object.entries(BAD_CELLS)) {
      const tries: (readonly [where: string, argument: Argument])[] = [['alone', cell]];
      if (isRange(argument)) {
        const last = argument.length - 1;
        const lastColumn = (argument[last]?.length ?? 1) - 1;
        tries.push([`row ${String(last + 1)}`, withCell(argument, last, lastColumn, cell)]);
        tries.push(['on top', withCell(argument, 0, 0, cell)]);
      }
      for (const [where, tried] of tries) {
        const outcome = call(name, withArgument(args, index, tried));
        const found = flaw(name, outcome);
        if (found !== null) flaws.push(`${kind} ${where} ${found}`);
        if (isLenient || !wrong.includes(kind) || where === 'on top') continue;
        if (outcome.sentence === undefined) flaws.push(`${kind} ${where} is taken: ${JSON.stringify(outcome.value)}`);
        else if (where !== 'alone' && last(argument) > 0 && !outcome.sentence.includes(where)) {
          flaws.push(`${kind} ${where} is not named: ${outcome.sentence}`);
        }
      }
    }
    expect(flaws).toEqual([]);
  });

  it.each(cases)('$parameter: any shape ends in a value or one clear sentence', ({ argument, index }) => {
    const flaws = Object.entries(oddShapes(argument)).flatMap(([shape, tried]) => {
      const found = flaw(name, call(name, withArgument(args, index, tried)));
      return found === null ? [] : [`${shape} ${found}`];
    });
    expect(flaws).toEqual([]);
  });

  it('ignores the blanks in which a whole column ends', () => {
    const padded = args.map((argument) =>
      isRange(argument) && argument.length > 1
        ? [...argument, ...Array.from({ length: 300 }, () => argument[0]?.map(() => '') ?? [''])]
        : argument,
    );
    expect(call(name, padded)).toEqual(call(name, args));
  });
});

/** The functions all of whose ranges are columns side by side, with their height. */
const tables = functions.flatMap(({ name }) => {
  const args = sampleCalls[name] ?? [];
  const heights = new Set(args.map((argument) => last(argument) + 1).filter((rows) => rows > 1));
  const [height = 0] = heights;
  const isColumn = (argument: Argument): boolean => !isRange(argument) || argument.every((cells) => cells.length === 1);
  return args.every(isColumn) && heights.size === 1 && height > 1 ? [{ name, args }] : [];
});

describe('a header over every column', () => {
  it('is tried with every function whose ranges are one table', () => {
    const others = functions.filter(({ name }) => !tables.some((table) => table.name === name)).map(({ name }) => name);
    expect(others.sort()).toEqual([
      // Of matrices, or of two tables.
      ...['ASOF', 'BENCHMARK', 'BENDING', 'BENDKIND', 'BENDSIZE', 'BENTWEEKS', 'HEALTHCOMPLETENESS', 'HEALTHSCORE'],
      ...['HEALTHWHY', 'SIGNALBACKTEST', 'SURPRISEDCHURN'],
    ]);
  });

  it.each(tables)('$name skips it', ({ name, args }) => {
    const headed = args.map((argument, index) =>
      isRange(argument) ? [[HEADERS[name]?.[index] ?? 'Header'], ...argument] : argument,
    );
    const { value } = call(name, args);
    const { value: answer, sentence } = call(name, headed);
    expect(sentence).toBeUndefined();
    // One answer a row leaves a blank beside the header.
    const beside = Array.isArray(value) ? [[''], ...(value as unknown[])] : value;
    expect([value, beside]).toContainEqual(answer);
  });
});

/** Where all columns are names, only a header of the usual words is known for one. */
const HEADERS: Readonly<Record<string, readonly string[]>> = { CSMRATIO: ['CSM', 'Tier', 'ARR'] };

function last(argument: Argument): number {
  return isRange(argument) ? argument.length - 1 : 0;
}
