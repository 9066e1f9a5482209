// The formulas as the sidebar's picker shows them; the build puts them into Code.js as one text, parsed only when asked for.
import { parametersOf, readCellFunctions, signatureOf, templateOf } from './formula-help.mjs';
import { inGroups } from './function-groups.mjs';
import { examplesOf } from './reference-examples.mjs';

/** @returns {import('../src/sidebar-api/protocol.js').FormulaHelp[]} */
export function formulaCatalogue() {
  return inGroups(readCellFunctions()).flatMap(({ title, entries }) =>
    entries.map((entry) => {
      const [example] = examplesOf(entry);
      if (!example) throw new Error(`${entry.name} needs an @example`);
      return {
        name: entry.name,
        group: title,
        help: entry.description,
        signature: signatureOf(entry),
        parameters: parametersOf(entry).map(({ name, help }) => ({ name, help })),
        formula: templateOf(entry),
        example,
      };
    }),
  );
}
