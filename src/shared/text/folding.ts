/**
 * What looks alike is alike: composed and decomposed letters (canonical equivalence), letters that a font joined (ﬁ), soft
 * hyphens and other signs without width, all kinds of blanks. Names are kept as they were typed; only comparisons fold.
 */

/** Signs that are not seen: soft hyphen, joiners, zero-width blanks, marks of direction, variation selectors. */
const anyUnseen = /\p{Default_Ignorable_Code_Point}/gu;
const someUnseen = /\p{Default_Ignorable_Code_Point}/u;

/** A letter with all that may join it, and what is not seen behind it. Conjoining Hangul joins as marks do. */
const cluster =
  /\P{Default_Ignorable_Code_Point}[\p{M}\u1161-\u11ff\p{Default_Ignorable_Code_Point}]*|\p{Default_Ignorable_Code_Point}+/gu;

/** Nothing in such a text folds but its blanks and capitals. */
// eslint-disable-next-line no-control-regex -- all of ASCII is meant
const plainText = /^[\u0000-\u007f]*$/u;

/** Latin letters that a font joined, from ﬀ to ﬆ. Other compatible signs (², ½, ①) look otherwise than what they stand for. */
const ligature = /[\ufb00-\ufb06]/gu;

/** Small i with its dot written out, as İ becomes it in small letters, and İ itself. */
const dotted = /\u0130|i\u0307/gu;

/** The letters of a text: composed, none joined, without signs that are not seen. Blanks stay as they are. */
function composed(text: string): string {
  if (plainText.test(text)) return text;
  return text
    .replace(anyUnseen, '')
    .replace(ligature, (sign) => sign.normalize('NFKC'))
    .normalize('NFC');
}

/** As `composed`, with a dot on every i: in small letters İ is one. */
function undotted(text: string): string {
  return plainText.test(text) ? text : composed(text).replace(dotted, 'i').normalize('NFC');
}

function lettersOf(text: string, caseSensitive: boolean): string {
  return caseSensitive ? composed(text) : undotted(text);
}

/** A name as names are told apart: two that give the same look the same. Capitals count. */
export function foldName(name: string): string {
  return composed(name).replace(/\s+/gu, ' ').trim();
}

/**
 * A text as filters and pickers look in it: as `foldName`, in small letters, by the same rule as a search in every language
 * of the system. Line ends are blanks too.
 */
export function foldText(text: string): string {
  return undotted(foldName(text).toLowerCase()).replaceAll('ς', 'σ');
}

/** The words of a filter, folded. */
export function foldWords(filter: string): string[] {
  return foldText(filter).split(' ').filter(Boolean);
}

/** The one of `list` that has this very name or else, the first that looks the same. */
export function findNamed<T>(list: readonly T[], name: string, nameOf: (one: T) => string): T | undefined {
  const exact = list.find((one) => nameOf(one) === name);
  if (exact !== undefined) return exact;
  const folded = foldName(name);
  return list.find((one) => foldName(nameOf(one)) === folded);
}

/** A text to search in: `text` is what a pattern runs over, and `place` leads back to the passage that was hit. */
export type FoldedText = { text: string; place(start: number, end: number): { start: number; end: number } };

/** Where the code units of a piece are that is seen, from its beginning. */
function seenUnits(part: string): number[] {
  const units: number[] = [];
  let at = 0;
  for (const character of part) {
    if (!someUnseen.test(character)) for (let unit = 0; unit < character.length; unit++) units.push(at + unit);
    at += character.length;
  }
  return units;
}

/**
 * Folds a text for a search, so that each hit can be told in offsets of the text as it is; one that begins or ends within
 * joined letters covers all of them. Most texts fold to themselves.
 */
export function foldedText(text: string, caseSensitive: boolean): FoldedText {
  if (lettersOf(text, caseSensitive) === text) return { text, place: (start, end) => ({ start, end }) };
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: part, index } of text.matchAll(cluster)) {
    const folded = lettersOf(part, caseSensitive);
    const seen = seenUnits(part);
    // Letters that were composed into one, or of one made several, stand as far as all that was composed; others stand where they are.
    const isKept = seen.length === folded.length && seen.every((unit, at) => part[unit] === folded[at]);
    const end = index + (seen.at(-1) ?? 0) + 1;
    for (let at = 0; at < folded.length; at++) {
      starts.push(isKept ? index + (seen[at] ?? 0) : index);
      ends.push(isKept ? index + (seen[at] ?? 0) + 1 : end);
    }
    parts.push(folded);
  }
  const place = (start: number, end: number): { start: number; end: number } => ({
    start: starts[start] ?? text.length,
    end: ends[end - 1] ?? text.length,
  });
  return { text: parts.join(''), place };
}

/**
 * A query as a pattern for folded texts; null when nothing of it is seen. A run of blanks finds any other. Letters match
 * either case by Unicode's simple folding, which is one to one, and İ as i: lower-casing a text can change its length and
 * shift every offset. So ß is ẞ, and neither is ss, from which it looks different.
 */
export function foldedPattern(query: string, caseSensitive: boolean): RegExp | null {
  const folded = lettersOf(query, caseSensitive);
  if (folded === '') return null;
  const literal = folded.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/\s+/gu, '\\s+');
  return new RegExp(literal, caseSensitive ? 'gu' : 'giu');
}
