import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedCell } from '../../workbench/files/typed-cell.js';

const day = { serial: 45_356, format: 'yyyy-mm-dd' };

describe('a field of a text file', () => {
  it.each([
    ['a blank', '', null],
    ['spaces', '   ', null],
    ['a whole number', '42', 42],
    ['a negative decimal', '-3.5', -3.5],
    ['a number with an exponent', '1.5e3', 1500],
    ['a leading zero', '00123', '00123'],
    ['zero', '0', 0],
    ['a decimal below one', '0.25', 0.25],
    ['an identifier of 19 digits', '1234567890123456789', '1234567890123456789'],
    ['a lone sign', '-', '-'],
    ['a telephone number', '+1 555 0100', '+1 555 0100'],
    ['a percentage', '12%', '12%'],
    ['a word', 'pricing', 'pricing'],
    ['True as Python writes it', 'True', true],
    ['FALSE as a spreadsheet writes it', 'FALSE', false],
    ['an ISO date', '2024-03-05', day],
    ['the leap day', '2024-02-29', { serial: 45_351, format: 'yyyy-mm-dd' }],
    ['a day that does not exist', '2023-02-29', '2023-02-29'],
    ['a timestamp', '2024-03-05 12:00:00', { serial: 45_356.5, format: 'yyyy-mm-dd hh:mm:ss' }],
    ['a timestamp with a one-digit hour', '2024-03-05 6:00', { serial: 45_356.25, format: 'yyyy-mm-dd hh:mm:ss' }],
    ['an hour that does not exist', '2024-03-05 25:00', '2024-03-05 25:00'],
    ['an instant with a zone, which is no wall clock', '2024-03-05T12:00:00Z', '2024-03-05T12:00:00Z'],
    ['a formula', '=1+1', '=1+1'],
    ['a formula that begins with a sign', '+1+1', '+1+1'],
    ['a command', '@SUM(A1)', '@SUM(A1)'],
  ])('reads %s', (_, field, cell) => {
    expect(typedCell(field)).toEqual(cell);
  });

  it('reads back every number that it is shown in plain decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (units, places) => {
        const value = units / 10 ** places;
        expect(typedCell(String(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('never makes a formula, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (field) => {
        const cell = typedCell(field);
        expect(typeof cell === 'object' && cell !== null && 'formula' in cell).toBe(false);
        if (typeof cell === 'string') expect(cell).toBe(field);
      }),
    );
  });
});
