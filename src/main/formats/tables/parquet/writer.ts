import type { KeyValue, SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Column, Row } from '../plan/table.ts';
import type { ParquetColumn } from './parquetColumn.ts';

/** Cells, and letters of text, that a row group holds at most, about. */
const mostCells = 350_000;
const mostLetters = 1 << 24;

/** What a row group holds at most, about. */
export type GroupLimits = { rows: number; letters: number };

export type ParquetOptions = {
  /** Compresses bytes by Zstandard. */
  compress(bytes: Uint8Array): Uint8Array;
  /** What the file says of itself: a JSON text under the key `galley`. */
  metadata: string;
};

export type ParquetFile = {
  /** Takes rows; they stay in memory until their group is full. */
  add(rows: readonly Row[]): void;
  /** Rows that wait for their group to be full. */
  waiting(): number;
  /** Ends the group of the rows that wait. */
  flush(): void;
  /** The bytes since the last call, for the caller to keep; none mostly. */
  take(): Uint8Array;
  /** Writes what waits and the file's end. `take` then gives the last bytes. */
  end(): void;
};

/** Begins a Parquet file. `first` is the number of its first row in the table, for warnings. Equal rows give equal bytes. */
export function createParquetFile(columns: readonly ParquetColumn[], options: ParquetOptions): ParquetFile {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    ...fileFacts(columns, options.metadata),
    compressors: { ZSTD: (page) => options.compress(page) },
  });
  const limits = groupLimits(columns);
  let rows: Row[] = [];
  let letters = 0;
  let written = 0;
  const flush = (): void => {
    if (rows.length === 0) return;
    const columnData = columns.map(({ element, data }) => ({ name: element.name, ...data(rows, written + 1) }));
    // Without a flush of its own the byte writer never makes it wait.
    void writer.write({ columnData, rowGroupSize: rows.length });
    written += rows.length;
    rows = [];
    letters = 0;
  };
  return {
    add(batch) {
      for (const row of batch) {
        rows.push(row);
        for (const cell of row) if (typeof cell === 'string') letters += cell.length;
        if (rows.length >= limits.rows || letters > limits.letters) flush();
      }
    },
    waiting: () => rows.length,
    flush,
    take() {
      const taken = bytes.getBytes().slice();
      bytes.index = 0;
      return taken;
    },
    end() {
      flush();
      void writer.finish();
    },
  };
}

/** What a file says of itself. `metadata`: as `ParquetOptions` has it. */
export function fileFacts(
  columns: readonly ParquetColumn[],
  metadata: string,
): { schema: SchemaElement[]; codec: 'ZSTD'; kvMetadata: KeyValue[]; createdBy: string } {
  return {
    schema: [{ name: 'schema', num_children: columns.length }, ...columns.map(({ element }) => element)],
    codec: 'ZSTD',
    kvMetadata: [{ key: 'galley', value: metadata }],
    createdBy: 'Galley',
  };
}

export function groupLimits(columns: readonly ParquetColumn[]): GroupLimits {
  return { rows: Math.max(1, Math.floor(mostCells / Math.max(1, columns.length))), letters: mostLetters };
}

/** What the metadata of a file say of its columns: their labels, levels, value labels and missing codes, as JSON. */
export function describeColumns(table: string, columns: readonly Column[]): string {
  const described = columns.map(({ name, label, type, level, valueLabels, missing, source, note }) => ({
    ...{ name, label, type, level, source, note },
    ...{ valueLabels, missing },
  }));
  return JSON.stringify({ table, columns: described });
}
