import { packagesWords as words } from '#words/core/packages.ts';
import { offsetConverter, utf16 } from '../../../../shared/text/offsets.ts';
import type { Span } from '../../../../shared/text/offsets.ts';
import { fuzzyPlace } from '../reanchor/quotes.ts';
import { hashSides, mostPlaces, placesOf, reaches, spanAt } from './surroundings.ts';
import type { HashedText, Surroundings } from './surroundings.ts';

/** A coding as a package has it: its place in code points of a text that is not there, and what proves it. */
export type PackedAnnotation = {
  start: number;
  end: number;
  /** The passage or its beginning; null: nothing of it. */
  quote: string | null;
  cut: boolean;
  hash: string;
  /** What tells its words from the same words elsewhere; null: the package is of before there was that. */
  surroundings: Surroundings | null;
};

/**
 * `exact`: where it was, in the same text; `moved`: its very words among what surrounded them; `doubtful`: words that may
 * be meant, for a person to judge; `lost`: no such words.
 */
export type Placed =
  | { certainty: 'exact' | 'moved'; place: Span }
  | { certainty: 'doubtful'; place: Span; reason: string }
  | { certainty: 'lost'; place: null; reason: string };

/** A passage of so many code points is no chance, if it stands once in both texts. */
const certainLength = reaches[0];

/** The text that is there; `salt` as the package has it: the hash of the text that was coded. */
export type PlacedText = { text: string; isSame: boolean; salt: string; hash(words: string): string };

/** A passage with the very words, and how many of its sides are those of the coding. */
type Candidate = { place: Span; sides: number };

/** Makes the function that places codings in a text. `hash` is the proof of a passage, as codings keep it. */
export function annotationPlacer({ text, isSame, salt, hash }: PlacedText): (coding: PackedAnnotation) => Placed {
  const offsets = offsetConverter(text);
  const hashed: HashedText = { text, offsets, salt, hash };
  return (coding) => {
    const length = coding.end - coding.start;
    const place = isSame ? spanAt(offsets, coding.start, length) : null;
    if (place && hash(text.slice(place.start, place.end)) === coding.hash) return { certainty: 'exact', place };
    if (coding.quote === null || coding.quote === '') {
      return { certainty: 'lost', place: null, reason: words.noQuotation };
    }
    const places = placesOf(text, coding.quote);
    const found = places.flatMap((at): Candidate[] => {
      const passage = spanAt(offsets, offsets.toCodePoint(utf16(at)), length);
      if (!passage || hash(text.slice(passage.start, passage.end)) !== coding.hash) return [];
      return [{ place: passage, sides: agreeingSides(hashed, passage, coding.surroundings) }];
    });
    const expected = spanAt(offsets, Math.min(coding.start, offsets.codePoints), 0)?.start ?? 0;
    const nearest = nearestOf(found, coding.surroundings, expected);
    if (!nearest) return similar(text, coding.quote, expected);
    if (places.length < mostPlaces && isCertain(nearest, found, coding)) {
      return { certainty: 'moved', place: nearest.place };
    }
    return { certainty: 'doubtful', place: nearest.place, reason: reasonFor(found.length, coding.surroundings) };
  };
}

function agreeingSides(hashed: HashedText, place: Span, wanted: Surroundings | null): number {
  if (!wanted || wanted.reach === 0) return 0;
  const { before, after } = hashSides(hashed, place, wanted.reach);
  return (['before', 'after'] as const).filter((side) => {
    const there = side === 'before' ? before : after;
    return there !== null && there === wanted[side];
  }).length;
}

/**
 * Whether the passage can only be the one that was coded. Words that stood more than once have to stand between what
 * surrounded them, which stood once: of two equal passages one may be gone, and one side of it left beside the other.
 */
function isCertain(
  nearest: Candidate,
  found: readonly Candidate[],
  { start, end, surroundings }: PackedAnnotation,
): boolean {
  if (!surroundings) return false;
  if (nearest.sides === 2) return found.filter(({ sides }) => sides === 2).length === 1;
  const isOnly = surroundings.stands === 1 && found.length === 1;
  return isOnly && (nearest.sides === 1 || end - start >= certainLength);
}

/** The passage with most of its sides; among equals the one of the same number if none came or went, else by distance. */
function nearestOf(found: readonly Candidate[], wanted: Surroundings | null, expected: number): Candidate | undefined {
  const numbered = wanted?.stands === found.length ? found[wanted.which - 1] : undefined;
  return found.toSorted(
    (a, b) =>
      b.sides - a.sides ||
      Number(b === numbered) - Number(a === numbered) ||
      Math.abs(a.place.start - expected) - Math.abs(b.place.start - expected),
  )[0];
}

function reasonFor(count: number, surroundings: Surroundings | null): string {
  if (count > 1) return words.standsOften({ count });
  if (!surroundings) return words.standsUnproved;
  if (surroundings.stands > 1) return words.stoodOften({ count: surroundings.stands });
  return words.standsElsewhere;
}

function similar(text: string, quote: string, expected: number): Placed {
  const found = fuzzyPlace(text, quote, { before: '', after: '' }, expected);
  if (!found) return { certainty: 'lost', place: null, reason: words.standsNowhere };
  const place = { start: utf16(found.start), end: utf16(found.end) };
  return { certainty: 'doubtful', place, reason: words.similarWords };
}
