import { utf16 } from './offsets.ts';
import type { Span, Utf16Offset } from './offsets.ts';
import { segmenterFor } from './segmenters.ts';
import { sentenceSpans } from './sentences.ts';

/**
 * Steps through a text by paragraph, sentence and word. A paragraph is a line (between two LF); sentences and words are
 * those of UAX #29 in the document's language. Spans are half-open, in UTF-16 units, and never hold the blanks round a
 * sentence or the LF that ends a paragraph.
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

/** The words (no blanks, no punctuation) of a stretch of text. */
function wordSpans(text: string, stretch: Span, language: string): Span[] {
  const words: Span[] = [];
  for (const part of segmenterFor(language, 'word').segment(text.slice(stretch.start, stretch.end))) {
    if (part.isWordLike) words.push(span(stretch.start + part.index, stretch.start + part.index + part.segment.length));
  }
  return words;
}

function wordsRound(text: string, offset: Utf16Offset, language: string): Span[] {
  return wordSpans(text, stretchRound(text, offset), language);
}

/** The word that holds `offset` or touches it; failing that the blank or mark there; empty in an empty paragraph. */
export function wordAt(text: string, offset: Utf16Offset, language: string): Span {
  const touching = wordsRound(text, offset, language).findLast(({ start, end }) => start <= offset && offset <= end);
  if (touching) return touching;
  const stretch = stretchRound(text, offset);
  const index = Math.min(offset - stretch.start, stretch.end - stretch.start - 1);
  const part = segmenterFor(language, 'word').segment(text.slice(stretch.start, stretch.end)).containing(index);
  if (!part) return span(offset, offset);
  return span(stretch.start + part.index, stretch.start + part.index + part.segment.length);
}

function wordAfter(text: string, offset: Utf16Offset, language: string, test: (word: Span) => boolean): Span | null {
  const here = wordsRound(text, offset, language).find(test);
  if (here) return here;
  for (let next = paragraphAfter(text, offset); next; next = paragraphAfter(text, next.end)) {
    const word = wordsRound(text, next.start, language).find(test);
    if (word) return word;
  }
  return null;
}

function wordBefore(text: string, offset: Utf16Offset, language: string, test: (word: Span) => boolean): Span | null {
  const here = wordsRound(text, offset, language).findLast(test);
  if (here) return here;
  for (let last = paragraphBefore(text, offset); last; last = paragraphBefore(text, last.start)) {
    const word = wordsRound(text, last.end, language).findLast(test);
    if (word) return word;
  }
  return null;
}

/** The least word end > `offset`, in this paragraph or a later one; null at the end. */
export function wordEndAfter(text: string, offset: Utf16Offset, language: string): Utf16Offset | null {
  return wordAfter(text, offset, language, ({ end }) => end > offset)?.end ?? null;
}

/** The greatest word end < `offset`, in this paragraph or an earlier one; null at the start. */
export function wordEndBefore(text: string, offset: Utf16Offset, language: string): Utf16Offset | null {
  return wordBefore(text, offset, language, ({ end }) => end < offset)?.end ?? null;
}

/** The least word start > `offset`, in this paragraph or a later one; null at the end. */
export function wordStartAfter(text: string, offset: Utf16Offset, language: string): Utf16Offset | null {
  return wordAfter(text, offset, language, ({ start }) => start > offset)?.start ?? null;
}

/** The greatest word start < `offset`, in this paragraph or an earlier one; null at the start. */
export function wordStartBefore(text: string, offset: Utf16Offset, language: string): Utf16Offset | null {
  return wordBefore(text, offset, language, ({ start }) => start < offset)?.start ?? null;
}
