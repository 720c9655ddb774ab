import type { SchemaElement } from 'hyparquet';
import type { ColumnSource } from 'hyparquet-writer';
import type { Cell } from '../csv/writer.ts';
import type { Row } from '../plan/table.ts';

/** One column of the file. */
export type ParquetColumn = {
  element: SchemaElement;
  /** One of its cells, the table's `row`th from 1, as the file has it. */
  convert(cell: Cell, row: number): Physical | null;
  /** Its cells of some rows; the first of them is the table's `first`th, from 1. */
  data(rows: readonly Row[], first: number): Omit<ColumnSource, 'name'>;
};

/** A value as the file has it: texts, INT32 and DOUBLE, INT64. */
export type Physical = string | number | bigint;

/** What the file holds of each cell: `null` where there is nothing. */
export type Convert = (cell: Exclude<Cell, null>, row: number) => number | bigint | null;
