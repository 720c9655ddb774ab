import { utf16 } from '../../shared/text/offsets.ts';
import { paragraphAfter, paragraphAt } from '../../shared/text/segments.ts';
import type { TextSpan } from './types.ts';

/** The paragraphs of a text that say something, from the one after `from` on, and then those up to it. */
function* paragraphsAfter(text: string, from: number): Generator<TextSpan> {
  let next = paragraphAfter(text, utf16(from));
  for (; next; next = paragraphAfter(text, next.start)) yield next;
  const first = paragraphAt(text, utf16(0));
  next = first.end > first.start ? first : paragraphAfter(text, utf16(0));
  for (; next && next.start <= from; next = paragraphAfter(text, next.start)) yield next;
}

/**
 * The next paragraph that no coding touches, after the paragraph at `from` (UTF-16 code units); after the last comes the
 * first. Null where every paragraph has a coding.
 */
export function uncodedParagraph(text: string, codings: Iterable<TextSpan>, from: number): TextSpan | null {
  const spans = [...codings];
  for (const paragraph of paragraphsAfter(text, from)) {
    if (!spans.some(({ start, end }) => start < paragraph.end && end > paragraph.start)) return paragraph;
  }
  return null;
}
