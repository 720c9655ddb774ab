import { AppError } from '../../../../shared/errors.ts';
import { said } from '../../../../shared/words/message.ts';
import type { Cell } from '../../../formats/tables/csv/writer.ts';
import { parquetColumns } from '../../../formats/tables/parquet/columns.ts';
import { partitionFolder } from '../../../formats/tables/parquet/partition.ts';
import { createParquetFile, describeColumns } from '../../../formats/tables/parquet/writer.ts';
import type { ParquetFile } from '../../../formats/tables/parquet/writer.ts';
import type { Column, Row } from '../../../formats/tables/plan/table.ts';
import { createRowWarnings } from '../../../formats/tables/statistics/warnings.ts';
import { zstandard } from './parquetFile.ts';
import { openPartsFolder } from '../partsFolder.ts';
import type { TableWriter, WriterOptions } from '../tableWriter.ts';
import { warningLine } from '../warningLine.ts';

/** More folders than this are a slip: somebody chose a column of identifiers or of quotations. */
const mostParts = 1000;
/** Rows that wait in all parts together, at most. */
const mostWaiting = 60_000;

/**
 * A folder `BASE.parquet` with a folder for each value of the column that is split by, which the files then leave out, as
 * Hive has it. Throws AppError `bad-input` where there is no such column.
 */
export function openParquetFolder(
  base: string,
  columns: readonly Column[],
  options: WriterOptions,
  split: string,
): TableWriter {
  const at = placeOf(split, base, columns);
  const name = `${base}.parquet`;
  const lines: string[] = [];
  const warnings = createRowWarnings((warning) => lines.push(warningLine('Parquet', base, warning)));
  const kept = columns.filter((_, index) => index !== at);
  const metadata = describeColumns(base, columns);
  const folder = openPartsFolder(options.path(name));
  const parts = openParts(
    columns[at]?.name ?? '',
    () => createParquetFile(parquetColumns(kept, warnings), { compress: zstandard, metadata }),
    (part, bytes) => folder.append(part, 'part-0.parquet', bytes),
  );
  let rows = 0;
  return {
    names: [],
    add(batch) {
      rows += batch.length;
      for (const row of batch) parts.add(row[at] ?? null, row.toSpliced(at, 1));
      parts.relieve();
    },
    finish(checkpoint) {
      parts.end(checkpoint);
      warnings.finish();
      return Promise.resolve(lines);
    },
    publish() {
      folder.publish();
      return [{ name, rows }];
    },
    discard: () => folder.discard(),
  };
}

/** Throws AppError `bad-input` where the table has no such column. */
function placeOf(split: string, base: string, columns: readonly Column[]): number {
  const at = columns.findIndex(({ name }) => name.toLowerCase() === split.toLowerCase());
  if (at !== -1 && columns.length > 1) return at;
  const known = columns.map(({ name }) => name);
  throw new AppError('bad-input', said('exporting.noSplitColumn', { table: base, split, columns: known }));
}

/** The parts of a table, each a file of its own that is begun with its first row. */
function openParts(
  name: string,
  create: () => ParquetFile,
  write: (folder: string, bytes: Uint8Array) => void,
): { add(value: Cell, row: Row): void; relieve(): void; end(checkpoint: () => void): void } {
  const parts = new Map<string, ParquetFile>();
  const pass = (folder: string, file: ParquetFile): void => {
    const bytes = file.take();
    if (bytes.length > 0) write(folder, bytes);
  };
  const partOf = (folder: string): ParquetFile => {
    const known = parts.get(folder);
    if (known !== undefined) return known;
    if (parts.size >= mostParts)
      throw new AppError('bad-input', said('exporting.tooManyParts', { column: name, most: mostParts }));
    const made = create();
    parts.set(folder, made);
    return made;
  };
  return {
    add(value, row) {
      const folder = partitionFolder(name, value);
      const file = partOf(folder);
      file.add([row]);
      pass(folder, file);
    },
    relieve() {
      let waiting = 0;
      for (const file of parts.values()) waiting += file.waiting();
      if (waiting <= mostWaiting) return;
      for (const [folder, file] of parts) {
        file.flush();
        pass(folder, file);
      }
    },
    end(checkpoint) {
      for (const [folder, file] of parts) {
        checkpoint();
        file.end();
        pass(folder, file);
      }
    },
  };
}
