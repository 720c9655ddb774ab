import { expect, test } from 'vitest';
import type { WordEnds } from '../../shared/text/words/runs.ts';
import { caretByWord } from './wordKeys.ts';

/** Every place at which the caret stops. */
function stops(text: string, forward: boolean, wordEnds?: WordEnds): number[] {
  const found: number[] = [];
  let at = forward ? 0 : text.length;
  for (const end = forward ? text.length : 0; at !== end; found.push(at)) at = caretByWord(text, at, forward, wordEnds);
  return found;
}

test('The caret stops at words as selecting by words does, in both directions', () => {
  //            0123456789012345678901234
  const text = 'It can’t rise 3.5 %.\n\nNo!';
  expect(stops(text, true)).toEqual([2, 8, 13, 17, 24, 25]);
  expect(stops(text, false)).toEqual([22, 14, 9, 3, 0]);
});

test('In a script without blanks it stops at the words that are known', () => {
  const text = 'In ภาษาไทย.';
  const wordEnds = (): number[] => [7, 10]; // ภาษา (language), ไทย (Thai)
  expect(stops(text, true, wordEnds)).toEqual([2, 7, 10, 11]);
  expect(stops(text, false, wordEnds)).toEqual([7, 3, 0]);
  expect(stops(text, true)).toEqual([2, 10, 11]);
});
