import { describe, expect, it } from 'vitest';
import { say } from '../words/message.ts';
import { isTooDeep, mostNesting, parseJson } from './json.ts';
import { hasLoneSurrogate, mendSigns, signFault } from './signs.ts';

const told = (text: string): string => {
  const fault = signFault(text);
  return fault ? say(fault) : '';
};

const nested = (depth: number): string => `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`;

describe('signs that cannot be kept', () => {
  it('are U+0000 and halves of characters, and no others', () => {
    expect(told('a\0b')).toMatch(/U\+0000/u);
    for (const half of ['\ud83d', 'a\ude00', '\ude00\ud83d']) expect(told(half)).toMatch(/half of a character/u);
    for (const fine of ['', 'a', '😀', '\uFFFD', '\u0001\n\u007f', 'e\u0301']) expect(signFault(fine)).toBeNull();
    expect(hasLoneSurrogate('😀\ud83d')).toBe(true);
  });

  it('are replaced one for one', () => {
    expect(mendSigns('a\0\ud83d😀\ude00')).toBe('a��😀�');
    expect(signFault(mendSigns('\0\ud83d'))).toBeNull();
  });
});

describe('JSON', () => {
  it('is taken as deep as the limit, and no deeper', () => {
    expect(isTooDeep(JSON.parse(nested(mostNesting)))).toBe(false);
    expect(isTooDeep(JSON.parse(nested(mostNesting + 2)))).toBe(true);
    expect(parseJson('{"a":[1,2]}')).toEqual({ a: [1, 2] });
    expect(() => parseJson(nested(mostNesting + 2))).toThrow(/more than 64 deep/u);
    expect(() => parseJson('[')).toThrow(SyntaxError);
  });
});
