import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenBytes } from './text.ts';
import { countShort, writeShort } from './utf8.ts';

describe('UTF-8 of short texts', () => {
  it('is what the platform’s encoder gives, or refused where a character needs care', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('a', '\0', '\ud83d', '\ude42', 'é', '漢') }),
    );
    fc.assert(
      fc.property(text, fc.nat(160), (value, limit) => {
        const expected = new TextEncoder().encode(value);
        const bytes = new Uint8Array(200).fill(7);
        const written = writeShort(bytes, value, 3, limit);
        const isEasy = value.length <= 40 && !value.includes('\0') && value.isWellFormed();
        expect(countShort(value)).toBe(isEasy ? expected.length : -1);
        expect(written).toBe(isEasy && expected.length <= limit ? expected.length : -1);
        if (written !== -1) expect(bytes.slice(3, 3 + written)).toEqual(expected);
        // Nothing outside of its room is touched.
        expect(bytes.slice(0, 3)).toEqual(new Uint8Array(3).fill(7));
        expect(bytes.slice(3 + limit).every((byte) => byte === 7)).toBe(true);
      }),
      { seed: 8, numRuns: 2000, verbose: true },
    );
  });

  it('counts NUL characters and halves of characters as U+FFFD', () => {
    expect(writtenBytes('a\0b')).toBe(5);
    expect(writtenBytes('\ud83d')).toBe(3);
    expect(writtenBytes('🙂')).toBe(4);
    expect(writtenBytes('x'.repeat(1000))).toBe(1000);
  });
});
