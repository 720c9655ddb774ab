import { constants, zstdCompressSync } from 'node:zlib';
import { parquetColumns } from '../../../formats/tables/parquet/columns.ts';
import { createParquetFile, describeColumns } from '../../../formats/tables/parquet/writer.ts';
import type { Column } from '../../../formats/tables/plan/table.ts';
import { createRowWarnings } from '../../../formats/tables/statistics/warnings.ts';
import { openWholeFile } from '../../files/wholeFiles.ts';
import type { TableWriter, WriterOptions } from '../tableWriter.ts';
import { warningLine } from '../warningLine.ts';

const quick = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Compresses a page. */
export function zstandard(bytes: Uint8Array): Uint8Array {
  // In one go where it fits: what is gathered from small pieces is copied once more.
  return zstdCompressSync(bytes, { ...quick, chunkSize: Math.max(1 << 12, bytes.length >> 2) });
}

/** One file, written row group after row group. */
export function openParquetFile(base: string, columns: readonly Column[], options: WriterOptions): TableWriter {
  const name = `${base}.parquet`;
  const lines: string[] = [];
  const warnings = createRowWarnings((warning) => lines.push(warningLine('Parquet', base, warning)));
  const file = openWholeFile(options.path(name));
  const table = createParquetFile(parquetColumns(columns, warnings), {
    compress: zstandard,
    metadata: describeColumns(base, columns),
  });
  let rows = 0;
  const pass = (): void => {
    const bytes = table.take();
    if (bytes.length > 0) file.write(bytes);
  };
  return {
    names: [],
    add(batch) {
      rows += batch.length;
      table.add(batch);
      pass();
    },
    finish(checkpoint) {
      checkpoint();
      table.end();
      pass();
      file.finish();
      warnings.finish();
      return Promise.resolve(lines);
    },
    publish() {
      file.publish();
      return [{ name, rows }];
    },
    discard: () => file.discard(),
  };
}
