// Reads the `@example` tags of the cell functions: the reference pages, the formula picker and their test agree on them.

/**
 * @typedef {object} Example
 * @property {string} title
 * @property {string[][]} input as it lies in a blank sheet from A1; empty when the formula needs none.
 * @property {string} formula
 * @property {string[][]} result as it shows from the formula's cell on.
 * @property {{ row: number, column: number }} place of the formula, from 0: beside the input, one column left free.
 */

/** @param {string} line `| a | b |` */
function cellsOf(line) {
  if (!line.endsWith('|')) throw new Error(`${line} does not end with |`);
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

/**
 * A title, lines of input, the formula and lines of its result.
 *
 * @param {string} text of the tag.
 * @returns {Example}
 */
function parseExample(text) {
  const [title = '', ...lines] = text.split('\n').map((line) => line.trim());
  const at = lines.findIndex((line) => line.startsWith('='));
  const input = lines.slice(0, at).map(cellsOf);
  const result = lines.slice(at + 1).map(cellsOf);
  const wanted = [...input.map((row) => [row, input[0]]), ...result.map((row) => [row, result[0]])];
  if (at < 0 || title === '' || title.startsWith('|') || result.length === 0)
    throw new Error(`An example is a title, an input table if any, one line with the formula, and its result: ${text}`);
  if (wanted.some(([row, first]) => row?.length !== first?.length))
    throw new Error(`The rows of a table have as many cells as its first: ${text}`);
  const place = input[0] ? { row: 1, column: input[0].length + 1 } : { row: 0, column: 0 };
  return { title, input, formula: lines[at] ?? '', result, place };
}

/**
 * @param {import('./public-functions.mjs').PublicFunction} entry
 * @returns {Example[]}
 */
export function examplesOf({ tags }) {
  return tags.filter(({ tag }) => tag === 'example').map(({ text }) => parseExample(text));
}

/**
 * The letters of a column.
 *
 * @param {number} index from 0.
 * @returns {string}
 */
export function columnLetters(index) {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
