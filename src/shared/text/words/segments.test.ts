import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../testTexts.ts';
import { borderNear, cutBefore, hasUnspaced, segmentFrom, segmentsOf } from './segments.ts';

const parts = (text: string): string[] => segmentsOf(text).map(({ start, end }) => text.slice(start, end));
const words = (text: string): string[] =>
  segmentsOf(text)
    .filter(({ kind }) => kind !== 'between')
    .map(({ start, end }) => text.slice(start, end));
const borders = (text: string): number[] => [0, ...segmentsOf(text).map(({ end }) => end)];

/** Those of whatever version of Unicode Debian has. */
const official = '/usr/share/unicode/auxiliary/WordBreakTest.txt';

describe.skipIf(!existsSync(official))('the cases of Unicode (skipped where there is no unicode-data)', () => {
  const lines = existsSync(official) ? readFileSync(official, 'utf8').split('\n') : [];
  const cases = lines.filter((line) => line.startsWith('÷')).map((line) => line.split('\t')[0] ?? '');
  // By WB3c pictographs hold together behind a joiner; since version 15 the scissors U+2701 have ceased to be one.
  const otherSince = ['÷ 2701 × 200D × 2701 ÷', '÷ 0061 × 200D × 2701 ÷'];

  /** The text of a line and the places of its borders. */
  function read(line: string): { text: string; places: number[] } {
    let text = '';
    const places: number[] = [];
    for (const word of line.split(' ')) {
      if (word === '÷') places.push(text.length);
      else if (word !== '×') text += String.fromCodePoint(parseInt(word, 16));
    }
    return { text, places };
  }

  it('are many', () => {
    expect(cases.length).toBeGreaterThan(1800);
  });

  it('all hold, but for two of characters that changed', () => {
    const broken = cases.filter((line) => {
      const { text, places } = read(line);
      return borders(text).join() !== places.join();
    });
    expect(broken).toEqual(cases.filter((line) => otherSince.includes(line)));
  });
});

describe('words', () => {
  // The examples of UAX #29, section 4, figure 1 and the notes on its rules.
  it('are those of the examples of UAX #29', () => {
    expect(words('The quick (“brown”) fox can’t jump 32.3 feet, right?')).toEqual([
      ...['The', 'quick', 'brown', 'fox', 'can’t', 'jump', '32.3', 'feet', 'right'],
    ]);
    expect(parts('can’t  32.3 3,456.789')).toEqual(['can’t', '  ', '32.3', ' ', '3,456.789']);
    expect(parts('A3 3A e.g. example.com')).toEqual(['A3', ' ', '3A', ' ', 'e.g', '.', ' ', 'example.com']);
  });

  it('hold accents, marks of format and apostrophes, however they are written', () => {
    expect(words('cafe\u0301’s l’e\u0301te\u0301 hy\u00adphen צה"ל תל־אביב')).toEqual([
      ...['cafe\u0301’s', 'l’e\u0301te\u0301', 'hy\u00adphen', 'צה"ל', 'תל', 'אביב'],
    ]);
    expect(words('كِتَابٌ القاهرة ١٢٫٥')).toEqual(['كِتَابٌ', 'القاهرة', '١٢٫٥']);
  });

  it('of addresses are their parts', () => {
    expect(words('Write to ilse.marten@port.example, see https://port.example/a_b?c=1.')).toEqual([
      ...['Write', 'to', 'ilse.marten', 'port.example', 'see', 'https', 'port.example', 'a_b', 'c', '1'],
    ]);
  });

  it('in scripts without blanks are runs of one script', () => {
    expect(parts('東京都知事は辞任した。人々はテレビを見る')).toEqual([
      ...['東京都知事', 'は', '辞任', 'した', '。', '人々', 'は', 'テレビ', 'を', '見', 'る'],
    ]);
    expect(parts('他说：2019年，拒绝了')).toEqual(['他说', '：', '2019', '年', '，', '拒绝了']);
    expect(parts('ภาษาไทยน้ำ ง่าย 5')).toEqual(['ภาษาไทยน้ำ', ' ', 'ง่าย', ' ', '5']);
    expect(segmentsOf('한국 東京').map(({ kind }) => kind)).toEqual(['word', 'between', 'unspaced']);
  });

  it('are neither pictures nor flags, which stay whole', () => {
    expect(parts('👩‍👩‍👧‍👦👍🏽🏳️‍🌈🇩🇪🇫🇷🇬❤️')).toEqual(['👩‍👩‍👧‍👦', '👍🏽', '🏳️‍🌈', '🇩🇪', '🇫🇷', '🇬', '❤️']);
    expect(words('👩‍👩‍👧‍👦 🇩🇪 … — ___')).toEqual([]);
  });
});

describe('segments', () => {
  it('cover the text, each with something in it, and never halve a code point', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parts(text).join('')).toBe(text);
        for (const { start, end } of segmentsOf(text)) {
          expect(end).toBeGreaterThan(start);
          expect((text.codePointAt(end - 1) ?? 0) > 0xffff).toBe(false);
        }
      }),
    );
  });

  it('end inside a grapheme cluster only where UAX #29 has it so', () => {
    // Behind a prefixed mark (U+0600 …), before the vowel AM of Thai and Lao, and in flags of which one half has a mark.
    const isMarkedFlag = (text: string, end: number): boolean =>
      /^\p{RI}/u.test(text.slice(end)) && /\p{RI}[\p{M}\p{Cf}]+\p{RI}$/u.test(text.slice(0, end));
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const clusters = (text: string): Set<number> => new Set(Array.from(graphemes.segment(text), ({ index }) => index));
    const isPrefixed = (character: string): boolean => clusters(`${character}.`).size === 1;
    fc.assert(
      fc.property(anyText, (text) => {
        const starts = clusters(text);
        for (const { end } of segmentsOf(text).slice(0, -1)) {
          if (starts.has(end) || /^[\u0e33\u0eb3]/u.test(text.slice(end)) || isMarkedFlag(text, end)) continue;
          expect(isPrefixed(Array.from(text.slice(0, end)).at(-1) ?? '')).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('found from any place are those of the whole text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, place) => {
        const all = new Set(borders(text));
        const near = borderNear(text, place % (text.length + 1));
        expect(near <= place % (text.length + 1) && all.has(near)).toBe(true);
        if (near < text.length) expect(all.has(segmentFrom(text, near).end)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('are not cut where a text can be cut, nor are runs of scripts without blanks', () => {
    expect(cutBefore('東京に、行った', 6, 0)).toBe(4);
    expect(cutBefore('東京に、行った', 6, 4)).toBe(6);
    expect(cutBefore('One two', 6, 0)).toBe(4);
    fc.assert(
      fc.property(anyText, fc.nat(), (text, place) => {
        const offset = place % (text.length + 1);
        const cut = cutBefore(text, offset, -1);
        if (cut === offset) return; // or none was found
        const segments = segmentsOf(text);
        expect(cut === 0 || segments.some(({ end }) => end === cut)).toBe(true);
        expect(segmentsOf(text, 0, cut)).toEqual(segments.filter(({ end }) => end <= cut));
        expect(segmentsOf(text, cut)).toEqual(segments.filter(({ start }) => start >= cut));
      }),
      { numRuns: 2000 },
    );
  });

  it('tell whether any letters are of such a script', () => {
    expect(hasUnspaced('The port, порт, الميناء, 항구', 0, 30)).toBe(false);
    expect(hasUnspaced('Go 東京', 0, 4)).toBe(true);
    expect(hasUnspaced('Go 東京', 0, 3)).toBe(false);
    expect(hasUnspaced('\u{20000}', 0, 2)).toBe(true);
    for (let point = 0; point < 0xe01; point++) {
      expect(segmentFrom(String.fromCodePoint(point), 0).kind).not.toBe('unspaced');
    }
    expect(hasUnspaced('\u0e01', 0, 1)).toBe(true);
  });
});
