import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tableChoiceSchema } from '../../../shared/model/dataTable.ts';
import { columnOf } from '../../formats/tables/plan/table.ts';
import type { Row } from '../../formats/tables/plan/table.ts';
import { createStore } from '../../store/database.ts';
import { prepareTable, readSurroundings } from './exportTable.ts';
import { writeParquetByColumn } from './parquet/parquetByColumn.ts';
import { openTableFiles } from './tableFiles.ts';
import type { WriterOptions } from './tableWriter.ts';
import { makeAnnotations } from './testAnnotations.ts';

/** A disk of one megabyte; only root may mount one. */
const disk = mkdtempSync(join(tmpdir(), 'galley-disk-'));
const isMounted =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0;
afterAll(() => {
  if (isMounted) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

const columns = [columnOf({ name: 'quote', label: 'Quotation', type: 'text', source: 'coding' })];

/** Texts that no compression makes small. */
function rowOf(number: number): Row {
  return [createHash('sha512').update(String(number)).digest('base64').repeat(2)];
}

type Format = 'csv' | 'tsv' | 'xlsx' | 'jsonl' | 'sav' | 'dta' | 'parquet';

function optionsOf(format: Format, partition: string | null): WriterOptions {
  const path = (name: string): string => join(disk, name);
  return { formats: [format], byteOrderMark: false, raw: false, partition, changed: 0, path };
}

async function write(format: Format, partition: string | null): Promise<void> {
  const table = openTableFiles('codings', columns, optionsOf(format, partition));
  try {
    for (let number = 0; number < 20_000; number++) table.add(rowOf(number));
    await table.finish(() => undefined);
    table.publish();
  } finally {
    table.discard();
  }
}

describe.skipIf(!isMounted)('a disk that is full half-way (skipped where root cannot mount one)', () => {
  it.each(['csv', 'tsv', 'xlsx', 'jsonl', 'sav', 'dta', 'parquet'] as const)(
    'is told for %s, and leaves the older file as it was and nothing else',
    async (format) => {
      const file = join(disk, `codings.${format}`);
      writeFileSync(file, 'as it was');
      await expect(write(format, null)).rejects.toMatchObject({
        code: 'file-unwritable',
        message: expect.stringContaining('the disk is full. Make room or choose another disk') as string,
      });
      expect(readFileSync(file, 'utf8')).toBe('as it was');
      expect(readdirSync(disk)).toEqual([`codings.${format}`]);
      rmSync(file);
    },
    60_000,
  );

  it('is told for Parquet of codings, too, which is made column by column', async () => {
    writeFileSync(join(disk, 'codings.parquet'), 'as it was');
    const text = Array.from({ length: 24_000 }, (_, number) => rowOf(number)[0]).join('');
    const coding = { code: 0, coder: 0, memo: '', at: 0, changed: 0, length: 100_000 };
    const codings = Array.from({ length: 40 }, (_, number) => ({ ...coding, start: number * 100_000 }));
    const project = mkdtempSync(join(tmpdir(), 'galley-full-'));
    const store = createStore(join(project, 'P.galley'));
    try {
      makeAnnotations(store, [{ name: 'One', text, facts: {}, codings }]);
      const around = readSurroundings(store.db);
      const choice = tableChoiceSchema.parse({ unit: 'coding', coders: 'rows' });
      const table = prepareTable(around, choice);
      const options = { ...optionsOf('parquet', null), project: store.path, table: choice, only: null };
      const context = { progress: () => undefined, checkpoint: () => undefined };
      await expect(writeParquetByColumn(around, table, options, context)).rejects.toMatchObject({
        code: 'file-unwritable',
      });
      expect(readFileSync(join(disk, 'codings.parquet'), 'utf8')).toBe('as it was');
      expect(readdirSync(disk)).toEqual(['codings.parquet']);
    } finally {
      store.close();
      rmSync(project, { recursive: true });
    }
  });
});
