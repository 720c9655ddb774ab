import { tablesWords as words } from '#words/core/tables.ts';
import { createConverter } from '../statistics/convert.ts';
import type { NumberLimits } from '../statistics/convert.ts';
import type { Cell, Row } from '../statistics/dataset.ts';
import type { TableFacts } from '../statistics/measure.ts';
import { remembering } from '../statistics/memory.ts';
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
  firstDayName: words.firstDayOfStata,
};

/** Writes the cells of one column, or of several that follow each other, at a place of the chunk. */
type CellWriter = { bytes: number; write: (row: Row, number: number, chunk: Chunk, at: number) => void };

type Chunk = { bytes: Buffer; view: DataView };

export type RowWriter = {
  /** Writes one row, the `number`th from 1. */
  row: (row: Row, number: number) => void;
  isFull: () => boolean;
  /** What was written since; its memory is the receiver's until it gives it back. */
  take: () => Uint8Array;
  giveBack: (chunk: Uint8Array) => void;
};

/** Writes rows of fixed width. `rowBytes` is the sum of the columns' widths. */
export function createRowWriter(
  columns: readonly DtaColumn[],
  rowBytes: number,
  facts: TableFacts,
  warnings: RowWarnings,
): RowWriter {
  const size = chunkSize + rowBytes;
  const free: Chunk[] = [];
  const given = new Map<ArrayBufferLike, Chunk>();
  const make = (): Chunk => {
    const bytes = Buffer.alloc(size);
    return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, size) };
  };
  let chunk = make();
  let length = 0;
  const writers = rowWriters(columns, facts, warnings);
  const count = columns.length;
  return {
    row: (row, number) => {
      if (row.length !== count) throw new RangeError(`row ${number} has ${row.length} cells for ${count} variables`);
      for (const { bytes, write } of writers) {
        write(row, number, chunk, length);
        length += bytes;
      }
    },
    isFull: () => length > chunkSize,
    take: () => {
      const taken = chunk.bytes.subarray(0, length);
      given.set(taken.buffer, chunk);
      chunk = free.pop() ?? make();
      length = 0;
      return taken;
    },
    giveBack: ({ buffer, length: used }) => {
      const memory = given.get(buffer);
      if (memory === undefined || !given.delete(buffer)) return;
      // A chunk is all zeros, with which texts are filled.
      memory.bytes.fill(0, 0, used);
      free.push(memory);
    },
  };
}

function rowWriters(columns: readonly DtaColumn[], facts: TableFacts, warnings: RowWarnings): CellWriter[] {
  const writers: CellWriter[] = [];
  const isNumber = ({ variable }: DtaColumn): boolean => variable.kind === 'number';
  for (let index = 0; index < columns.length;) {
    const column = columns[index];
    if (column === undefined) break;
    const other = columns.findIndex((one, at) => at >= index && !isNumber(one));
    const numbers = columns.slice(index, other === -1 ? columns.length : other);
    if (numbers.length > 0) writers.push(numberCells(numbers, index, warnings));
    else if (isLongText(column)) writers.push(longTextCell(column, index));
    else if (column.variable.kind === 'text')
      writers.push(textCell(column, index, facts.columns[index]?.isWritable === true, warnings));
    else writers.push(dateCell(column, index, warnings));
    index += Math.max(1, numbers.length);
  }
  return writers;
}

/** Columns of numbers that stand side by side are written in one loop: they are most of most tables. */
function numberCells(columns: readonly DtaColumn[], first: number, warnings: RowWarnings): CellWriter {
  const own = columns.map(({ variable, type, missing }, at) => {
    const codes = [...missing.keys()];
    return {
      place: first + at,
      width: type.bytes,
      write: numberWriter(type.name),
      isByte: type.name === 'byte',
      missing,
      // Most cells lie outside and need not be looked up.
      leastCode: Math.min(...codes),
      mostCode: Math.max(...codes),
      convert: createConverter(variable, limits, warnings),
    };
  });
  const { least, most } = limits;
  return {
    bytes: own.reduce((sum, { width }) => sum + width, 0),
    write: (row, number, { bytes, view }, start) => {
      let at = start;
      for (const column of own) {
        const cell = row[column.place] ?? null;
        if (
          typeof cell === 'number' &&
          cell >= least &&
          cell <= most &&
          !(cell >= column.leastCode && cell <= column.mostCode)
        ) {
          if (column.isByte) bytes[at] = cell;
          else column.write(view, at, cell, -1);
        } else {
          const letter = typeof cell === 'number' ? column.missing.get(cell) : undefined;
          const value = letter === undefined ? column.convert(cell, number) : null;
          column.write(view, at, value ?? 0, value === null ? (letter ?? 0) : -1);
        }
        at += column.width;
      }
    },
  };
}

/** Days, or milliseconds, from 1 January 1960. */
function dateCell({ variable, type, missing }: DtaColumn, index: number, warnings: RowWarnings): CellWriter {
  const convert = createConverter(variable, limits, warnings);
  const write = numberWriter(type.name);
  const shift = variable.kind === 'date' ? stataEpochDay : stataEpochDay * millisecondsInDay;
  return {
    bytes: type.bytes,
    write: (row, number, { view }, at) => {
      const cell = row[index] ?? null;
      const letter = typeof cell === 'number' ? missing.get(cell) : undefined;
      const value = letter === undefined ? convert(cell, number) : null;
      if (value === null) write(view, at, 0, letter ?? 0);
      else write(view, at, value - shift, -1);
    },
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

/** Texts up to this length may be remembered. */
const shortText = 40;

function textCell(
  { variable, type }: DtaColumn,
  index: number,
  isWritable: boolean,
  warnings: RowWarnings,
): CellWriter {
  const scratch = Buffer.alloc(type.bytes);
  const short = remembering((text) => {
    const length = writeShort(scratch, text, 0, type.bytes);
    return Uint8Array.from(scratch.subarray(0, Math.max(0, length))); // none for those that need care
  });
  const put = (text: string, number: number, bytes: Buffer, at: number): void => {
    const clean = isWritable ? text : writable(text);
    bytes.write(clean, at, type.bytes);
    if (!isWritable && (clean !== text || !text.isWellFormed())) warnUnwritable(variable.name, text, number, warnings);
  };
  return {
    bytes: type.bytes,
    write: (row, number, { bytes }, at) => {
      const cell = row[index] ?? null;
      if (cell === null || cell === '') return;
      const text = cellText(cell);
      const encoded = text.length > shortText ? undefined : short(text);
      if (encoded === undefined || encoded.length === 0) put(text, number, bytes, at);
      else for (let byte = 0; byte < encoded.length; byte++) bytes[at + byte] = encoded[byte] ?? 0;
    },
  };
}

/** Points at the long text: the variable (2 bytes) and the row (6 bytes) that first has it; all 0 for an empty one. */
function longTextCell({ type }: DtaColumn, index: number): CellWriter {
  let above: Cell = null;
  let aboveRow = 0;
  return {
    bytes: type.bytes,
    write: (row, number, { view }, at) => {
      const cell = row[index] ?? null;
      if (cell !== above) {
        above = cell;
        aboveRow = number;
      }
      if (cell === null || cell === '') return;
      view.setUint16(at, index + 1, true);
      view.setUint32(at + 2, aboveRow % 2 ** 32, true);
      view.setUint16(at + 6, Math.floor(aboveRow / 2 ** 32), true);
    },
  };
}

/** The text of a cell of a text column; a missing code is written as its digits. */
export function cellText(cell: Exclude<Cell, null>): string {
  return typeof cell === 'string' ? cell : String(cell);
}

/** Tells of characters that UTF-8 or Stata cannot hold. */
export function warnUnwritable(variable: string, text: string, row: number, warnings: RowWarnings): void {
  const fault = unwritable(text);
  if (fault !== undefined) warnings.add(variable, row, words.kindUnwritable, () => fault);
}
