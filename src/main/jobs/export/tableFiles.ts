import type { ExportFormat } from '../../../shared/api/exports.ts';
import type { Column, Row } from '../../formats/tables/plan/table.ts';
import { openWholeFile } from '../files/wholeFiles.ts';
import type { WholeFile } from '../files/wholeFiles.ts';
import { companions, tableFormats } from './tableFormats.ts';
import type { FilledFile, TableWriter, WriterOptions, WrittenFile } from './tableWriter.ts';

/** One table on its way into files: those of every format that was asked for, and what explains them. */
export type TableFiles = {
  /** Whether there is anything to add rows for. */
  readonly takesRows: boolean;
  add(row: Row): void;
  /** How many rows were added. */
  rows(): number;
  /** Writes what is left, under temporary names. Answers with what the formats could not hold. */
  finish(checkpoint: () => void): Promise<string[]>;
  /** Gives the files their names. Answers with each file and its number of rows without the header. */
  publish(): WrittenFile[];
  /** Removes what was not published. */
  discard(): void;
};

/** Cells that are gathered before they are encoded. */
const batchCells = 4000;

/**
 * Begins the files of a table and writes their headers. `filled`: its file of the format that goes by columns, where that was made beforehand.
 * Throws AppError `file-unwritable`.
 */
export function openTableFiles(
  base: string,
  columns: readonly Column[],
  options: WriterOptions,
  filled: FilledFile | null = null,
): TableFiles {
  const batchRows = Math.max(1, Math.floor(batchCells / columns.length));
  const writers = openWriters(base, columns, options, filled);
  const beside: (WrittenFile & { file: WholeFile })[] = [];
  let batch: Row[] = [];
  let rows = 0;
  const rowsOf = (): number => filled?.rows ?? rows + batch.length;
  const discard = (): void => {
    filled?.discard();
    for (const writer of writers) writer.discard();
    for (const { file } of beside) file.discard();
  };
  const flush = (): void => {
    for (const writer of writers) writer.add(batch);
    rows += batch.length;
    batch = [];
  };
  const explain = (): void => {
    const table = { base, columns, rows: rowsOf(), names: writers.flatMap((writer) => writer.names) };
    for (const { name, rows: lines, content } of companions.flatMap((companion) => companion(table, options))) {
      const file = openWholeFile(options.path(name));
      beside.push({ name, rows: lines, file });
      file.write(content());
      file.finish();
    }
  };
  return {
    takesRows: filled === null || writers.length > 0,
    rows: rowsOf,
    add(row) {
      batch.push(row);
      if (batch.length >= batchRows) flush();
    },
    async finish(checkpoint) {
      flush();
      const warnings: string[] = [];
      filled?.finish();
      for (const writer of writers) warnings.push(...(await writer.finish(checkpoint)));
      explain();
      return warnings;
    },
    publish() {
      for (const { file } of beside) file.publish();
      return [
        ...writers.flatMap((writer) => writer.publish()),
        ...(filled?.publish() ?? []),
        ...beside.map(({ name, rows: lines }) => ({ name, rows: lines })),
      ];
    },
    discard,
  };
}

/** Whether there are formats among these that can be filled column by column. */
export function hasColumnFormats(wanted: readonly ExportFormat[]): boolean {
  return tableFormats.some((one) => one.fromColumns && one.formats.some((name) => wanted.includes(name)));
}

/** Whether there are formats among these that are always written row by row. */
export function hasRowFormats(wanted: readonly ExportFormat[]): boolean {
  return tableFormats.some((one) => !one.fromColumns && one.formats.some((name) => wanted.includes(name)));
}

/** Begins the files that take rows. On an error none is left behind. */
function openWriters(
  base: string,
  columns: readonly Column[],
  options: WriterOptions,
  filled: FilledFile | null,
): TableWriter[] {
  const writers: TableWriter[] = [];
  try {
    for (const format of tableFormats) {
      const isWanted = format.formats.some((name) => options.formats.includes(name));
      if (isWanted && (filled === null || !format.fromColumns)) writers.push(format.open(base, columns, options));
    }
    return writers;
  } catch (error) {
    filled?.discard();
    for (const writer of writers) writer.discard();
    throw error;
  }
}
