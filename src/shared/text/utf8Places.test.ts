import fc from 'fast-check';
import { expect, it } from 'vitest';
import { offsetConverter, utf16 } from './offsets.ts';
import { anyText } from './testTexts.ts';
import { createUtf8Places, splitsPair } from './utf8Places.ts';

it('positions lie in the UTF-8 form where the text before them ends, and count code points as the converter does', () => {
  const placesOf = createUtf8Places();
  fc.assert(
    fc.property(anyText, (any) => {
      const text = any.toWellFormed();
      const places = placesOf(new TextEncoder().encode(text));
      const converter = offsetConverter(text);
      expect(places.units).toBe(text.length);
      for (let offset = 0; offset <= text.length; offset++) {
        const isCut = !text.slice(0, offset).isWellFormed();
        expect(splitsPair(places, offset)).toBe(isCut);
        expect(places.points[offset]).toBe(converter.toCodePoint(utf16(offset)));
        const before = text.slice(0, isCut ? offset - 1 : offset);
        expect(places.bytes[offset]).toBe(new TextEncoder().encode(before).length);
      }
    }),
  );
});

it('a text longer than those before is read whole', () => {
  const { units, bytes } = createUtf8Places()(new TextEncoder().encode('é'.repeat(10_000)));
  expect([units, bytes[10_000]]).toEqual([10_000, 20_000]);
});
