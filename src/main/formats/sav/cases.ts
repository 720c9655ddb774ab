import type { Cell, Row } from '../statistics/dataset.ts';
import { dayNumber, millisecondNumber, secondsInDay, spssEpochDay } from '../statistics/moments.ts';
import { unwritable, writable } from '../statistics/text.ts';
import type { RowWarnings } from '../statistics/warnings.ts';
import { cellText, octets, widestText } from './columns.ts';
import type { SavColumn } from './columns.ts';
import { compressionBias, systemMissing } from './dictionary.ts';
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
    return (cell, row) => {
      const value = convert(cell, row);
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

/** Gives the number by which SPSS has a cell, `null` for system missing. */
function converter(
  { variable, missing }: SavColumn,
  warnings: RowWarnings,
): (cell: Cell, row: number) => number | null {
  const { name, kind } = variable;
  const number = (cell: number, row: number): number | null => {
    if (cell > systemMissing && cell <= Number.MAX_VALUE) return cell;
    warnings.add(
      name,
      row,
      'numbers that SPSS cannot hold',
      () => `${cell} is not a number that SPSS can hold; left missing`,
    );
    return null;
  };
  if (kind === 'number') {
    return (cell, row) => {
      if (typeof cell === 'number') return number(cell, row);
      if (cell === null) return null;
      warnings.add(name, row, 'texts in a column of numbers', () => `“${short(cell)}” is not a number; left missing`);
      return null;
    };
  }
  const codes = new Set([...missing.values, ...missing.lost, ...variable.missing.map(({ value }) => value)]);
  const seconds = kind === 'date' ? dateSeconds : momentSeconds;
  const wanted = kind === 'date' ? 'a date (YYYY-MM-DD)' : 'a moment (ISO 8601)';
  return (cell, row) => {
    if (cell === null) return null;
    if (typeof cell === 'number' && codes.has(cell)) return number(cell, row);
    const value = typeof cell === 'string' ? seconds(cell) : undefined;
    if (value === undefined) {
      warnings.add(name, row, `values that are not ${wanted}`, () => `“${short(cell)}” is not ${wanted}; left missing`);
      return null;
    }
    // SPSS counts from 14 October 1582; the first day that it takes is the next one.
    if (value >= secondsInDay) return value;
    warnings.add(
      name,
      row,
      'dates before 15 October 1582',
      () => `SPSS has no dates before 15 October 1582: “${short(cell)}” is left missing`,
    );
    return null;
  };
}

function dateSeconds(text: string): number | undefined {
  const day = dayNumber(text);
  return day === undefined ? undefined : (day - spssEpochDay) * secondsInDay;
}

function momentSeconds(text: string): number | undefined {
  const milliseconds = millisecondNumber(text);
  return milliseconds === undefined ? undefined : milliseconds / 1000 - spssEpochDay * secondsInDay;
}

function short(cell: Cell): string {
  return String(cell).slice(0, 40);
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
    if (plain.isAscii && !plain.endsBlank) return;
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
) => { units: number; isAscii: boolean; endsBlank: boolean };

/** Writes a text's units, without the blank units that fill its column; tells how many they were. */
function createTextEncoder(out: OctetWriter): TextEncoding {
  const words = new Int32Array(34_000 / 4);
  const bytes = Buffer.from(words.buffer);
  const segmented = new Int32Array(34_000 / 4);
  const segmentedBytes = new Uint8Array(segmented.buffer);
  const result = { units: 0, isAscii: true, endsBlank: false };
  return (text, width, inSegments) => {
    const ascii = asciiInto(bytes, text);
    const length = ascii === -1 ? bytes.write(writable(text), 0, width) : Math.min(ascii, width);
    bytes.fill(0x20, length, length + 8);
    result.isAscii = ascii !== -1;
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

/** Short texts of ASCII are written faster by hand than by the encoder. Gives the length, -1 when it is not such a text. */
function asciiInto(bytes: Uint8Array, text: string): number {
  const length = text.length;
  if (length > 48) return -1;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0 || code > 127) return -1;
    bytes[at] = code;
  }
  return length;
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
