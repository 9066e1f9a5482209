import type { FormulaHelp } from './protocol.js';

/** JSON of all formulas, which the build makes from the comments in src/catalogue. */
declare const FORMULA_CATALOGUE: string;

/** All formulas, in the order in which people look for them. Parsed when asked for: every call of a cell function loads this. */
export function formulas(): readonly FormulaHelp[] {
  return JSON.parse(FORMULA_CATALOGUE) as readonly FormulaHelp[];
}
