import type { Direction } from './importer.ts';

const rightToLeftHint = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;
const rightToLeftLetter =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const letter = /\p{L}/u;

/** Letters looked at; enough to tell an article's script. */
const sampleLength = 20_000;

/** The direction most letters of the text's beginning are written in; 'ltr' without letters. */
export function directionOf(text: string): Direction {
  const sample = text.slice(0, sampleLength);
  if (!rightToLeftHint.test(sample)) return 'ltr';
  let rightToLeft = 0;
  let letters = 0;
  for (const character of sample) {
    if (!letter.test(character)) continue;
    letters += 1;
    if (rightToLeftLetter.test(character)) rightToLeft += 1;
  }
  return rightToLeft * 2 > letters ? 'rtl' : 'ltr';
}
