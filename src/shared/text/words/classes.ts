import { ranges } from './table.ts';

/** What the rule for words tells characters apart by, each a bit: the values of Word_Break, and what is ours. */
export const wordClass = {
  Other: 0,
  CR: 1 << 0,
  LF: 1 << 1,
  Newline: 1 << 2,
  Extend: 1 << 3,
  ZWJ: 1 << 4,
  Format: 1 << 5,
  Regional_Indicator: 1 << 6,
  Katakana: 1 << 7,
  Hebrew_Letter: 1 << 8,
  ALetter: 1 << 9,
  Single_Quote: 1 << 10,
  Double_Quote: 1 << 11,
  MidNumLet: 1 << 12,
  MidLetter: 1 << 13,
  MidNum: 1 << 14,
  Numeric: 1 << 15,
  ExtendNumLet: 1 << 16,
  WSegSpace: 1 << 17,
  /** Letters of scripts without blanks between words; Complex_Context: of Thai, Lao, Khmer and others, by Line_Break. */
  Ideograph: 1 << 18,
  Hiragana: 1 << 19,
  Complex_Context: 1 << 20,
  /** Beside any other class. */
  Extended_Pictographic: 1 << 21,
} as const;

/** Code points of the first plane have a table; those above are looked up in ranges. */
const planeSize = 0x10000;

/** Half-open. */
type Range = { start: number; end: number; bits: number };

/** Ranges in order, without overlap; those of pictographs, which lie over others, are apart. */
type Table = { plane: Uint32Array; above: Range[]; pictographs: Range[] };

function* rangesOf(name: keyof typeof ranges): Generator<Range> {
  const numbers = ranges[name].flatMap((line) => line.split(' ')).map((word) => parseInt(word, 36));
  let at = 0;
  for (let index = 0; index < numbers.length; index += 2) {
    const start = at + (numbers[index] ?? 0);
    at = start + (numbers[index + 1] ?? 0);
    yield { start, end: at, bits: wordClass[name] };
  }
}

function makeTable(): Table {
  const table: Table = { plane: new Uint32Array(planeSize), above: [], pictographs: [] };
  for (const name of Object.keys(ranges) as (keyof typeof ranges)[]) {
    const above = name === 'Extended_Pictographic' ? table.pictographs : table.above;
    for (const range of rangesOf(name)) {
      if (range.start >= planeSize) above.push(range);
      else
        for (let point = range.start; point < range.end; point++)
          table.plane[point] = (table.plane[point] ?? 0) | range.bits;
    }
  }
  table.above.sort((a, b) => a.start - b.start);
  return table;
}

function bitsIn(sorted: readonly Range[], point: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (point < (sorted[middle]?.end ?? 0)) high = middle;
    else low = middle + 1;
  }
  const range = sorted[low];
  return range && range.start <= point ? range.bits : 0;
}

let made: Table | null = null;

/** The classes of a code point, as bits of `wordClass`; a lone surrogate has none. */
export function wordClassOf(point: number): number {
  made ??= makeTable();
  if (point < planeSize) return made.plane[point] ?? 0;
  return bitsIn(made.above, point) | bitsIn(made.pictographs, point);
}
