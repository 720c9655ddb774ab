import { createConverter } from '../statistics/convert.ts';
import type { NumberLimits } from '../statistics/convert.ts';
import type { Cell, Row } from '../statistics/dataset.ts';
import { millisecondsInDay, stataEpochDay } from '../statistics/moments.ts';
import { unwritable, writable } from '../statistics/text.ts';
import { writeShort } from '../statistics/utf8.ts';
import type { RowWarnings } from '../statistics/warnings.ts';
import { isLongText } from './columns.ts';
import type { DtaColumn } from './columns.ts';

/** Full chunks are handed out when they have grown to this size, in bytes. */
const chunkSize = 1 << 20;

/** The last double that is not missing; dates from 1 January 100 ("help datetime"). */
const limits: NumberLimits = {
  program: 'Stata',
  least: -Number.MAX_VALUE,
  most: 2 ** 1023 * (1 - 2 ** -53),
  firstDay: stataEpochDay - 679_350,
  firstDayName: '1 January 100',
};

/** Writes a cell's value at a place of the chunk. */
type CellWriter = (cell: Cell, row: number, chunk: Chunk, at: number) => void;

type Chunk = { bytes: Buffer; view: DataView };

export type RowWriter = {
  /** Writes one row, the `number`th from 1. */
  row: (row: Row, number: number) => void;
  isFull: () => boolean;
  /** What was written since, as bytes of their own. */
  take: () => Uint8Array;
};

/** Writes rows of fixed width. `rowBytes` is the sum of the columns' widths. */
export function createRowWriter(columns: readonly DtaColumn[], rowBytes: number, warnings: RowWarnings): RowWriter {
  const size = chunkSize + rowBytes;
  const make = (): Chunk => {
    const bytes = Buffer.alloc(size);
    return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, size) };
  };
  let chunk = make();
  let length = 0;
  const writers = columns.map((column, index) => cellWriter(column, index + 1, warnings));
  const widths = columns.map(({ type }) => type.bytes);
  const count = columns.length;
  return {
    row: (row, number) => {
      if (row.length !== count) throw new RangeError(`row ${number} has ${row.length} cells for ${count} variables`);
      for (let index = 0; index < count; index++) {
        writers[index]?.(row[index] ?? null, number, chunk, length);
        length += widths[index] ?? 0;
      }
    },
    isFull: () => length > chunkSize,
    take: () => {
      const taken = chunk.bytes.subarray(0, length);
      // A new chunk is all zeros, with which texts are filled.
      chunk = make();
      length = 0;
      return taken;
    },
  };
}

function cellWriter(column: DtaColumn, number: number, warnings: RowWarnings): CellWriter {
  if (isLongText(column)) return longTextCell(number);
  if (column.variable.kind === 'text') return textCell(column, warnings);
  const { kind } = column.variable;
  const convert = createConverter(column.variable, limits, warnings);
  const write = numberWriter(column.type.name);
  const { missing } = column;
  const shift = kind === 'date' ? stataEpochDay : kind === 'datetime' ? stataEpochDay * millisecondsInDay : 0;
  return (cell, row, { view }, at) => {
    const letter = missing.size > 0 && typeof cell === 'number' ? missing.get(cell) : undefined;
    if (letter !== undefined) write(view, at, 0, letter);
    else {
      const value = convert(cell, row);
      if (value === null) write(view, at, 0, 0);
      else write(view, at, value - shift, -1);
    }
  };
}

/** Writes a value, or the missing value of a letter (0 for `.`, 1 for `.a` …) unless that is -1. */
type NumberWriter = (view: DataView, at: number, value: number, letter: number) => void;

function numberWriter(type: string): NumberWriter {
  switch (type) {
    case 'byte':
      return (view, at, value, letter) => view.setInt8(at, letter < 0 ? value : 101 + letter);
    case 'int':
      return (view, at, value, letter) => view.setInt16(at, letter < 0 ? value : 32_741 + letter, true);
    case 'long':
      return (view, at, value, letter) => view.setInt32(at, letter < 0 ? value : 2_147_483_621 + letter, true);
    default:
      return (view, at, value, letter) => {
        if (letter < 0) view.setFloat64(at, value, true);
        else {
          // 2^1023 is `.`; each letter adds 2^40 to the bits.
          view.setUint32(at, 0, true);
          view.setUint32(at + 4, 0x7fe00000 + letter * 0x100, true);
        }
      };
  }
}

function textCell({ variable, type }: DtaColumn, warnings: RowWarnings): CellWriter {
  return (cell, row, { bytes }, at) => {
    if (cell === null) return;
    const text = cellText(cell);
    if (writeShort(bytes, text, at, type.bytes) !== -1) return;
    const clean = writable(text);
    bytes.write(clean, at, type.bytes);
    if (clean !== text || !text.isWellFormed()) warnUnwritable(variable.name, text, row, warnings);
  };
}

/** Points at the long text: the variable (2 bytes) and the row (6 bytes) that first has it; all 0 for an empty one. */
function longTextCell(variable: number): CellWriter {
  let above: Cell = null;
  let aboveRow = 0;
  return (cell, row, { view }, at) => {
    if (cell !== above) {
      above = cell;
      aboveRow = row;
    }
    if (cell === null || cell === '') return;
    view.setUint16(at, variable, true);
    view.setUint32(at + 2, aboveRow % 2 ** 32, true);
    view.setUint16(at + 6, Math.floor(aboveRow / 2 ** 32), true);
  };
}

/** The text of a cell of a text column; a missing code is written as its digits. */
export function cellText(cell: Exclude<Cell, null>): string {
  return typeof cell === 'string' ? cell : String(cell);
}

/** Tells of characters that UTF-8 or Stata cannot hold. */
export function warnUnwritable(variable: string, text: string, row: number, warnings: RowWarnings): void {
  const fault = unwritable(text);
  if (fault !== undefined) warnings.add(variable, row, 'characters that cannot be written', () => fault);
}
