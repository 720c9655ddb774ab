import { byteOrderMark, csvRows } from '../../formats/tables/csv/writer.ts';
import { jsonRows } from '../../formats/tables/jsonl/writer.ts';
import type { Column, Row } from '../../formats/tables/plan/table.ts';
import { openWholeFile } from '../files/wholeFiles.ts';
import type { TableFormat, TableWriter, WriterOptions } from './tableWriter.ts';

/** A file that is written row after row, with nothing at its beginning that only the last row settles. */
function openPlainFile(
  name: string,
  head: string,
  encode: (rows: readonly Row[]) => string,
  options: WriterOptions,
): TableWriter {
  const file = openWholeFile(options.path(name));
  let rows = 0;
  if (head !== '') file.write(head);
  return {
    names: [],
    add(batch) {
      rows += batch.length;
      if (batch.length > 0) file.write(encode(batch));
    },
    finish() {
      file.finish();
      return Promise.resolve([]);
    },
    publish() {
      file.publish();
      return [{ name, rows }];
    },
    discard: () => file.discard(),
  };
}

const namesOf = (columns: readonly Column[]): string[] => columns.map(({ name }) => name);

function delimitedFormat(format: 'csv' | 'tsv', delimiter: ',' | '\t'): TableFormat {
  return {
    formats: [format],
    open(base, columns, options) {
      const encode = (rows: readonly Row[]): string => csvRows(rows, { raw: options.raw, delimiter });
      const head = (options.byteOrderMark ? byteOrderMark : '') + encode([namesOf(columns)]);
      return openPlainFile(`${base}.${format}`, head, encode, options);
    },
  };
}

export const csvFormat: TableFormat = delimitedFormat('csv', ',');
export const tsvFormat: TableFormat = delimitedFormat('tsv', '\t');

export const jsonlFormat: TableFormat = {
  formats: ['jsonl'],
  open(base, columns, options) {
    const names = namesOf(columns);
    return openPlainFile(`${base}.jsonl`, '', (rows) => jsonRows(names, rows), options);
  },
};
