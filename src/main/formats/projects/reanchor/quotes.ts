import search from 'approx-string-match';

/** Characters of context that help to tell equal quotations apart, in UTF-16 code units, on either side. */
export const contextLength = 32;

/** Equal quotations that are looked at; a word as common as that says nothing by itself. */
const mostOccurrences = 1000;

/** Quotations that a fuzzy search takes, in UTF-16 code units: below, everything is near; above, it takes too long. */
const fuzzyLength = { least: 8, most: 2000 };

/** How far round the expected place a fuzzy search looks, in UTF-16 code units. */
const fuzzyReach = 50_000;

/** The share of a quotation's characters that may differ. */
const fuzzyShare = 0.25;

type Found = { start: number; end: number };

/** Where `part` stands, if it stands in the text exactly once; -1 otherwise. */
export function onlyPlace(text: string, part: string): number {
  const first = text.indexOf(part);
  return first !== -1 && text.indexOf(part, first + 1) === -1 ? first : -1;
}

function alike(one: string, other: string, fromEnd: boolean): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (
    count < most &&
    (fromEnd
      ? one.charCodeAt(one.length - 1 - count) === other.charCodeAt(other.length - 1 - count)
      : one.charCodeAt(count) === other.charCodeAt(count))
  ) {
    count++;
  }
  return count;
}

/** The place whose surroundings are most like those of the quotation; among equals, the one nearest to `expected`. */
function bestPlace(
  text: string,
  places: readonly Found[],
  context: { before: string; after: string },
  expected: number,
): Found | null {
  let best: { place: Found; score: number } | null = null;
  for (const place of places) {
    const left = text.slice(Math.max(0, place.start - contextLength), place.start);
    const right = text.slice(place.end, place.end + contextLength);
    const distance = Math.abs(place.start - expected) / (text.length + 1); // less than one character of context
    const score = alike(left, context.before, true) + alike(right, context.after, false) - distance;
    if (!best || score > best.score) best = { place, score };
  }
  return best?.place ?? null;
}

/** The quotation as it stands, where its surroundings fit best; null when it stands nowhere. */
export function exactPlace(
  text: string,
  quote: string,
  context: { before: string; after: string },
  expected: number,
): Found | null {
  const places: Found[] = [];
  for (
    let at = text.indexOf(quote);
    at !== -1 && places.length < mostOccurrences;
    at = text.indexOf(quote, at + Math.max(1, quote.length))
  ) {
    places.push({ start: at, end: at + quote.length });
  }
  return bestPlace(text, places, context, expected);
}

/** The passage most like the quotation within reach of the expected place; null when none is like it. */
export function fuzzyPlace(
  text: string,
  quote: string,
  context: { before: string; after: string },
  expected: number,
): Found | null {
  if (quote.length < fuzzyLength.least || quote.length > fuzzyLength.most) return null;
  const from = Math.max(0, expected - fuzzyReach);
  const window = text.slice(from, expected + fuzzyReach + quote.length);
  const matches = search(window, quote, Math.floor(quote.length * fuzzyShare));
  const places = matches
    .map(({ start, end }) => ({ start: from + start, end: from + end }))
    .filter(({ start, end }) => end > start);
  return bestPlace(text, places, context, expected);
}
