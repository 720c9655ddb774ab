import type { SchemaElement } from 'hyparquet';
import { tablesWords as words } from '#words/core/tables.ts';
import type { Cell } from '../csv/writer.ts';
import { uniqueNames } from '../plan/columnNames.ts';
import type { Column } from '../plan/table.ts';
import { dayNumber, millisecondNumber } from '../statistics/moments.ts';
import type { RowWarnings } from '../statistics/warnings.ts';
import type { Convert, ParquetColumn } from './parquetColumn.ts';
import { createTextColumn } from './texts.ts';

const leastWhole = -(2 ** 31);
const mostWhole = 2 ** 31 - 1;

/** Moments are of UTC, and say so: a reader that takes them for local time would shift them by its zone in a join. */
const utc = { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } as const;

/** The columns of the file; those of dates with missing codes have one for the codes beside them. */
export function parquetColumns(columns: readonly Column[], warnings: RowWarnings): ParquetColumn[] {
  const hasCodes = (column: Column): boolean =>
    (column.type === 'date' || column.type === 'date-time') && column.missing.length > 0;
  const coded = columns.filter(hasCodes);
  const codeNames = uniqueNames(
    coded.map(({ name }) => `${name} (missing)`),
    columns.map(({ name }) => name),
    '',
  );
  return columns.flatMap((column, index) => {
    const main = mainColumn(column, index, warnings);
    const codeName = codeNames[coded.indexOf(column)];
    return codeName === undefined ? [main] : [main, codeColumn(codeName, column, index)];
  });
}

function mainColumn(column: Column, index: number, warnings: RowWarnings): ParquetColumn {
  const { name } = column;
  const repetition_type = 'OPTIONAL';
  switch (column.type) {
    case 'text':
      return {
        element: { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type },
        ...createTextColumn(name, index, warnings),
      };
    case 'date': {
      const convert = once(datesOf(column, dayNumber, warnings));
      return numbers({ name, type: 'INT32', converted_type: 'DATE', repetition_type }, index, convert);
    }
    case 'date-time': {
      const read = (text: string): bigint | undefined => {
        const milliseconds = millisecondNumber(text);
        return milliseconds === undefined ? undefined : BigInt(milliseconds);
      };
      const convert = once(datesOf(column, read, warnings));
      const element = { name, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', logical_type: utc } as const;
      return numbers({ ...element, repetition_type }, index, convert);
    }
    case 'integer':
    case 'binary':
    case 'decimal': {
      const isWhole = column.type !== 'decimal' && [...column.valueLabels, ...column.missing].every(isSmallWhole);
      const element = { name, type: isWhole ? 'INT32' : 'DOUBLE', repetition_type } as const;
      return numbers(element, index, numbersOf(name, isWhole, warnings));
    }
  }
}

function isSmallWhole({ value }: { value: number }): boolean {
  return Number.isInteger(value) && value >= leastWhole && value <= mostWhole;
}

/** The missing codes of a column of dates. */
function codeColumn(name: string, { missing }: Column, index: number): ParquetColumn {
  const type = missing.every(isSmallWhole) ? 'INT32' : 'DOUBLE';
  const convert: Convert = (cell) => (typeof cell === 'number' ? cell : null);
  return numbers({ name, type, repetition_type: 'OPTIONAL' }, index, convert);
}

function numbers(element: SchemaElement, index: number, convert: Convert): ParquetColumn {
  const convertCell = (cell: Cell, row: number): number | bigint | null =>
    cell === null || cell === '' ? null : convert(cell, row);
  return {
    element,
    convert: convertCell,
    data: (rows, first) => {
      const data: (number | bigint | null)[] = [];
      for (const row of rows) data.push(convertCell(row[index] ?? null, first + data.length));
      return { data };
    },
  };
}

function numbersOf(name: string, isWhole: boolean, warnings: RowWarnings): Convert {
  return (cell, row) => {
    if (typeof cell === 'number' && (isWhole ? isSmallWhole({ value: cell }) : Number.isFinite(cell))) return cell;
    const shown = { cell: beginning(cell) };
    if (isWhole) warnings.add(name, row, words.kindNotWhole, () => words.notWhole(shown));
    else warnings.add(name, row, words.kindNotNumber, () => words.noNumber(shown));
    return null;
  };
}

function datesOf(
  { name, type, missing }: Column,
  read: (text: string) => number | bigint | undefined,
  warnings: RowWarnings,
): Convert {
  const codes = new Set(missing.map(({ value }) => value));
  return (cell, row) => {
    if (typeof cell === 'number' && codes.has(cell)) return null;
    const value = typeof cell === 'string' ? read(cell) : undefined;
    if (value !== undefined) return value;
    const shown = { cell: beginning(cell) };
    if (type === 'date') warnings.add(name, row, words.kindNotDate, () => words.noDate(shown));
    else warnings.add(name, row, words.kindNotMoment, () => words.noMoment(shown));
    return null;
  };
}

/** As much of a cell as a warning shows. */
function beginning(cell: string | number): string {
  return String(cell).slice(0, 40);
}

/** Rows of one document repeat its dates: a cell equal to the one above is not read again. Faults are told each time. */
function once(convert: Convert): Convert {
  let above: Cell = null;
  let result: number | bigint | null = null;
  return (cell, row) => {
    if (cell === above && result !== null) return result;
    above = cell;
    result = convert(cell, row);
    return result;
  };
}
