import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountKey, AccountIndex } from '../../src/domain/account-key.js';

describe('an account key', () => {
  it.each([
    { name: 'case', spellings: ['Acme', 'ACME', 'acme'] },
    { name: 'outer blanks, a no-break space among them', spellings: ['Acme', '  Acme', 'Acme\u00a0', '\tAcme\n'] },
    {
      name: 'inner blanks',
      spellings: ['Acme GmbH', 'Acme  GmbH', 'Acme\u00a0\tGmbH', 'Acme\nGmbH', 'Acme \u2003 GmbH'],
    },
    { name: 'composed and decomposed letters', spellings: ['Caf\u00e9', 'Cafe\u0301', 'CAFE\u0301'] },
    {
      name: 'full width letters and ligatures',
      spellings: ['Office', '\uff2f\uff46\uff46\uff49\uff43\uff45', 'O\ufb03ce'],
    },
    { name: 'sharp s', spellings: ['Straße', 'STRASSE', 'strasse'] },
    { name: 'the two small sigmas', spellings: ['ΟΔΟΣ', 'οδος', 'οδοσ'] },
  ])('is the same whatever the $name', ({ spellings }) => {
    const keys = new Set(spellings.map(accountKey));
    // A final sigma is written by position; both come from the same capital.
    expect(keys.size).toBe(1);
  });

  it.each([
    ['Acme', 'Acme 2'],
    ['Ab', 'A b'],
    ['\u0130zmir', 'Izmir'],
    ['Cafe', 'Café'],
  ])('differs between %s and %s', (one, other) => {
    expect(accountKey(one)).not.toBe(accountKey(other));
  });

  it('is for a plain name what the whole rule makes of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 12 }), (name) => {
        // An ideographic blank inside sends a name the long way round, and comes out as a plain one.
        expect(accountKey(`${name} x`)).toBe(accountKey(`${name}\u3000x`));
      }),
    );
  });

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (name) => {
        expect(accountKey(accountKey(name))).toBe(accountKey(name));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an account index', () => {
  it('numbers accounts by first appearance and shows them as first written', () => {
    const index = new AccountIndex();
    expect(['Beta', 'acme', 'ACME ', 'beta', 'acme'].map((name) => index.add(name))).toEqual([0, 1, 1, 0, 1]);
    expect(index.names).toEqual(['Beta', 'acme']);
    expect([index.find('ACME'), index.find('Gamma')]).toEqual([1, undefined]);
  });

  it('knows an account by the cells from which its name was read, and by no others', () => {
    const index = new AccountIndex();
    expect([index.add('Acme', ' Acme'), index.add('7', 7), index.add('Acme', 'ACME')]).toEqual([0, 1, 0]);
    expect([' Acme', 'ACME', 7, 'acme', '7', ''].map((cell) => index.spelled(cell))).toEqual([
      0,
      0,
      1,
      ...[undefined, undefined, undefined],
    ]);
    expect(index.names).toEqual(['Acme', '7']);
  });
});
