import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoint, countCodePoints, offsetConverter, utf16 } from './offsets.ts';
import { anyText } from './testTexts.ts';

describe('offsets', () => {
  it('counts code points as the string iterator does', () => {
    fc.assert(fc.property(anyText, (text) => countCodePoints(text) === Array.from(text).length));
  });

  it('converts to code points as counting the characters before it does, and a pair’s middle to its start', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const converter = offsetConverter(text);
        let units = 0;
        Array.from(text).forEach((character, points) => {
          expect(converter.toCodePoint(utf16(units))).toBe(points);
          if (character.length === 2) expect(converter.toCodePoint(utf16(units + 1))).toBe(points);
          expect(converter.toUtf16(codePoint(points))).toBe(units);
          units += character.length;
        });
        expect(converter.toCodePoint(utf16(text.length))).toBe(converter.codePoints);
        expect(converter.toUtf16(codePoint(converter.codePoints))).toBe(text.length);
      }),
    );
  });

  it('brings every code-point offset back unchanged', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, seed) => {
        const converter = offsetConverter(text);
        const offset = codePoint(seed % (converter.codePoints + 1));
        return converter.toCodePoint(converter.toUtf16(offset)) === offset;
      }),
    );
  });

  it('counts an emoji family as its seven code points and a lone surrogate as one', () => {
    expect(countCodePoints('👩‍👩‍👧‍👦')).toBe(7);
    expect(countCodePoints('a\ud83db')).toBe(3);
    expect(countCodePoints('\udc00\ud800')).toBe(2);
    expect(offsetConverter('a😀b').toCodePoint(utf16(3))).toBe(2);
  });

  it('refuses an offset outside the text', () => {
    const converter = offsetConverter('a😀');
    for (const offset of [-1, 4, 0.5, Number.NaN]) {
      expect(() => converter.toCodePoint(utf16(offset))).toThrow(RangeError);
    }
    for (const offset of [-1, 3, 0.5, Number.NaN]) {
      expect(() => converter.toUtf16(codePoint(offset))).toThrow(RangeError);
    }
  });
});
