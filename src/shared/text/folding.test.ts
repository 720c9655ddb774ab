import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNamed, foldedPattern, foldedText, foldName, foldText } from './folding.ts';
import { anyText } from './testTexts.ts';

/** Passages of `text` that a search for `query` finds. */
function find(text: string, query: string, caseSensitive = false): string[] {
  const folded = foldedText(text, caseSensitive);
  const pattern = foldedPattern(query, caseSensitive);
  if (!pattern) throw new Error('nothing to look for');
  return Array.from(folded.text.matchAll(pattern), (match) => {
    const { start, end } = folded.place(match.index, match.index + match[0].length);
    return text.slice(start, end);
  });
}

describe('A search', () => {
  test.each([
    ['Das Unter\u00adnehmen schweigt.', 'Unternehmen', ['Unter\u00adnehmen']],
    ['Das Unternehmen\u00ad schweigt.', 'unter\u00adnehmen', ['Unternehmen']],
    ['L’e\u0301conomie, l’économie', 'Économie', ['e\u0301conomie', 'économie']],
    ['L’économie', 'e\u0301conomie', ['économie']],
    ['\u1112\u1161\u11ab\u1100\u1173\u11af 한글', '한글', ['\u1112\u1161\u11ab\u1100\u1173\u11af', '한글']],
    ['10\u00a0000 and 10\u202f000, 10 \n000', '10 000', ['10\u00a0000', '10\u202f000', '10 \n000']],
    ['zero\u200bwidth \ufeffzerowidth', 'zerowidth', ['zero\u200bwidth', 'zerowidth']],
    ['a\u0323\u0302 and a\u0302\u0323 and ậ', 'ậ', ['a\u0323\u0302', 'a\u0302\u0323', 'ậ']],
    ['\u212bngström', 'ångström', ['\u212bngström']],
    ['👍x\u00ad👍 y', '👍 Y', ['👍 y']],
    ['İstanbul, I\u0307STANBUL, i\u0307stanbul', 'istanbul', ['İstanbul', 'I\u0307STANBUL', 'i\u0307stanbul']],
    ['İstanbul, istanbul', 'İSTANBUL', ['İstanbul', 'istanbul']],
    ['der İmam, I\u0307\u0301', 'í', ['I\u0307\u0301']],
    ['ein ﬁlm, O\ufb03ce, \ufb05reet, \ufb06', 'fi', ['ﬁ', '\ufb03']],
    ['ein ﬁlm', 'film', ['ﬁlm']],
    ['ein film', 'ﬁLM', ['film']],
    ['O\ufb03ce', 'office', ['O\ufb03ce']],
    ['O\ufb03ce', 'ice', ['\ufb03ce']],
    ['\ufb05reet, fa\ufb06', 'st', ['\ufb05', '\ufb06']],
    ['Straße, STRAẞE, Strasse', 'straße', ['Straße', 'STRAẞE']],
    ['ΟΔΟΣ, οδος', 'οδοσ', ['ΟΔΟΣ', 'οδος']],
  ])('in %j for %j finds what looks the same', (text, query, found) => {
    expect(find(text, query)).toEqual(found);
  });

  test('tells letters apart that look different', () => {
    expect(find('e\u0301conomie', 'economie')).toEqual([]);
    expect(find('Peace peace', 'peace', true)).toEqual(['peace']);
    expect(find('İstanbul ıstanbul', 'istanbul', true)).toEqual([]);
    expect(find('ıstanbul', 'istanbul')).toEqual([]);
    expect(find('Straße', 'strasse')).toEqual([]);
    expect(find('x², ①, ½', '2')).toEqual([]);
    expect(find('ﬁlm', 'fi', true)).toEqual(['ﬁ']);
  });

  test('of nothing that is seen has no pattern', () => {
    expect(foldedPattern('\u00ad\u200b', false)).toBeNull();
  });

  test('stands where its words are, whatever joins the letter behind them', () => {
    for (const [text, end] of [
      ['x|\u00ad\u0323\u0308', 2], // nothing composes with a stroke
      ['x|\u0323\u0308', 2],
      ['xu\u00ad\u0308y', 4], // ü in two characters, with a sign between them that is not seen
    ] as const) {
      const folded = foldedText(text, true);
      const found = /[|ü]/u.exec(folded.text);
      expect(folded.place(found?.index ?? -1, (found?.index ?? -1) + 1)).toEqual({ start: 1, end });
    }
  });

  test('finds every piece of a text where it stands, however the text is written', () => {
    const written = fc.tuple(anyText, fc.constantFrom('NFC', 'NFD'), anyText).map(([head, form, tail]) => ({
      text: `${head}\u00ad|Zürich-ệ|${tail}`.normalize(form),
      head: `${head}\u00ad`.normalize(form),
    }));
    fc.assert(
      fc.property(written, ({ text, head }) => {
        const folded = foldedText(text, false);
        const pattern = foldedPattern('|zu\u0308r\u00adich-ệ|', false) ?? /$^/gu;
        const places = Array.from(folded.text.matchAll(pattern), (match) =>
          folded.place(match.index, match.index + match[0].length),
        );
        expect(places.map(({ start }) => start)).toContain(head.length);
        for (const { start, end } of places) expect(text.slice(start, end).normalize('NFC')).toBe('|Zürich-ệ|');
      }),
    );
  });
});

describe('Names', () => {
  test('that look the same fold to the same, and capitals tell them apart', () => {
    for (const name of ['E\u0301conomie', 'Écono\u00admie', '\u200bÉconomie\ufeff', 'Économie\u2003'])
      expect(foldName(name)).toBe('Économie');
    expect(foldName('a\u00a0\u2009b')).toBe('a b');
    expect(foldName('économie')).not.toBe(foldName('Économie'));
    expect(foldText('E\u0301CONOMIE')).toBe('économie');
    expect(foldName('ein ﬁlm')).toBe('ein film');
    expect(foldName('İstanbul')).toBe('İstanbul');
    expect(['İSTANBUL', 'I\u0307stanbul', 'istanbul'].map(foldText)).toEqual(Array(3).fill('istanbul'));
    expect(foldText('ΟΔΟΣ')).toBe(foldText('οδοσ'));
  });

  test('are found as they are before those that only look the same', () => {
    const twins = ['Écono\u00admie', 'E\u0301conomie'];
    expect(findNamed(twins, 'E\u0301conomie', String)).toBe('E\u0301conomie');
    expect(findNamed(twins, 'Économie', String)).toBe('Écono\u00admie');
    expect(findNamed(twins, 'économie', String)).toBeUndefined();
  });
});
