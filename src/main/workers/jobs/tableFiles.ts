import type { ExportFormat } from '../../../shared/api/exports.ts';
import { byteOrderMark, csvRows } from '../../formats/csv/writer.ts';
import { jsonRows } from '../../formats/jsonl/writer.ts';
import { dictionaryHeader, dictionaryRows } from '../../formats/tables/dictionary.ts';
import type { Column, Row } from '../../formats/tables/table.ts';
import { openStatistics } from './statisticsFiles.ts';
import type { StatisticsFiles } from './statisticsFiles.ts';
import { openWholeFile } from './wholeFiles.ts';
import type { WholeFile } from './wholeFiles.ts';

export type TableOptions = {
  formats: readonly ExportFormat[];
  byteOrderMark: boolean;
  raw: boolean;
  /** When the data were changed last, in milliseconds since 1970: what statistics files say of their making. */
  changed: number;
  /** Where the file of this name goes. */
  path(name: string): string;
};

/** One table on its way into files: one for each format, and the dictionary that explains all of them. */
export type TableFiles = {
  add(row: Row): void;
  /**
   * Writes what is left; every file is on the disk under a temporary name. Answers with what the formats could not hold.
   * `checkpoint` is called between batches, to stop by throwing.
   */
  finish(checkpoint: () => void): Promise<string[]>;
  /** Gives the files their names. Answers with each file and its number of rows without the header. */
  publish(): { name: string; rows: number }[];
  /** Removes what was not published. */
  discard(): void;
};

type Part = { name: string; rows: number; file: WholeFile; encode(rows: readonly Row[]): string };

/** Cells that are gathered before they are encoded. */
const batchCells = 4000;

/** Begins the files of a table and writes their headers. Throws AppError `file-unwritable`. */
export function openTableFiles(base: string, columns: readonly Column[], options: TableOptions): TableFiles {
  const names = columns.map((column) => column.name);
  const parts: Part[] = [];
  const begin = (name: string, encode: Part['encode'], header: Row | null): Part => {
    const part = { name, rows: 0, file: openWholeFile(options.path(name)), encode };
    parts.push(part);
    if (header) part.file.write((options.byteOrderMark ? byteOrderMark : '') + encode([header]));
    return part;
  };
  const discard = (): void => {
    for (const part of parts) part.file.discard();
  };
  const toCsv = (rows: readonly Row[]): string => csvRows(rows, { raw: options.raw });
  try {
    if (options.formats.includes('csv')) begin(`${base}.csv`, toCsv, names);
    if (options.formats.includes('jsonl')) begin(`${base}.jsonl`, (rows) => jsonRows(names, rows), null);
    const statistics = openStatistics(base, columns, options);
    const tables = [...parts];
    const dictionary = begin(`${base}.dictionary.csv`, toCsv, null);
    const describe = (): void => {
      const rows = dictionaryRows(columns, { guarded: !options.raw });
      if (options.byteOrderMark) dictionary.file.write(byteOrderMark);
      put(dictionary, [[...dictionaryHeader, ...statistics.names.map(({ header }) => header)]]);
      dictionary.rows = 0;
      put(
        dictionary,
        rows.map((row, at) => [...row, ...statistics.names.map(({ names: own }) => own[at] ?? '')]),
      );
    };
    const gathered = gather(tables, Math.max(1, Math.floor(batchCells / names.length)), parts, statistics, describe);
    return {
      ...gathered,
      discard: () => {
        discard();
        statistics.discard();
      },
    };
  } catch (error) {
    discard();
    throw error;
  }
}

function put(part: Part, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  part.rows += rows.length;
  part.file.write(part.encode(rows));
}

function gather(
  tables: readonly Part[],
  batchRows: number,
  all: readonly Part[],
  statistics: StatisticsFiles,
  describe: () => void,
): Omit<TableFiles, 'discard'> {
  let batch: Row[] = [];
  const flush = (): void => {
    for (const part of tables) put(part, batch);
    statistics.add(batch);
    batch = [];
  };
  return {
    add(row) {
      batch.push(row);
      if (batch.length >= batchRows) flush();
    },
    async finish(checkpoint) {
      flush();
      const warnings = await statistics.finish(checkpoint);
      describe();
      for (const part of all) part.file.finish();
      return warnings;
    },
    publish() {
      for (const part of all) part.file.publish();
      return [...all.map(({ name, rows }) => ({ name, rows })), ...statistics.publish()];
    },
  };
}
