import { openParquetFile } from './parquetFile.ts';
import { openParquetFolder } from './parquetFolder.ts';
import type { TableFormat } from '../tableWriter.ts';

/** Parquet: one file, or a folder with a folder for each value of a column. */
export const parquetFormat: TableFormat = {
  formats: ['parquet'],
  fromColumns: true,
  open: (base, columns, options) =>
    options.partition === null
      ? openParquetFile(base, columns, options)
      : openParquetFolder(base, columns, options, options.partition),
};
