/** What one coder marked: half-open [start, end), with its code. */
export type MarkedPassage = { readonly start: number; readonly end: number; readonly code: string };

/** A place where two coders are compared: null where that coder has nothing. The span covers what both marked there. */
export type PairedPlace = { start: number; end: number; first: string | null; second: string | null };

/**
 * The places of a text where at least one of two coders marked something, each with the code of either:
 *
 * - passages of one code that share characters are one place, on which they agree;
 * - what is left on either side is held against what is left on the other: passages of two codes that share characters are
 *   one place for that pair of codes, on which they differ;
 * - a passage that still has no counterpart is a place where the other coder has nothing.
 *
 * A passage that was split by the other coder is therefore one place. Order of the text. O(n log n + overlaps).
 */
export function pairPassages(first: readonly MarkedPassage[], second: readonly MarkedPassage[]): PairedPlace[] {
  const overlaps = overlapping(first, second);
  const same = overlaps.filter(([a, b]) => first[a]?.code === second[b]?.code);
  const firstLeft = without(first.length, same, 0);
  const secondLeft = without(second.length, same, 1);
  const differing = overlaps.filter(([a, b]) => firstLeft[a] === 1 && secondLeft[b] === 1);
  const places = [...joined(first, second, same), ...joined(first, second, differing)];
  const alone = { first: without(first.length, differing, 0), second: without(second.length, differing, 1) };
  first.forEach(({ start, end, code }, index) => {
    if (firstLeft[index] === 1 && alone.first[index] === 1) places.push({ start, end, first: code, second: null });
  });
  second.forEach(({ start, end, code }, index) => {
    if (secondLeft[index] === 1 && alone.second[index] === 1) places.push({ start, end, first: null, second: code });
  });
  return places.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The places of one unit of text (a paragraph, an article) from the codes that two coders gave it: codes of both agree;
 * every code that only one has is held against every code that only the other has, or against nothing. Neither has any:
 * one place, nothing against nothing.
 */
export function pairSets(
  first: ReadonlySet<string>,
  second: ReadonlySet<string>,
): { first: string | null; second: string | null }[] {
  const both = [...first].filter((code) => second.has(code));
  const left: (string | null)[] = [...first].filter((code) => !second.has(code));
  const right: (string | null)[] = [...second].filter((code) => !first.has(code));
  const pairs: { first: string | null; second: string | null }[] = both.map((code) => ({ first: code, second: code }));
  if (left.length === 0 && right.length === 0) return pairs.length > 0 ? pairs : [{ first: null, second: null }];
  if (left.length === 0) left.push(null);
  if (right.length === 0) right.push(null);
  for (const one of left) for (const other of right) pairs.push({ first: one, second: other });
  return pairs;
}

/** Every pair (index in `first`, index in `second`) that shares a character. */
function overlapping(first: readonly MarkedPassage[], second: readonly MarkedPassage[]): [number, number][] {
  const events = [
    ...first.map(({ start, end }, index) => ({ start, end, index, side: 0 })),
    ...second.map(({ start, end }, index) => ({ start, end, index, side: 1 })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const open: { end: number; index: number }[][] = [[], []];
  const pairs: [number, number][] = [];
  for (const { start, end, index, side } of events) {
    const others = (open[1 - side] ?? []).filter((other) => other.end > start);
    open[1 - side] = others;
    for (const other of others) pairs.push(side === 0 ? [index, other.index] : [other.index, index]);
    open[side]?.push({ end, index });
  }
  return pairs;
}

/** 1 for each passage of a side (0 or 1) that is in none of the pairs. */
function without(length: number, pairs: readonly (readonly [number, number])[], side: 0 | 1): Uint8Array {
  const left = new Uint8Array(length).fill(1);
  for (const pair of pairs) left[pair[side]] = 0;
  return left;
}

/** Joins pairs of the same two codes that hang together into one place each. */
function joined(
  first: readonly MarkedPassage[],
  second: readonly MarkedPassage[],
  pairs: readonly (readonly [number, number])[],
): PairedPlace[] {
  const groups = new Map<string, [number, number][]>();
  for (const [a, b] of pairs) {
    const key = JSON.stringify([first[a]?.code, second[b]?.code]);
    const group = groups.get(key);
    if (group) group.push([a, b]);
    else groups.set(key, [[a, b]]);
  }
  return [...groups.values()].flatMap((group) => components(first, second, group));
}

/** Pairs are visited in the order of the text, so those that hang together follow each other: they share characters. */
function components(
  first: readonly MarkedPassage[],
  second: readonly MarkedPassage[],
  pairs: readonly (readonly [number, number])[],
): PairedPlace[] {
  const hulls = pairs
    .flatMap(([a, b]) => {
      const [one, other] = [first[a], second[b]];
      if (!one || !other) return [];
      const [start, end] = [Math.min(one.start, other.start), Math.max(one.end, other.end)];
      return [{ start, end, first: one.code, second: other.code }];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const places: PairedPlace[] = [];
  for (const hull of hulls) {
    const last = places.at(-1);
    if (last && hull.start < last.end) last.end = Math.max(last.end, hull.end);
    else places.push(hull);
  }
  return places;
}
