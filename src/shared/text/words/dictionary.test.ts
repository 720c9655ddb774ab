import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from '../testTexts.ts';
import { wordEndsIn } from './dictionary.ts';
import { segmentsOf } from './segments.ts';

function words(text: string, language: string): string[] {
  const ends = wordEndsIn(text, language);
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}

// 東京 (Tokyo), 会議 (meeting), 辞任 (resignation), 历史 (history), ภาษา (language) … are words of any dictionary.
it('Words of a run are those of a dictionary', () => {
  expect(words('東京都知事は辞任した', 'ja')).toEqual(expect.arrayContaining(['東京', 'は', '辞任']));
  expect(words('東京で会議が開かれた', 'ja').slice(0, 4)).toEqual(['東京', 'で', '会議', 'が']);
  expect(words('我们学习中国历史', 'zh')).toEqual(['我们', '学习', '中国', '历史']);
  expect(words('ภาษาไทย', 'not a language!')).toEqual(['ภาษา', 'ไทย']);
});

it('Nothing is said of scripts with blanks, and runs are told apart by what stands between them', () => {
  expect(wordEndsIn('The port (порт) 항구, الميناء', 'en')).toEqual([]);
  expect(wordEndsIn('ภาษา, ไทย 5 ภาษา', 'th')).toEqual([4, 9, 16]);
  expect(wordEndsIn('', 'en')).toEqual([]);
});

it('The end of every run is among the ends, and none lies outside of runs', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const ends = wordEndsIn(text, 'ja');
      expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
      const segments = segmentsOf(text);
      segments.forEach(({ end, kind }, index) => {
        if (kind !== 'unspaced') expect(ends).not.toContain(end);
        else if (segments[index + 1]?.kind !== 'unspaced') expect(ends).toContain(end);
      });
    }),
  );
});

it('A run without end is looked at in stretches, of which none ends in a character or before its marks', () => {
  const run = 'か\u3099𠀀'.repeat(10_000);
  const ends = wordEndsIn(run, 'ja');
  expect(ends.at(-1)).toBe(run.length);
  expect(ends.filter((end) => /^[\u3099\udc00-\udfff]/u.test(run.slice(end, end + 1)))).toEqual([]);
});
