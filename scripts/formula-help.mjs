// What a person needs to type a formula, read from the comments of the cell functions.
import { readPublicFunctions } from './public-functions.mjs';

/** @typedef {import('./public-functions.mjs').PublicFunction} PublicFunction */

/**
 * @typedef {object} FormulaParameter
 * @property {string} name
 * @property {string} help
 * @property {boolean} isOptional
 */

/** What `for example` names: a reference such as `B2:B`, `F1` or `'Usage by week'!B2:M`, a whole number or a quoted text. */
const EXAMPLE = /\bfor example ("[^"]*"|\d+|(?:(?:\w+|'[^']+')!)?[A-Z]{1,2}\d*(?::[A-Z]{1,2}\d*)?)(?=[,;.)]?(?:\s|$))/;

/** The public functions that cells call; the others are for menus, triggers and the sidebar. */
export function readCellFunctions() {
  return readPublicFunctions().filter(({ tags }) => tags.some(({ tag }) => tag === 'customfunction'));
}

/**
 * @param {PublicFunction} entry
 * @returns {FormulaParameter[]}
 */
export function parametersOf({ parameters, tags }) {
  return parameters.map((name) => {
    const help = tags.find((tag) => tag.tag === 'param' && tag.name === name)?.text.replace(/\s+/g, ' ') ?? '';
    return { name, help, isOptional: help.startsWith('(optional') };
  });
}

/**
 * How the formula is typed, optional arguments in brackets.
 *
 * @param {PublicFunction} entry
 */
export function signatureOf(entry) {
  const list = parametersOf(entry).map(({ name, isOptional }) => (isOptional ? `[${name}]` : name));
  return `=${entry.name}(${list.join(', ')})`;
}

/**
 * A formula to begin with: the required arguments, each as its help names an example. No decimals and no inline arrays, which
 * locales write differently.
 *
 * @param {PublicFunction} entry
 */
export function templateOf(entry) {
  const examples = parametersOf(entry)
    .filter(({ isOptional }) => !isOptional)
    .map(({ name, help }) => {
      const example = EXAMPLE.exec(help)?.[1];
      if (example === undefined) throw new Error(`The help of ${entry.name}'s ${name} needs "for example B2:B"`);
      return example;
    });
  return `=${entry.name}(${examples.join(', ')})`;
}
