import type { Cell, Row } from '../statistics/dataset.ts';
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

type CellWriter = (cell: Cell, row: number) => void;

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
  const cells = columns.map((column): CellWriter => {
    if (column.variable.kind === 'text') return textCells(column, out, encoder, warnings);
    const convert = converter(column, warnings);
    const isNumber = column.variable.kind === 'number';
    return (cell, row) => {
      // Most cells are codes and whole numbers, which need no conversion.
      const isPlain = isNumber && typeof cell === 'number' && cell <= 151 && cell >= -99;
      const value = isPlain ? cell : convert(cell, row);
      if (value === null) out.missing();
      else if (value <= 151 && value >= -99 && Math.trunc(value) === value) out.code(value + compressionBias);
      else out.number(value);
    };
  });
  const count = cells.length;
  return {
    row: (row, number) => {
      if (row.length !== count) throw new RangeError(`row ${number} has ${row.length} cells for ${count} variables`);
      for (let index = 0; index < count; index++) {
        cells[index]?.(row[index] ?? null, number);
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

/** Gives the number by which SPSS has a cell, `null` for system missing. */
function converter({ variable }: SavColumn, warnings: RowWarnings): (cell: Cell, row: number) => number | null {
  const convert = createConverter(variable, limits, warnings);
  if (variable.kind === 'number') return convert;
  const codes = new Set(variable.missing.map(({ value }) => value));
  const isDate = variable.kind === 'date';
  return (cell, row) => {
    if (typeof cell === 'number' && codes.has(cell)) return cell;
    const value = convert(cell, row);
    if (value === null) return null;
    return (isDate ? value * secondsInDay : value / 1000) - spssEpochDay * secondsInDay;
  };
}

function textCells(column: SavColumn, out: OctetWriter, encode: TextEncoding, warnings: RowWarnings): CellWriter {
  const { variable, width, segments } = column;
  const { name } = variable;
  const units = segments.reduce((sum, segment) => sum + octets(segment.width), 0);
  return (cell, row) => {
    if (cell === null || cell === '') {
      out.blanks(units);
      return;
    }
    const text = cellText(cell);
    const plain = encode(text, width, segments.length > 1);
    out.blanks(units - plain.units);
    if (plain.isWritable && !plain.endsBlank && width < widestText) return;
    const fault = unwritable(text);
    if (fault !== undefined) warnings.add(name, row, 'characters that cannot be written', () => fault);
    if (text.endsWith(' ')) {
      warnings.add(
        name,
        row,
        'blanks at the end of texts',
        () => 'blanks at the end of the text are lost: SPSS fills texts with blanks',
      );
    }
    if (width === widestText && Buffer.byteLength(writable(text)) > widestText) {
      warnings.add(
        name,
        row,
        'texts longer than 32,767 bytes',
        () => `the text is cut to ${widestText.toLocaleString('en')} bytes, the longest that SPSS holds`,
      );
    }
  };
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
    result.isWritable = short !== -1 || (clean === text && text.isWellFormed());
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
