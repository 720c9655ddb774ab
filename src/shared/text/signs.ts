import { said } from '../words/message.ts';
import type { Message } from '../words/message.ts';

const nul = '\0';
/** With the flag u a pair is one character, and no surrogate. */
const lone = /\p{Surrogate}/u;

/**
 * What of a text no record can hold as it is, as the end of a sentence about it; null: nothing. Halves of characters do not
 * survive UTF-8, and after U+0000 other programs read no further.
 */
export function signFault(text: string): Message | null {
  if (text.includes(nul)) return said('fields.nulSign');
  if (hasLoneSurrogate(text)) return said('fields.halfCharacter');
  return null;
}

/** The text with U+FFFD (�) in place of the signs that `signFault` speaks of. */
export function mendSigns(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll(nul, '\uFFFD');
}

/** Whether the text holds half of a character. */
export function hasLoneSurrogate(text: string): boolean {
  return lone.test(text);
}
