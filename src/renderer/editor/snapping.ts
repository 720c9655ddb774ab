import { withoutBlanks } from '../../shared/text/blanks.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import type { WordEnds } from '../../shared/text/words/runs.ts';
import { wordAround } from '../../shared/text/words/steps.ts';
import type { TextSpan } from './types.ts';

/** What a drawn span means: whole words, without blanks at its ends; null when only blanks were drawn over. */
export function snapToWords(text: string, span: TextSpan, wordEnds?: WordEnds): TextSpan | null {
  const words = withoutBlanks(text, span);
  if (words === null) return null;
  const first = wordAround(text, utf16(words.start), wordEnds);
  const last = wordAround(text, utf16(words.end), wordEnds);
  return { start: first?.start ?? words.start, end: last?.end ?? words.end };
}
