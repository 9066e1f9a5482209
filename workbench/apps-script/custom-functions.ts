import { parse } from 'acorn';
import type { Comment } from 'acorn';
import type { CustomFunction } from './api.js';

export type { CustomFunction };

/** Names of all top-level functions: the ones that menus, triggers, sidebar calls and cells can name. */
export function topLevelFunctions(code: string): string[] {
  return declarations(code).map((found) => found.name);
}

/** The functions whose comment says `@customfunction`, as Sheets shows them while typing (platform 1.2). */
export function customFunctionsOf(code: string): CustomFunction[] {
  return declarations(code).flatMap(({ name, comment, parameters }) => {
    if (!/@customfunction\b/.test(comment)) return [];
    const lines = comment.split('\n').map((line) => line.replace(/^\s*\*?\s?/, '').trim());
    const firstTag = lines.findIndex((line) => line.startsWith('@'));
    const help = oneLine(lines.slice(0, firstTag));
    const params = new Map(paramTags(lines.slice(firstTag)));
    return [
      {
        name,
        help,
        parameters: parameters.map((parameter) => ({ name: parameter, help: params.get(parameter) ?? '' })),
      },
    ];
  });
}

interface Declaration {
  readonly name: string;
  readonly parameters: readonly string[];
  /** That stands right before it; empty without one. */
  readonly comment: string;
}

/** What was parsed last: a bundle takes a while, and all who ask about it ask about the same. */
let parsed: { readonly code: string; readonly found: readonly Declaration[] } | null = null;

function declarations(code: string): readonly Declaration[] {
  if (parsed?.code !== code) parsed = { code, found: parsedDeclarations(code) };
  return parsed.found;
}

function parsedDeclarations(code: string): Declaration[] {
  const comments: Comment[] = [];
  const program = parse(code, { ecmaVersion: 2022, sourceType: 'script', onComment: comments });
  return program.body.flatMap((node) => {
    if (node.type !== 'FunctionDeclaration') return [];
    const parameters = node.params.map((parameter, index) =>
      parameter.type === 'Identifier' ? parameter.name : `argument${String(index + 1)}`,
    );
    const last = comments.filter((one) => one.end <= node.start).at(-1);
    const comment = last && code.slice(last.end, node.start).trim() === '' ? last.value : '';
    return [{ name: node.id.name, parameters, comment }];
  });
}

function paramTags(lines: readonly string[]): [string, string][] {
  const tags: string[] = [];
  for (const line of lines) {
    if (line.startsWith('@')) tags.push(line);
    else tags.push(`${tags.pop() ?? ''} ${line}`);
  }
  return tags.flatMap((tag): [string, string][] => {
    const match = /^@param\s+(?:\{.*?\}+\s+)?\[?([\w$]+)[^\s]*\s*-?\s*(.*)$/.exec(tag);
    return match ? [[match[1] ?? '', oneLine([match[2] ?? ''])]] : [];
  });
}

function oneLine(lines: readonly string[]): string {
  return lines
    .join(' ')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
