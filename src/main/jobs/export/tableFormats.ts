import { csvDictionary } from './dictionaryFile.ts';
import { htmlDictionary, starterScripts } from './explainingFiles.ts';
import { parquetFormat } from './parquet/parquetFormat.ts';
import { csvFormat, jsonlFormat, tsvFormat } from './plainFiles.ts';
import { statisticsFormat } from './statisticsFiles.ts';
import type { Companion, TableFormat } from './tableWriter.ts';
import { xlsxFormat } from './xlsxFile.ts';

/** Every kind of file that tables are written to. A format is one entry here and one word of `exportFormatSchema`. */
export const tableFormats: readonly TableFormat[] = [
  csvFormat,
  tsvFormat,
  xlsxFormat,
  jsonlFormat,
  statisticsFormat,
  parquetFormat,
];

/** What is written beside every table. */
export const companions: readonly Companion[] = [csvDictionary, htmlDictionary, starterScripts];
