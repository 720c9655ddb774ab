import type { Direction } from './importer.ts';

const rightToLeftHint = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/g;
const basicLatin = /[A-Za-z]/g;
const rightToLeftLetter =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const letter = /\p{L}/gu;

/** UTF-16 units looked at; enough to tell an article's script. */
const sampleLength = 4000;

/** The direction most letters of the text's beginning are written in; 'ltr' without letters. */
export function directionOf(text: string): Direction {
  const sample = text.slice(0, sampleLength);
  // Plain ranges are much faster to count than Unicode properties, and nearly always enough to tell.
  const hints = sample.match(rightToLeftHint)?.length ?? 0;
  if (hints <= (sample.match(basicLatin)?.length ?? 0)) return 'ltr';
  const rightToLeft = sample.match(rightToLeftLetter)?.length ?? 0;
  const letters = sample.match(letter)?.length ?? 0;
  return rightToLeft * 2 > letters ? 'rtl' : 'ltr';
}
