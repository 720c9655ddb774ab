import type { ExportFormat } from '../../../shared/api/exports.ts';
import type { Column, Row } from '../../formats/tables/plan/table.ts';

export type WriterOptions = {
  /** What was asked for: a writer of several formats writes those of its own that are among them. */
  formats: readonly ExportFormat[];
  byteOrderMark: boolean;
  /** Text that a spreadsheet would run as a formula stays as it is. */
  raw: boolean;
  /** The column (its name, in either case) by whose values Parquet is split into folders; `null`: one file. */
  partition: string | null;
  /** When the data were changed last, in milliseconds since 1970: what files say of their making. */
  changed: number;
  /** Where the file (or folder) of this name goes. */
  path(name: string): string;
};

export type WrittenFile = { name: string; rows: number };

/**
 * One table on its way into one file format (or into several that share work). Rows come in batches; nothing stands
 * under its own name before `publish`. Equal rows give equal bytes.
 */
export type TableWriter = {
  /** Writes some rows, or keeps them on the disk: memory does not grow with the table. */
  add(rows: readonly Row[]): void;
  /**
   * Writes what is left; all of it is on the disk, under temporary names. Answers with what the format could not hold,
   * one line each, naming column and row. `checkpoint` is called every 50 ms at least, to stop by throwing.
   */
  finish(checkpoint: () => void): Promise<string[]>;
  /** Gives the files their names. Answers with each file and its number of rows without a header. */
  publish(): WrittenFile[];
  /** Removes what was not published. Called always, once or more often, at any time. */
  discard(): void;
  /** Once finished: for each format, the names that columns have in the file where they differ. Columns of the dictionary. */
  readonly names: readonly { header: string; names: readonly string[] }[];
};

/** A kind of file that tables are written to. One entry of `tableFormats`. */
export type TableFormat = {
  formats: readonly ExportFormat[];
  /** Set where a file can also be filled beforehand, column by column; it is then not opened for rows. One format at most. */
  fromColumns?: true;
  /** Begins the table `base` (`codings`, `documents` …). Throws AppError `file-unwritable`. */
  open(base: string, columns: readonly Column[], options: WriterOptions): TableWriter;
};

/** A file of a table whose rows are all in it. It has its name once it is published. */
export type FilledFile = { rows: number; finish(): void; publish(): WrittenFile[]; discard(): void };

/** A table whose rows are all written. */
export type FinishedTable = {
  base: string;
  columns: readonly Column[];
  rows: number;
  /** Names of the columns by format, as its writers have them. */
  names: TableWriter['names'];
};

/** A file that goes beside a table and says how to read it: a data dictionary, a script. */
export type CompanionFile = {
  name: string;
  /** Rows without the header, for tables; else 0. */
  rows: number;
  /** Made when it is written: names are asked for before. */
  content: () => string | Uint8Array;
};

/** Makes the files that go beside a finished table; [] where none are needed for the formats that were asked for. */
export type Companion = (table: FinishedTable, options: WriterOptions) => readonly CompanionFile[];
