import type { Row } from '../statistics/dataset.ts';
import { createConverter } from '../statistics/convert.ts';
import type { NumberLimits } from '../statistics/convert.ts';
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
  /** Takes the chunks that are complete. Ask after each row. */
  hasFull: () => boolean;
  takeFull: () => Uint8Array[];
  end: () => Uint8Array;
};

/** Writes rows as compressed cases. */
export function createCaseWriter(columns: readonly SavColumn[], warnings: RowWarnings): CaseWriter {
  const out = createOctetWriter();
  const full: Uint8Array[] = [];
  const encoder = createTextEncoder(out);
  const writers: CellWriter[] = [];
  for (let index = 0; index < columns.length;) {
    const column = columns[index];
    if (column === undefined) break;
    const run = columns.slice(index, index + longestRun);
    const other = run.findIndex(({ variable }) => variable.kind !== 'number');
    const numbers = other === -1 ? run : run.slice(0, other);
    if (numbers.length > 0) writers.push(numberCells(numbers, index, out, warnings));
    else if (column.variable.kind === 'text') writers.push(textCells(column, index, out, encoder, warnings));
    else writers.push(dateCells(column, index, out, warnings));
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
    hasFull: () => full.length > 0,
    takeFull: () => full.splice(0),
    end: () => out.end(),
  };
}

/** The least double is system missing; dates count from 14 October 1582, and the first that is taken is the next day. */
const limits: NumberLimits = {
  program: 'SPSS',
  least: -Number.MAX_VALUE * (1 - 2 ** -53),
  most: Number.MAX_VALUE,
  firstDay: spssEpochDay + 1,
  firstDayName: '15 October 1582',
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
  const count = columns.length;
  return (row, number) => {
    for (let at = 0; at < count; at++) {
      const cell = row[first + at] ?? null;
      if (typeof cell === 'number' && cell >= limits.least && cell <= limits.most) writeNumber(out, cell);
      else {
        // Nothing to write; it tells why.
        converters[at]?.(cell, number);
        out.missing();
      }
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

function textCells(
  column: SavColumn,
  index: number,
  out: OctetWriter,
  encode: TextEncoding,
  warnings: RowWarnings,
): CellWriter {
  const { width, segments } = column;
  const units = segments.reduce((sum, segment) => sum + octets(segment.width), 0);
  const isSegmented = segments.length > 1;
  return (row, number) => {
    const cell = row[index] ?? null;
    if (cell === null || cell === '') {
      out.blanks(units);
      return;
    }
    const text = cellText(cell);
    const plain = encode(text, width, isSegmented);
    out.blanks(units - plain.units);
    if (plain.isWritable && !plain.endsBlank && width < widestText) return;
    warnOfText(column, text, number, warnings);
  };
}

function warnOfText({ variable, width }: SavColumn, text: string, row: number, warnings: RowWarnings): void {
  const add = (kind: string, message: string): void => warnings.add(variable.name, row, kind, () => message);
  const fault = unwritable(text);
  if (fault !== undefined) add('characters that cannot be written', fault);
  if (text.endsWith(' '))
    add('blanks at the end of texts', 'blanks at the end of the text are lost: SPSS fills texts with blanks');
  if (width === widestText && Buffer.byteLength(writable(text)) > widestText)
    add('texts longer than 32,767 bytes', 'the text is cut to 32,767 bytes, the longest that SPSS holds');
}

type TextEncoding = (
  text: string,
  width: number,
  inSegments: boolean,
) => { units: number; isWritable: boolean; endsBlank: boolean };

/** Writes a text's units, without the blank units that fill its column; tells how many they were. */
function createTextEncoder(out: OctetWriter): TextEncoding {
  const words = new Int32Array(34_000 / 4);
  const bytes = Buffer.from(words.buffer);
  const segmented = new Int32Array(34_000 / 4);
  const segmentedBytes = new Uint8Array(segmented.buffer);
  const result = { units: 0, isWritable: true, endsBlank: false };
  return (text, width, inSegments) => {
    const short = writeShort(bytes, text, 0, width);
    const clean = short === -1 ? writable(text) : text;
    const length = short === -1 ? bytes.write(clean, 0, width) : short;
    for (let at = length; at < length + 8; at++) bytes[at] = 0x20;
    // As many bytes as letters: all of it is ASCII.
    result.isWritable = clean === text && (short !== -1 || length === text.length || text.isWellFormed());
    result.endsBlank = bytes[length - 1] === 0x20;
    if (inSegments) {
      result.units = splitSegments(bytes, length, segmentedBytes);
      out.text(segmented, result.units);
    } else {
      result.units = (length + 7) >> 3;
      out.text(words, result.units);
    }
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
