import { codePoint } from '../../../../shared/text/offsets.ts';
import type { OffsetConverter, Span } from '../../../../shared/text/offsets.ts';

/**
 * What tells a passage from others with the same words: how often its words stand in their text, which of them it is,
 * and hashes of what stands before and after it. Nothing of the text can be read out of it.
 */
export type Surroundings = {
  /** How often the words stand in the text; `mostPlaces` means that often or more. */
  stands: number;
  /** Which of them it is, from 1; 0: one beyond those that were counted. */
  which: number;
  /** How many code points before and after are hashed. */
  reach: number;
  /** The hash of what stands before, with the passage; null where that would say too little, or could be guessed. */
  before: string | null;
  after: string | null;
};

/** Places of the same words that are looked at; words as common as that say nothing. */
export const mostPlaces = 1000;

/**
 * How much is hashed on either side, in code points: the least that stands once in the text. The first is enough that
 * nobody finds it by trying, and that no chance puts the same there again.
 */
export const reaches = [32, 64, 128, 256] as const;

/** Digits of a hash that are kept. Two of them have to agree where words stand more than once. */
const keptDigits = 8;

/** Everywhere that `words` stand in `text`, up to `mostPlaces`; they may overlap. */
export function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at !== -1 && places.length < mostPlaces; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

function standsOnce(text: string, words: string): boolean {
  const first = text.indexOf(words);
  return text.indexOf(words, first + 1) === -1;
}

/** What stands on either side of a passage; `isWhole`: the text goes on that far. */
type Sides = { before: string; after: string; isWhole: { before: boolean; after: boolean } };

function sidesOf(text: string, offsets: OffsetConverter, { start, end }: Span, reach: number): Sides {
  const from = offsets.toCodePoint(start) - reach;
  const to = offsets.toCodePoint(end) + reach;
  return {
    before: text.slice(from < 0 ? 0 : offsets.toUtf16(codePoint(from)), start),
    after: text.slice(end, to > offsets.codePoints ? text.length : offsets.toUtf16(codePoint(to))),
    isWhole: { before: from >= 0, after: to <= offsets.codePoints },
  };
}

/**
 * Hashes of the sides of the passage. A side that the text's border cuts short is hashed together with the other one, as
 * a few characters could be guessed; where both are short, neither is. `salt` makes equal words of two texts differ.
 */
export function hashSides(
  { text, offsets, salt, hash }: HashedText,
  place: Span,
  reach: number,
): Pick<Surroundings, 'before' | 'after'> {
  const { before, after, isWhole } = sidesOf(text, offsets, place, reach);
  if (!isWhole.before && !isWhole.after) return { before: null, after: null };
  const passage = text.slice(place.start, place.end);
  const proof = (side: string, words: string): string => hash(`${side} ${salt} ${words}`).slice(0, keptDigits);
  return {
    before: isWhole.before ? proof('before', before + passage) : proof('start', before + passage + after),
    after: isWhole.after ? proof('after', passage + after) : proof('end', before + passage + after),
  };
}

/** A text whose surroundings are hashed; `hash` gives hexadecimal digits. */
export type HashedText = {
  text: string;
  offsets: OffsetConverter;
  salt: string;
  hash(words: string): string;
};

/** Makes the function that describes passages of a text. */
export function surroundingsOf(hashed: HashedText): (place: Span) => Surroundings {
  const { text, offsets } = hashed;
  const known = new Map<string, number[]>();
  return (place) => {
    const words = text.slice(place.start, place.end);
    const places = known.get(words) ?? placesOf(text, words);
    known.set(words, places);
    const counted = { stands: places.length, which: places.indexOf(place.start) + 1 };
    for (const reach of reaches) {
      const { before, after, isWhole } = sidesOf(text, offsets, place, reach);
      const isOnly = {
        before: !isWhole.before || standsOnce(text, before),
        after: !isWhole.after || standsOnce(text, after),
      };
      if (!(isOnly.before && isOnly.after) && reach !== reaches.at(-1)) continue;
      const found = hashSides(hashed, place, reach);
      return {
        ...counted,
        reach,
        before: isOnly.before ? found.before : null,
        after: isOnly.after ? found.after : null,
      };
    }
    return { ...counted, reach: 0, before: null, after: null };
  };
}

/** The place of a passage of so many code points that begins at the code point `start`; null outside the text. */
export function spanAt(offsets: OffsetConverter, start: number, length: number): Span | null {
  if (start + length > offsets.codePoints) return null;
  return { start: offsets.toUtf16(codePoint(start)), end: offsets.toUtf16(codePoint(start + length)) };
}
