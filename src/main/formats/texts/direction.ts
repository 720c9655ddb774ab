import type { Direction } from './importer.ts';

const rightToLeftLetter =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const letter = /\p{L}/gu;

/** UTF-16 units looked at; enough to tell an article's script. */
const sampleLength = 2000;

/** Whether a UTF-16 unit may belong to a right-to-left letter: a superset of these letters, as plain ranges. */
function mayBeRightToLeft(unit: number): boolean {
  if (unit < 0x590) return false;
  if (unit <= 0x8ff) return true;
  return (unit >= 0xfb1d && unit <= 0xfefc) || unit === 0xd802 || unit === 0xd803 || unit === 0xd83a || unit === 0xd83b;
}

/** The direction most letters of the text's beginning are written in; 'ltr' without letters. */
export function directionOf(text: string): Direction {
  const end = Math.min(text.length, sampleLength);
  let hints = 0;
  let latin = 0;
  for (let index = 0; index < end; index++) {
    const unit = text.charCodeAt(index);
    const lower = unit | 0x20;
    if (lower >= 0x61 && lower <= 0x7a) latin += 1;
    else if (mayBeRightToLeft(unit)) hints += 1;
  }
  // Nearly always enough to tell; counting by Unicode properties is much slower.
  if (hints <= latin) return 'ltr';
  const sample = text.slice(0, sampleLength);
  const rightToLeft = sample.match(rightToLeftLetter)?.length ?? 0;
  const letters = sample.match(letter)?.length ?? 0;
  return rightToLeft * 2 > letters ? 'rtl' : 'ltr';
}
