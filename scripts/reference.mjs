// `npm run docs`: writes docs/functions, a page for each cell function, from the comments in src/catalogue.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import prettier from 'prettier';
import { parametersOf, readCellFunctions, signatureOf } from './formula-help.mjs';
import { inGroups } from './function-groups.mjs';
import { root } from './project.mjs';
import { columnLetters, examplesOf } from './reference-examples.mjs';

/** @typedef {import('./public-functions.mjs').PublicFunction} PublicFunction */

const FOLDER = join(root, 'docs/functions');

const pageOf = (/** @type {string} */ name) => `${name.toLowerCase()}.md`;
const linkTo = (/** @type {PublicFunction} */ { name }) => `[${name}](${pageOf(name)})`;

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * Cells as a spreadsheet shows them, with their letters and numbers.
 *
 * @param {readonly (readonly string[])[]} cells
 * @param {{ row: number, column: number }} corner where the first of them is, from 0.
 */
function sheet(cells, { row, column }) {
  const plain = (/** @type {string} */ text) => text.replace(/[\\`*_<]/g, '\\$&');
  return table(
    ['', ...(cells[0] ?? []).map((_, index) => columnLetters(column + index))],
    cells.map((line, index) => [String(row + index + 1), ...line.map(plain)]),
  );
}

/** @param {import('./reference-examples.mjs').Example} example */
function renderExample({ title, input, formula, result, place }) {
  const cell = `${columnLetters(place.column)}${place.row + 1}`;
  return [
    `### ${title}`,
    ...(input.length > 0 ? [sheet(input, { row: 0, column: 0 })] : []),
    `\`${formula}\` in ${cell} gives`,
    sheet(result, place),
  ];
}

/**
 * @param {PublicFunction} entry
 * @param {readonly PublicFunction[]} group
 */
function renderPage(entry, group) {
  const texts = (/** @type {string} */ tag) => entry.tags.filter((one) => one.tag === tag).map(({ text }) => text);
  const section = (/** @type {string} */ title, /** @type {readonly string[]} */ parts) =>
    parts.length > 0 ? [`## ${title}`, ...parts] : [];
  const list = (/** @type {readonly string[]} */ items) =>
    items.length > 0 ? [items.map((item) => `- ${item.replace(/\n/g, '\n  ')}`).join('\n')] : [];
  const others = group.filter(({ name }) => name !== entry.name);
  return [
    '<!-- Made by `npm run docs` from the comment of the function; change it there. -->',
    `# ${entry.name}`,
    entry.description,
    `\`\`\`\n${signatureOf(entry)}\n\`\`\``,
    table(
      ['argument', 'what it is'],
      parametersOf(entry).map(({ name, help }) => [`\`${name}\``, help]),
    ),
    ...texts('return').map((text) => `**It gives:** ${text}`),
    ...section('Formula', texts('formula')),
    ...section('Convention', texts('convention')),
    ...section('Other conventions', list(texts('otherwise'))),
    ...section('Examples', examplesOf(entry).flatMap(renderExample)),
    ...section('Sources', list(texts('see'))),
    ...section('Related', others.length > 0 ? [`${others.map(linkTo).join(', ')}; [all functions](README.md)`] : []),
  ].join('\n\n');
}

/** @param {ReturnType<typeof inGroups<PublicFunction>>} groups */
function renderIndex(groups) {
  const firstSentence = ({ description = '' }) => /^.*?[.](?= [A-Z]|$)/s.exec(description)?.[0] ?? description;
  return [
    '<!-- Made by `npm run docs` from the comments of the functions; change them there. -->',
    '# Functions',
    'Every formula that Bellwether adds, with its arguments, the convention that it follows, how to get the other conventions in use, and worked examples. Ratios are fractions: 1.05 is 105 %, once the cell is formatted as a percentage. Where the spreadsheet has decimal commas, type `;` between arguments.',
    'What the conventions mean is explained once, in [conventions](../conventions/README.md).',
    ...groups.flatMap(({ title, entries }) => [
      `## ${title}`,
      table(
        ['function', 'what it tells'],
        entries.map((entry) => [linkTo(entry), firstSentence(entry)]),
      ),
    ]),
  ].join('\n\n');
}

/**
 * The text of every page, by file name.
 *
 * @returns {Promise<Map<string, string>>}
 */
export async function referencePages() {
  const groups = inGroups(readCellFunctions());
  const pages = groups.flatMap(({ entries }) =>
    entries.map((entry) => /** @type {const} */ ([pageOf(entry.name), renderPage(entry, entries)])),
  );
  const style = await prettier.resolveConfig(join(root, 'package.json'));
  const formatted = [...pages, /** @type {const} */ (['README.md', renderIndex(groups)])].map(
    async ([name, text]) =>
      /** @type {const} */ ([name, await prettier.format(text, { ...style, parser: 'markdown' })]),
  );
  return new Map(await Promise.all(formatted));
}

async function writeReference() {
  const pages = await referencePages();
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await Promise.all([...pages].map(([name, text]) => writeFile(join(FOLDER, name), text)));
}

if (process.argv[1] === import.meta.filename) await writeReference();
