import { tablesWords as words } from '#words/core/tables.ts';
import { createConverter } from '../statistics/convert.ts';
import type { NumberLimits } from '../statistics/convert.ts';
import type { Row } from '../statistics/dataset.ts';
import type { TableFacts } from '../statistics/measure.ts';
import { remembering } from '../statistics/memory.ts';
import { secondsInDay, spssEpochDay } from '../statistics/moments.ts';
import { unwritable, writable } from '../statistics/text.ts';
import { writeShort } from '../statistics/utf8.ts';
import type { RowWarnings } from '../statistics/warnings.ts';
import { cellText, octets, widestText } from './columns.ts';
import type { SavColumn } from './columns.ts';
import { compressionBias } from './dictionary.ts';
import { createOctetWriter } from './octets.ts';
import type { OctetWriter } from './octets.ts';

/** Writes the cells of one column, or of several that follow each other, of the `number`th row. */
type CellWriter = (row: Row, number: number) => void;

/** The most columns of numbers that are written at once, so that the next chunk is not long in coming. */
const longestRun = 1000;

export type CaseWriter = {
  /** Writes one row, the `number`th from 1. */
  row: (row: Row, number: number) => void;
  /** Takes a chunk that is complete; `undefined`: none is. Ask after each row until there is none. */
  takeFull: () => Uint8Array | undefined;
  /** Its memory may be used again. */
  giveBack: (chunk: Uint8Array) => void;
  end: () => Uint8Array;
};

/** Writes rows as compressed cases. */
export function createCaseWriter(columns: readonly SavColumn[], facts: TableFacts, warnings: RowWarnings): CaseWriter {
  const out = createOctetWriter();
  const full: Uint8Array[] = [];
  const encoder = createTextEncoder();
  const writers: CellWriter[] = [];
  for (let index = 0; index < columns.length;) {
    const column = columns[index];
    if (column === undefined) break;
    const run = columns.slice(index, index + longestRun);
    const other = run.findIndex(({ variable }) => variable.kind !== 'number');
    const numbers = other === -1 ? run : run.slice(0, other);
    if (numbers.length > 0) writers.push(numberCells(numbers, index, out, warnings));
    else if (column.variable.kind === 'text') {
      const isWritable = facts.columns[index]?.isWritable === true;
      writers.push(textCells({ ...column, isWritable }, index, out, encoder, warnings));
    } else writers.push(dateCells(column, index, out, warnings));
    index += Math.max(1, numbers.length);
  }
  return {
    row: (row, number) => {
      if (row.length !== columns.length)
        throw new RangeError(`row ${number} has ${row.length} cells for ${columns.length} variables`);
      for (const write of writers) {
        write(row, number);
        if (out.isFull()) full.push(out.take());
      }
    },
    takeFull: () => full.shift(),
    giveBack: (chunk) => out.giveBack(chunk),
    end: () => out.end(),
  };
}

/** The least double is system missing; dates count from 14 October 1582, and the first that is taken is the next day. */
const limits: NumberLimits = {
  program: 'SPSS',
  least: -Number.MAX_VALUE * (1 - 2 ** -53),
  most: Number.MAX_VALUE,
  firstDay: spssEpochDay + 1,
  firstDayName: words.firstDayOfSpss,
};

function writeNumber(out: OctetWriter, value: number): void {
  if (value <= 151 && value >= -99 && Math.trunc(value) === value) out.code(value + compressionBias);
  else out.number(value);
}

/** Columns of numbers that stand side by side are written in one loop: they are most of most tables. */
function numberCells(
  columns: readonly SavColumn[],
  first: number,
  out: OctetWriter,
  warnings: RowWarnings,
): CellWriter {
  const converters = columns.map(({ variable }) => createConverter(variable, limits, warnings));
  const end = first + columns.length;
  return (row, number) => {
    let at = first;
    while ((at = out.cells(row, at, end, limits.least, limits.most)) < end) {
      // Nothing to write; it tells why.
      converters[at - first]?.(row[at] ?? null, number);
      out.missing();
      at += 1;
    }
  };
}

/** Dates and moments are seconds; their missing codes are written as they are. */
function dateCells({ variable }: SavColumn, index: number, out: OctetWriter, warnings: RowWarnings): CellWriter {
  const convert = createConverter(variable, limits, warnings);
  const codes = new Set(variable.missing.map(({ value }) => value));
  const isDate = variable.kind === 'date';
  return (row, number) => {
    const cell = row[index] ?? null;
    if (typeof cell === 'number' && codes.has(cell)) {
      writeNumber(out, cell);
      return;
    }
    const value = convert(cell, number);
    if (value === null) out.missing();
    else writeNumber(out, (isDate ? value * secondsInDay : value / 1000) - spssEpochDay * secondsInDay);
  };
}

type TextColumn = SavColumn & { isWritable: boolean };

function textCells(
  column: TextColumn,
  index: number,
  out: OctetWriter,
  encode: TextEncoding,
  warnings: RowWarnings,
): CellWriter {
  const { width, segments, isWritable } = column;
  const units = segments.reduce((sum, segment) => sum + octets(segment.width), 0);
  const isSegmented = segments.length > 1;
  const short = remembering((text): Encoded => {
    const made = encode(text, width, isSegmented, isWritable);
    return { ...made, words: made.words.slice(0, 2 * made.units) };
  });
  return (row, number) => {
    const cell = row[index] ?? null;
    if (cell === null || cell === '') {
      out.blanks(units);
      return;
    }
    const text = cellText(cell);
    const encoded = text.length > shortText ? encode(text, width, isSegmented, isWritable) : short(text);
    out.text(encoded.words, encoded.units);
    out.blanks(units - encoded.units);
    if (encoded.isWritable && !encoded.endsBlank && width < widestText) return;
    warnOfText(column, text, number, warnings);
  };
}

function warnOfText({ variable, width }: SavColumn, text: string, row: number, warnings: RowWarnings): void {
  const add = (kind: string, message: string): void => warnings.add(variable.name, row, kind, () => message);
  const fault = unwritable(text);
  if (fault !== undefined) add(words.kindUnwritable, fault);
  if (text.endsWith(' ')) add(words.kindBlanksAtEnd, words.blanksAtEnd);
  if (width === widestText && Buffer.byteLength(writable(text)) > widestText)
    add(words.kindLongTexts, words.spssTextCut);
}

/** Texts up to this length may be remembered. */
const shortText = 40;

/** A text's units, two words each, without the blank units that fill its column. */
type Encoded = { words: Int32Array; units: number; isWritable: boolean; endsBlank: boolean };

/** Gives the same object, and words, each time. `isWritable`: it is known that the text can be written as it is. */
type TextEncoding = (text: string, width: number, inSegments: boolean, isWritable: boolean) => Encoded;

function createTextEncoder(): TextEncoding {
  const words = new Int32Array(34_000 / 4);
  const bytes = Buffer.from(words.buffer);
  const segmented = new Int32Array(34_000 / 4);
  const segmentedBytes = new Uint8Array(segmented.buffer);
  const result: Encoded = { words, units: 0, isWritable: true, endsBlank: false };
  return (text, width, inSegments, isWritable) => {
    const short = writeShort(bytes, text, 0, width);
    const clean = short === -1 && !isWritable ? writable(text) : text;
    const length = short === -1 ? bytes.write(clean, 0, width) : short;
    for (let at = length; at < length + 8; at++) bytes[at] = 0x20;
    // As many bytes as letters: all of it is ASCII.
    result.isWritable =
      isWritable || (clean === text && (short !== -1 || length === text.length || text.isWellFormed()));
    result.endsBlank = bytes[length - 1] === 0x20;
    result.words = inSegments ? segmented : words;
    result.units = inSegments ? splitSegments(bytes, length, segmentedBytes) : (length + 7) >> 3;
    return result;
  };
}

/** Puts 255 bytes of text into every 256 bytes, the way very long strings are kept. Gives the units of 8 bytes in all. */
function splitSegments(bytes: Uint8Array, length: number, target: Uint8Array): number {
  let at = 0;
  let from = 0;
  while (length - from > 255) {
    target.set(bytes.subarray(from, from + 255), at);
    target[at + 255] = 0x20;
    from += 255;
    at += 256;
  }
  const rest = length - from;
  target.set(bytes.subarray(from, length), at);
  const units = (at + rest + 7) >> 3;
  target.fill(0x20, at + rest, units * 8);
  return units;
}
