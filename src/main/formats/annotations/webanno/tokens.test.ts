import { expect, it } from 'vitest';
import { wordEndsIn } from '../../../../shared/text/words/dictionary.ts';
import { tokenise } from './tokens.ts';

function tokens(text: string, language: string): string[] {
  return tokenise(text, language).flatMap((sentence) =>
    sentence.tokens.map(({ start, end }) => text.slice(start, end)),
  );
}

it('Tokens are the words of the window, numbers and marks, without blanks', () => {
  expect(tokens('It can’t rise 3.5 %. (No!)', 'en')).toEqual([
    ...['It', 'can’t', 'rise', '3.5', '%', '.', '(', 'No', '!', ')'],
  ]);
  expect(tokens('ألف/٢ EU:n SBS는', 'sv')).toEqual(['ألف', '/', '٢', 'EU:n', 'SBS는']);
});

// 辞任 (resignation), 知事 (governor), テレビ (television), ภาษา (language) and ไทย (Thai) are words of any dictionary.
it('Where a script sets no blanks between words, they are those of a dictionary', () => {
  expect(tokens('知事はテレビで辞任した。', 'ja')).toEqual(expect.arrayContaining(['知事', 'テレビ', '辞任', '。']));
  expect(tokens('ภาษาไทย 5 (ภาษา)', 'th')).toEqual(['ภาษา', 'ไทย', '5', '(', 'ภาษา', ')']);
  expect(tokens('ภาษาไทย', 'not a language!')).toEqual(['ภาษา', 'ไทย']);
});

it('Tokens cover all but the blanks of a text of mixed scripts, in order', () => {
  const text = 'Tokyo東京テレビtv食べる2019年、ภาษาไทยabc  한국 👩‍👩‍👧‍👦 終';
  expect(tokens(text, '').join('')).toBe(text.replaceAll(' ', ''));
});

it('Tokens in a script without blanks are the words that the core tells the window', () => {
  const text = '東京都知事は辞任した。我们学习中国历史。';
  const ends = tokenise(text, 'ja').flatMap(({ tokens: spans }) => spans.map(({ end }) => Number(end)));
  expect(wordEndsIn(text, 'ja')).toEqual(ends.filter((end) => text[end - 1] !== '。'));
});
