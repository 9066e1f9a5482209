import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { asciiHtml, cellText, shorten } from '../../src/messages/cell-text.js';

describe('the text of a cell', () => {
  test.each([
    ['plain text stays', 'Northwind', 'Northwind'],
    ['line breaks become one space', 'North\r\n\r\nwind', 'North wind'],
    ['separators of lines and paragraphs become spaces', 'North\u2028wind\u2029x', 'North wind x'],
    ['control characters become spaces', 'North\u0000\u0007\u0085wind', 'North wind'],
    ['marks that turn the direction are dropped', '\u202Egnp.exe\u2066\u200F', 'gnp.exe'],
    ['invisible characters are dropped', 'North\u200B\uFEFF\u00ADwind', 'Northwind'],
    ['a Hebrew name stays', 'אבג', 'אבג'],
    ['the joiner of a Persian word stays', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['half an emoji becomes a replacement', 'a\uD83Db', 'a\uFFFDb'],
    ['nothing says so', '', '(blank)'],
    ['only invisible characters says so', ' \u200D\u202E\n', '(blank)'],
  ])('%s', (_, cell, shown) => {
    expect(cellText(cell)).toBe(shown);
  });

  it('is one visible line of bounded length, whatever the cell holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 7, max: 80 }), (cell, most) => {
        const text = cellText(cell, most);
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\u200E\u200F]/u);
        expect(Array.from(text).length).toBeGreaterThan(0);
        expect(Array.from(text).length).toBeLessThanOrEqual(most);
        expect(cellText(text, most)).toBe(text);
      }),
    );
  });
});

test('shortening never cuts an emoji in half', () => {
  expect(shorten('😀😀😀😀', 3)).toBe('😀😀…');
  expect(shorten('😀😀😀', 3)).toBe('😀😀😀');
});

test('HTML outside ASCII becomes numeric entities of whole characters', () => {
  expect(asciiHtml('<b title="é">→ 😀\n</b>')).toBe('<b title="&#233;">&#8594; &#128512;\n</b>');
});
