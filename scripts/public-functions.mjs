// Reads the add-on's public functions, the exports of src/main.ts, with the comments that stand above them.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { root } from './project.mjs';

/**
 * @typedef {object} PublicFunction
 * @property {string} name
 * @property {string} file where it is declared, from the project's root.
 * @property {string[]} parameters names, in order.
 * @property {string} description
 * @property {{ tag: string, name: string, type: string, text: string }[]} tags all tags of its comment, in order;
 * `name` and `type` are empty where a tag has none.
 */

/** @param {string} path */
function parse(path) {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
}

/** @returns {PublicFunction[]} in the order of src/main.ts. */
export function readPublicFunctions() {
  const main = join(root, 'src/main.ts');
  return parse(main).statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement) && isExported(statement)) return [describe(statement, main)];
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier || !statement.exportClause) return [];
    if (!ts.isStringLiteral(statement.moduleSpecifier) || !ts.isNamedExports(statement.exportClause)) return [];
    const path = join(dirname(main), statement.moduleSpecifier.text.replace(/\.js$/, '.ts'));
    const declarations = parse(path).statements.filter(ts.isFunctionDeclaration);
    return statement.exportClause.elements.map(({ name }) => {
      const declaration = declarations.find((one) => one.name?.text === name.text && isExported(one));
      if (!declaration) throw new Error(`${path} exports no function declaration ${name.text}`);
      return describe(declaration, path);
    });
  });
}

/** @param {ts.FunctionDeclaration} declaration */
function isExported(declaration) {
  return declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/**
 * @param {ts.FunctionDeclaration} declaration
 * @param {string} path
 * @returns {PublicFunction}
 */
function describe(declaration, path) {
  const doc = ts.getJSDocCommentsAndTags(declaration).find(ts.isJSDoc);
  const name = declaration.name?.text ?? '';
  if (!doc) throw new Error(`${path}: ${name} has no comment`);
  return {
    name,
    file: relative(root, path),
    parameters: declaration.parameters.map((parameter) => parameter.name.getText()),
    description: textOf(doc.comment),
    tags: (doc.tags ?? []).map((tag) => ({
      tag: tag.tagName.text,
      name: ts.isJSDocParameterTag(tag) ? tag.name.getText() : '',
      type:
        (ts.isJSDocParameterTag(tag) || ts.isJSDocReturnTag(tag)) && tag.typeExpression
          ? tag.typeExpression.type.getText()
          : '',
      // TypeScript takes the first word of a @see for a name.
      text: ts.isJSDocSeeTag(tag) && tag.name ? wordsOf(tag) : textOf(tag.comment),
    })),
  };
}

/** @param {Parameters<typeof ts.getTextOfJSDocComment>[0]} comment */
function textOf(comment) {
  return (ts.getTextOfJSDocComment(comment) ?? '').trim();
}

/** @param {ts.JSDocTag} tag */
function wordsOf(tag) {
  const written = tag.getSourceFile().text.slice(tag.tagName.end, tag.end);
  return written.replace(/\n\s*\*? ?/g, '\n').trim();
}

/** The tags that Sheets shows or needs; the others are for the reference pages. */
const SHOWN = ['param', 'return', 'customfunction'];

/**
 * The top-level function that Apps Script finds by name: it hands everything on to the bundle.
 *
 * @param {PublicFunction} entry
 * @param {string} bundle the bundle's name.
 */
export function stubOf({ name, parameters, description, tags }, bundle) {
  const oneLine = (/** @type {string} */ text) => text.replace(/\s+/g, ' ');
  const lines = tags
    .filter(({ tag }) => SHOWN.includes(tag))
    .map(({ tag, type, name: parameter, text }) =>
      [`@${tag}`, type && `{${type}}`, parameter, oneLine(text)].filter(Boolean).join(' '),
    );
  const comment = [oneLine(description), ...(lines.length > 0 ? ['', ...lines] : [])];
  const list = parameters.join(', ');
  return [
    '/**',
    ...comment.map((line) => ` * ${line}`.trimEnd()),
    ' */',
    `function ${name}(${list}) {`,
    `  return ${bundle}.${name}(${list});`,
    '}',
    '',
  ].join('\n');
}
