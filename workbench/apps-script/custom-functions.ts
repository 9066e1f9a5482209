import { parse } from 'acorn';
import type { Comment } from 'acorn';
import type { CustomFunction } from './api.js';

export type { CustomFunction };

/** Names of all top-level functions: the ones that menus, triggers, sidebar calls and cells can name. */
export function topLevelFunctions(code: string): string[] {
  return declarations(code, []).map((found) => found.name);
}

/** The functions whose comment says `@customfunction`, as Sheets shows them while typing (platform 1.2). */
export function customFunctionsOf(code: string): CustomFunction[] {
  const comments: Comment[] = [];
  return declarations(code, comments).flatMap(({ name, start, parameters }) => {
    const comment = comments.filter((one) => one.end <= start).at(-1);
    if (!comment || code.slice(comment.end, start).trim() !== '' || !/@customfunction\b/.test(comment.value)) return [];
    const lines = comment.value.split('\n').map((line) => line.replace(/^\s*\*?\s?/, '').trim());
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
  readonly start: number;
  readonly parameters: readonly string[];
}

function declarations(code: string, comments: Comment[]): Declaration[] {
  const program = parse(code, { ecmaVersion: 2022, sourceType: 'script', onComment: comments });
  return program.body.flatMap((node) => {
    if (node.type !== 'FunctionDeclaration') return [];
    const parameters = node.params.map((parameter, index) =>
      parameter.type === 'Identifier' ? parameter.name : `argument${String(index + 1)}`,
    );
    return [{ name: node.id.name, start: node.start, parameters }];
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
