import { createReadStream } from 'node:fs';
import { prepareDta } from '../../formats/tables/dta/dta.ts';
import { linesOfPieces } from '../../formats/tables/jsonl/lines.ts';
import { isoMoment } from '../../formats/tables/plan/table.ts';
import type { Column, ColumnType, Row } from '../../formats/tables/plan/table.ts';
import { prepareSav } from '../../formats/tables/sav/sav.ts';
import type { Row as DataRow, TableFile, TableSource, Variable } from '../../formats/tables/statistics/dataset.ts';
import { measureTable } from '../../formats/tables/statistics/measure.ts';
import { openScratchFile, openWholeFile } from '../files/wholeFiles.ts';
import type { WholeFile } from '../files/wholeFiles.ts';
import type { TableFormat, TableWriter, WriterOptions } from './tableWriter.ts';
import { warningLine } from './warningLine.ts';

const programs = {
  sav: { prepare: prepareSav, header: 'spss_name', words: 'SPSS' },
  dta: { prepare: prepareDta, header: 'stata_name', words: 'Stata' },
} as const;

const kinds: Readonly<Record<ColumnType, Variable['kind']>> = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  binary: 'number',
  date: 'date',
  'date-time': 'datetime',
};

function toVariable({ name, label, type, level, valueLabels, missing, note }: Column): Variable {
  return { name, label, kind: kinds[type], level, valueLabels, missing, ...(note !== '' && { note }) };
}

/** Rows kept on the disk while the table is made, one JSON array a line: the writers read them more than once. */
function openSpool(path: string): {
  add(rows: readonly Row[]): void;
  source: TableSource;
  close(): void;
  discard(): void;
} {
  const file = openScratchFile(path);
  return {
    add(rows) {
      if (rows.length > 0) file.write(`${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
    },
    source: async function* () {
      let batch: DataRow[] = [];
      for await (const line of linesOfPieces(createReadStream(file.path, 'utf8'))) {
        batch.push(JSON.parse(line) as DataRow); // what `add` wrote
        if (batch.length < 1000) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
    close: () => file.close(),
    discard: () => file.discard(),
  };
}

/** SPSS and Stata files. They state facts at their beginning that only the last row settles, so rows are kept first. */
export const statisticsFormat: TableFormat = { formats: ['sav', 'dta'], open: openStatistics };

function openStatistics(base: string, columns: readonly Column[], options: WriterOptions): TableWriter {
  const formats = (['sav', 'dta'] as const).filter((format) => options.formats.includes(format));
  const variables = columns.map(toVariable);
  const spool = openSpool(options.path(`${base}.${formats[0] ?? 'sav'}`)); // beside it
  const names: { header: string; names: string[] }[] = [];
  const files: { name: string; file: WholeFile }[] = [];
  let rows = 0;
  return {
    names,
    add(batch) {
      rows += batch.length;
      spool.add(batch);
    },
    async finish(checkpoint) {
      spool.close();
      const warnings: string[] = [];
      const facts = await measureTable(variables, spool.source());
      for (const format of formats) {
        const { prepare, header, words } = programs[format];
        const table = prepare(variables, facts, {
          created: isoMoment(options.changed),
          label: base,
          documents: [],
          warn: (warning) => warnings.push(warningLine(words, base, warning)),
        });
        names.push({ header, names: table.columns.map(({ name }) => name) });
        const name = `${base}.${format}`;
        const file = openWholeFile(options.path(name));
        files.push({ name, file });
        await write(table, spool.source, file, checkpoint);
      }
      return warnings;
    },
    publish() {
      for (const { file } of files) file.publish();
      return files.map(({ name }) => ({ name, rows }));
    },
    discard() {
      spool.discard();
      for (const { file } of files) file.discard();
    },
  };
}

async function write(table: TableFile, source: TableSource, file: WholeFile, checkpoint: () => void): Promise<void> {
  for await (const chunk of table.write(source)) {
    checkpoint();
    file.write(chunk);
  }
  file.finish();
}
