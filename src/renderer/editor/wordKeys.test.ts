import { expect, test } from 'vitest';
import { caretByWord } from './wordKeys.ts';

/** Every place at which the caret stops. */
function stops(text: string, forward: boolean): number[] {
  const found: number[] = [];
  let at = forward ? 0 : text.length;
  for (const end = forward ? text.length : 0; at !== end; found.push(at)) at = caretByWord(text, at, 'en', forward);
  return found;
}

test('The caret stops at words as selecting by words does, in both directions', () => {
  //            0123456789012345678901234
  const text = 'It can’t rise 3.5 %.\n\nNo!';
  expect(stops(text, true)).toEqual([2, 8, 13, 17, 24, 25]);
  expect(stops(text, false)).toEqual([22, 14, 9, 3, 0]);
});
