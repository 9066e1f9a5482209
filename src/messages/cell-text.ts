/** A cell holds up to 50,000 characters, and a mail shows some 60 of them. */
const LONGEST_READ = 1_000;

const ELLIPSIS = '\u2026';

/** Shortens a text to at most `most` characters, the last one an ellipsis when something was left out. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  return (
    characters
      .slice(0, most - 1)
      .join('')
      .trimEnd() + ELLIPSIS
  );
}

/**
 * What a person typed in a cell, fit for one line of a mail: breaks and control characters become spaces, invisible
 * characters that reorder or hide text are dropped, and the rest is shortened.
 *
 * The joiners U+200C and U+200D stay, because Persian, Indic scripts and emoji are misspelt without them.
 *
 * @param most characters kept, so that one cell cannot fill a mail.
 * @returns `(blank)` when nothing visible is left, so that a sentence never has a hole.
 */
export function cellText(cell: string, most = 60): string {
  const line = cell
    .slice(0, LONGEST_READ)
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return /[^\u200C\u200D\s]/u.test(line) ? shorten(line, most) : '(blank)';
}

/** Writes every character outside ASCII as a numeric entity, because mail services garble some of them in HTML bodies. */
export function asciiHtml(html: string): string {
  return html.replace(/[^\n\x20-\x7E]/gu, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`);
}
