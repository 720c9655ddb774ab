import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber, typedNumber } from './numbers.ts';

describe('A number in a text', () => {
  test.each([
    ['5', 5],
    [' 5\u00a0', 5],
    ['+5', 5],
    ['-5', -5],
    ['007', 7],
    ['0.10', 0.1],
    ['.5', 0.5],
    ['5.', 5],
    ['-0', 0],
    ['1e+21', 1e21],
    ['1.5e-7', 1.5e-7],
    ['1e+05', 100_000], // R 4.2: format(1e5)
    ['1e-05', 0.00001], // Python 3.11: repr(0.00001)
    ['1.50E+05', 150_000], // LibreOffice 7.4, in the format 0.00E+00
    ['+1e+21', 1e21],
    ['0e+00', 0],
    ['9007199254740992', 2 ** 53],
    ['36696101564290650', 36696101564290650],
    ['1000000000000000000000', 1e21],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test.each([
    ...['', ' ', '0x5', '0b1', '0o7', 'Infinity', '-Infinity', 'NaN', '٣', '５', '−5', '2,5', '1 000', '1_000'],
    ...['1e3', '1E3', '1e21', '1e+400', '1e-400', 'e+05', '1e+', '1e+5.5', '.', '-', '+-5', '5-', '1.2.3', '5 %', '5n'],
    ...['9007199254740993', `1${'0'.repeat(400)}`, '100000000000000000000001'],
  ])('%j is none', (text) => {
    expect(readNumber(text)).toBeUndefined();
    if (text !== '−5' && text !== '2,5') expect(typedNumber(text)).toBeUndefined();
  });

  const big = fc.bigInt(0n, 10n ** 21n).map(Number);
  test('is read back as it was written out', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), big), (value) => {
        expect(readNumber(String(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('A number that somebody types', () => {
  test.each([
    ['−5', -5],
    ['–0,5', -0.5],
    ['2,5', 2.5],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
  ])('may have a comma, and the sign of a typesetter: %j is %d', (text, value) => {
    expect(typedNumber(text)).toBe(value);
  });

  test.each(['1,500', '-12,000', '1,2,3', '1.500,5', ','])('is not guessed: %j', (text) => {
    expect(typedNumber(text)).toBeUndefined();
  });
});
