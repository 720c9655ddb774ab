import { utf16 } from './offsets.ts';
import type { Span, Utf16Offset } from './offsets.ts';
import { sentenceSpans } from './sentences.ts';

/**
 * Steps through a text by paragraph and sentence. A paragraph is a line (between two LF); sentences are those of UAX #29 in
 * the document's language. Spans are half-open, in UTF-16 units, and never hold the blanks round a sentence or the LF that
 * ends a paragraph.
 */

/** Longest stretch of one paragraph that is segmented at once; paragraphs beyond it are seen through a window. */
const windowUnits = 20_000;

function span(start: number, end: number): Span {
  return { start: utf16(start), end: utf16(end) };
}

function isBlank(text: string, { start, end }: Span): boolean {
  for (let index: number = start; index < end; index++) if (/\S/u.test(text.charAt(index))) return false;
  return true;
}

/** The paragraph that holds `offset`; an offset before an LF belongs to the paragraph that the LF ends. May be empty. */
export function paragraphAt(text: string, offset: Utf16Offset): Span {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return span(start, end === -1 ? text.length : end);
}

/** The first paragraph with text in it that starts after the paragraph of `offset`, or null. */
export function paragraphAfter(text: string, offset: Utf16Offset): Span | null {
  let paragraph = paragraphAt(text, offset);
  while (paragraph.end < text.length) {
    paragraph = paragraphAt(text, utf16(paragraph.end + 1));
    if (!isBlank(text, paragraph)) return paragraph;
  }
  return null;
}

/** The last paragraph with text in it that ends before the paragraph of `offset`, or null. */
export function paragraphBefore(text: string, offset: Utf16Offset): Span | null {
  let paragraph = paragraphAt(text, offset);
  while (paragraph.start > 0) {
    paragraph = paragraphAt(text, utf16(paragraph.start - 1));
    if (!isBlank(text, paragraph)) return paragraph;
  }
  return null;
}

/** The stretch of the paragraph of `offset` that is looked at: all of it, or a window round `offset` if it is very long. */
function stretchRound(text: string, offset: Utf16Offset): Span {
  const { start, end } = paragraphAt(text, offset);
  return span(Math.max(start, offset - windowUnits / 2), Math.min(end, offset + windowUnits / 2));
}

/** The sentence that holds `offset` or, between sentences, the one before; null in a paragraph without text. */
export function sentenceAt(text: string, offset: Utf16Offset, language: string): Span | null {
  const sentences = sentenceSpans(text, stretchRound(text, offset), language);
  return sentences.findLast((sentence) => sentence.start <= offset) ?? sentences[0] ?? null;
}

/** The first sentence that starts at or after `offset`, in this paragraph or a later one; null at the end. */
export function sentenceAfter(text: string, offset: Utf16Offset, language: string): Span | null {
  const here = sentenceSpans(text, stretchRound(text, offset), language).find((sentence) => sentence.start >= offset);
  if (here) return here;
  const paragraph = paragraphAfter(text, offset);
  return paragraph && (sentenceSpans(text, stretchRound(text, paragraph.start), language)[0] ?? null);
}

/** The last sentence that ends at or before `offset`, in this paragraph or an earlier one; null at the start. */
export function sentenceBefore(text: string, offset: Utf16Offset, language: string): Span | null {
  const here = sentenceSpans(text, stretchRound(text, offset), language).findLast(({ end }) => end <= offset);
  if (here) return here;
  const paragraph = paragraphBefore(text, offset);
  return paragraph && (sentenceSpans(text, stretchRound(text, paragraph.end), language).at(-1) ?? null);
}
