import { beginsLikeSentence, beginsWithGermanMonth, isAbbreviation, takesLetter } from './abbreviations.ts';
import { utf16 } from './offsets.ts';
import type { Span } from './offsets.ts';
import { segmenterFor } from './segmenters.ts';

/** How far before a full stop is looked at: longer words are no abbreviations. */
const lookBack = 60;

/** The end of a sentence that may be none: one word, a full stop, marks that close, blanks. */
const stopped = /(?:^|[\s(\p{Ps}\p{Pi}"'«»])([^\s(\p{Ps}\p{Pi}"'«»]+)\.([\p{Pe}\p{Pf}"'»]*)\s*$/u;

/** A full stop before a figure, where UAX #29 never breaks if a small letter comes next (“… left. 20 people stayed.”). */
const beforeFigure = /\.[\p{Pe}\p{Pf}"'»]*\s+(?=\p{Nd})/gu;

/** Whether the full stop before the place is that of an abbreviation, an initial or an ordinal, and the sentence goes on. */
function goesOn(text: string, place: number, language: string): boolean {
  const head = text.slice(Math.max(0, place - lookBack), place);
  const found = stopped.exec(head);
  const word = found?.[1];
  if (word === undefined) return false;
  const isBeforeFigure = /\p{Nd}/u.test(text.charAt(place));
  if (/^\p{Nd}{1,2}$/u.test(word)) return isBeforeFigure || isGermanOrdinal(text, place, language);
  if (/^(?:\p{L}\.)*\p{Lu}$/u.test(word)) {
    const before = /(\p{L}+)\s+$/u.exec(head.slice(0, found?.index ?? 0) + ' ')?.[1] ?? '';
    if (word.length === 1 && takesLetter(before)) return false;
    return !beginsLikeSentence(text, place);
  }
  if (isBeforeFigure && /^\p{Ll}$/u.test(word)) return true;
  return isAbbreviation(word, language, isBeforeFigure);
}

/** In German “14. März”; in a text of no declared language only before the name of a month. */
function isGermanOrdinal(text: string, place: number, language: string): boolean {
  if (language === 'de') return !beginsLikeSentence(text, place);
  return language === '' && beginsWithGermanMonth(text, place);
}

/**
 * Where guillemets that close stand after a blank (“« Il part. » Elle reste.”): the end of those at `place` with the
 * blanks behind them, or `place`. Which way they point in a text is told by the first of them.
 */
function afterClosing(text: string, place: number): number {
  if (!/[»›«‹]/u.test(text.charAt(place))) return place;
  const first = text.search(/[»›«‹]/u);
  const closing =
    first === place || /[«‹]/u.test(text.charAt(first))
      ? /^(?:[»›](?=[\s,;:.!?)]|$)\s*)+/u
      : /^(?:[«‹](?=[\s,;:.!?)]|$)\s*)+/u;
  return place + (closing.exec(text.slice(place, place + 20))?.[0].length ?? 0);
}

/** Whether a sentence goes on after its quotation: with a comma, or after a full stop with a small letter. */
function isContinued(text: string, stop: number, place: number): boolean {
  if (/[,;:]/u.test(text.charAt(place))) return true;
  return /\.\s*$/u.test(text.slice(Math.max(0, stop - lookBack), stop)) && /\p{Ll}/u.test(text.charAt(place));
}

/** Where sentences of `text` end, in order, each end behind its blanks; the last is the end of the text. */
function endsOf(text: string, language: string): number[] {
  const base = language.split('-', 1)[0]?.toLowerCase() ?? '';
  const places = new Set<number>();
  for (const { index } of segmenterFor(language, 'sentence').segment(text)) places.add(index);
  for (const match of text.matchAll(beforeFigure)) places.add(match.index + match[0].length);
  const ends: number[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    if (place === 0 || goesOn(text, place, base)) continue;
    const end = afterClosing(text, place);
    if (end !== place && isContinued(text, place, end)) continue;
    if (end < text.length && end > (ends.at(-1) ?? 0)) ends.push(end);
  }
  return [...ends, text.length];
}

/** `[start, end)` of `text` without the blanks at its ends, or null when there is nothing else. */
function trimmed(text: string, start: number, end: number): Span | null {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  const to = start + part.trimEnd().length;
  return from < to ? { start: utf16(from), end: utf16(to) } : null;
}

/**
 * The sentences of the stretch `[start, end)` of `text`, in order, without the blanks between them. `language` is a BCP 47
 * tag, or '' when it is not known.
 */
export function sentenceSpans(text: string, stretch: Span, language: string): Span[] {
  const sentences: Span[] = [];
  let start: number = stretch.start;
  for (const place of endsOf(text.slice(stretch.start, stretch.end), language)) {
    const end = stretch.start + place;
    const sentence = trimmed(text, start, end);
    if (sentence) sentences.push(sentence);
    start = end;
  }
  return sentences;
}
