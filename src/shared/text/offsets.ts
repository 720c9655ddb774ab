/**
 * Positions in a text. Inside Galley a position counts UTF-16 code units (what JavaScript and CodeMirror count); at
 * every edge of a format it counts Unicode code points (what R, Python, SQLite and REFI-QDA count). The brands keep the
 * two apart; `offsetConverter` is the only way from one to the other.
 */
declare const unit: unique symbol;

/** A position in UTF-16 code units, 0 ≤ offset ≤ text.length. */
export type Utf16Offset = number & { readonly [unit]: 'utf-16' };

/** A position in Unicode code points, 0 ≤ offset ≤ number of code points of the text. */
export type CodePointOffset = number & { readonly [unit]: 'code-point' };

/** A half-open passage `[start, end)` in UTF-16 code units. */
export type Span = { start: Utf16Offset; end: Utf16Offset };

/** Marks a number as a UTF-16 offset. The caller answers for it: use where a number comes from an editor or a parser. */
export function utf16(offset: number): Utf16Offset {
  return offset as Utf16Offset; // the brand exists in types only
}

/** Marks a number as a code-point offset. The caller answers for it: use where a number comes from a file. */
export function codePoint(offset: number): CodePointOffset {
  return offset as CodePointOffset; // the brand exists in types only
}

/** Whether the unit at `index` is a high surrogate that is followed by a low one: the first half of one code point. */
function startsPair(text: string, index: number): boolean {
  const high = text.charCodeAt(index);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(index + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/** The number of Unicode code points of `text`. A lone surrogate counts as one. Linear in the text's length. */
export function countCodePoints(text: string): number {
  let pairs = 0;
  for (let index = 0; index < text.length; index++) {
    if (startsPair(text, index)) {
      pairs++;
      index++;
    }
  }
  return text.length - pairs;
}

/** Converts positions of one text both ways. Built in one pass over the text; each conversion is a binary search. */
export type OffsetConverter = {
  /** A position inside a surrogate pair is moved to the pair's start. Throws RangeError outside the text. */
  toCodePoint(offset: Utf16Offset): CodePointOffset;
  /** Throws RangeError outside the text. */
  toUtf16(offset: CodePointOffset): Utf16Offset;
  /** Number of code points of the text. */
  readonly codePoints: number;
};

/** The number of entries of the sorted `list` that are less than `value`. */
function countBelow(list: Uint32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Collects where surrogate pairs begin, in UTF-16 units, and returns the converter for `text`. */
export function offsetConverter(text: string): OffsetConverter {
  const found: number[] = [];
  for (let index = 0; index < text.length; index++) {
    if (startsPair(text, index)) {
      found.push(index);
      index++;
    }
  }
  const pairStarts = Uint32Array.from(found); // in UTF-16 units
  const pairOrdinals = pairStarts.map((start, ordinal) => start - ordinal); // the same places in code points
  const codePoints = text.length - found.length;
  return {
    codePoints,
    toCodePoint(offset) {
      if (!Number.isInteger(offset) || offset < 0 || offset > text.length) {
        throw new RangeError(`offset ${offset} is outside the text (0 to ${text.length} UTF-16 units)`);
      }
      // A pair that begins before the offset is taken off once, so its middle falls on its start.
      return codePoint(offset - countBelow(pairStarts, offset));
    },
    toUtf16(offset) {
      if (!Number.isInteger(offset) || offset < 0 || offset > codePoints) {
        throw new RangeError(`offset ${offset} is outside the text (0 to ${codePoints} code points)`);
      }
      return utf16(offset + countBelow(pairOrdinals, offset));
    },
  };
}
