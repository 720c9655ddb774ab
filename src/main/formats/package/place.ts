import { offsetConverter, codePoint, utf16 } from '../../../shared/text/offsets.ts';
import type { Span } from '../../../shared/text/offsets.ts';
import { fuzzyPlace } from '../reanchor/quotes.ts';

/** A coding as a package has it: its place in code points of a text that is not there, and what proves it. */
export type PackedCoding = {
  start: number;
  end: number;
  /** The passage or its beginning; null: nothing of it. */
  quote: string | null;
  cut: boolean;
  hash: string;
};

/**
 * `exact`: where it was, in the same text; `moved`: its very words, which stand once in the text; `doubtful`: words that
 * may be meant, for a person to judge; `lost`: no such words.
 */
export type Placed =
  | { certainty: 'exact' | 'moved'; place: Span }
  | { certainty: 'doubtful'; place: Span; reason: string }
  | { certainty: 'lost'; place: null; reason: string };

/** Places where a beginning is looked up; words as common as that say nothing. */
const mostPlaces = 1000;

/** Makes the function that places codings in a text. `hash` is the proof of a passage, as codings keep it. */
export function codingPlacer(
  text: string,
  isSameText: boolean,
  hash: (passage: string) => string,
): (coding: PackedCoding) => Placed {
  const offsets = offsetConverter(text);
  const spanAt = (start: number, length: number): Span | null =>
    start + length > offsets.codePoints
      ? null
      : { start: offsets.toUtf16(codePoint(start)), end: offsets.toUtf16(codePoint(start + length)) };
  return (coding) => {
    const length = coding.end - coding.start;
    const place = isSameText ? spanAt(coding.start, length) : null;
    if (place && hash(text.slice(place.start, place.end)) === coding.hash) return { certainty: 'exact', place };
    if (coding.quote === null || coding.quote === '') {
      return { certainty: 'lost', place: null, reason: 'the text is another one, and the package has no quotation' };
    }
    const proven: Span[] = [];
    let at = text.indexOf(coding.quote);
    for (let seen = 0; at !== -1 && seen < mostPlaces; seen++) {
      const found = spanAt(offsets.toCodePoint(utf16(at)), length);
      if (found && hash(text.slice(found.start, found.end)) === coding.hash) proven.push(found);
      at = text.indexOf(coding.quote, at + 1);
    }
    const expected = Math.min(coding.start, text.length);
    const [first] = proven.sort((a, b) => Math.abs(a.start - expected) - Math.abs(b.start - expected));
    if (first && proven.length === 1) return { certainty: 'moved', place: first };
    if (first)
      return { certainty: 'doubtful', place: first, reason: `its words stand ${proven.length} times in the text` };
    return nearest(text, coding.quote, expected);
  };
}

function nearest(text: string, quote: string, expected: number): Placed {
  const found = fuzzyPlace(text, quote, { before: '', after: '' }, expected);
  if (!found) return { certainty: 'lost', place: null, reason: 'its words do not stand in the text' };
  const place = { start: utf16(found.start), end: utf16(found.end) };
  return { certainty: 'doubtful', place, reason: 'only similar words stand in the text' };
}
