import { linesOf } from './page.js';
import type { FormulaHelp } from './protocol.js';
import type { PageGroup, PageItem } from './protocol-watch.js';

/** JSON of all formulas, which the build makes from the comments in src/catalogue. */
declare const FORMULA_CATALOGUE: string;

/** All formulas, in the order in which people look for them. Parsed when asked for: every call of a cell function loads this. */
export function catalogue(): readonly FormulaHelp[] {
  return JSON.parse(FORMULA_CATALOGUE) as readonly FormulaHelp[];
}

/** A formula with its arguments and an example; what it is for comes first, which is what the picker searches. */
function formulaItem({ name, help, signature, parameters, example }: FormulaHelp): PageItem {
  const { title, input, formula, result, place } = example;
  const given = { title: `Example: ${title}`, cells: input, row: 0, column: 0 };
  return {
    ...{ key: name, name, about: /^.*?[.:;](?= |$)/.exec(help)?.[0].slice(0, -1) ?? help, link: '' },
    parts: [
      { title: '', lines: [help] },
      { title: signature, lines: parameters.map((one) => `${one.name}: ${one.help}`) },
    ],
    forms: [
      { button: 'Insert at the active cell', call: 'insertFormula', args: { name }, fields: [], kind: 'primary' },
    ],
    tables: [...(input.length > 0 ? [given] : []), { title: `${formula} gives`, cells: result, ...place }],
  };
}

/** All formulas by what they are about. */
export function formulas(): readonly PageGroup[] {
  const all = catalogue();
  return [...new Set(all.map(({ group }) => group))].map((title) => ({
    ...linesOf(title, []),
    items: all.filter(({ group }) => group === title).map(formulaItem),
  }));
}
