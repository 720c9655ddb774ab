import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

/** Codings and a fact that is a date, as Parquet (by columns and by rows) and as CSV. */
let project: TestProject;
beforeAll(async () => {
  project = await createTestProject();
  await project.importFiles(project.put('a.md', '---\ndate: 2026-03-29\n---\n\nPrices rise again.'));
  await project.code([{ document: 'a', start: 0, end: 6, code: 'Prices' }]);
  await exportTo('out', null);
  await exportTo('split', 'document');
}, 60_000);
afterAll(() => project.end());

async function exportTo(name: string, partition: string | null): Promise<void> {
  const folder = project.app.grants.grant(join(project.folder, name));
  await project.client.run('exports.run', { folder, formats: ['parquet', 'csv'], partition });
}

const path = (...names: string[]): string => join(project.folder, ...names);
const codings = (): string => `'${path('out', 'codings.parquet')}'`;
const split = (): string => `read_parquet('${path('split', 'codings.parquet')}/*/*.parquet', hive_partitioning = true)`;

async function query(zone: string, sql: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`set TimeZone = '${zone}'`);
  return (await connection.runAndReadAll(sql)).getRowsJson();
}

describe('Moments in Parquet', () => {
  test.each(['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'])(
    'join with those of our own CSV where the clock shows %s',
    async (zone) => {
      for (const table of [codings(), split()]) {
        const sql = `select count(*)::int from ${table} p join '${path('out', 'codings.csv')}' c
          on p.created = c.created::timestamptz and p.modified = c.modified::timestamptz and p.date = c.date::date`;
        expect(await query(zone, sql)).toEqual([[1]]);
      }
    },
  );

  test('carry the mark of UTC, while a date carries none', async () => {
    const types = await query('UTC', `select column_name, column_type from (describe from ${codings()})`);
    expect(types).toEqual(
      expect.arrayContaining([
        ['created', 'TIMESTAMP WITH TIME ZONE'],
        ['modified', 'TIMESTAMP WITH TIME ZONE'],
        ['date', 'DATE'],
      ]),
    );
    const file = await asyncBufferFromFile(path('out', 'codings.parquet'));
    const { schema } = await parquetMetadataAsync(file);
    const marks = schema.flatMap(({ name, logical_type: mark }) => (mark?.type === 'TIMESTAMP' ? [[name, mark]] : []));
    const utc = { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' };
    expect(marks).toEqual([
      ['created', utc],
      ['modified', utc],
    ]);
  });

  test('are the moments of the codings, read by another library', async () => {
    const [row] = await parquetReadObjects({
      file: await asyncBufferFromFile(path('out', 'codings.parquet')),
      compressors: { ZSTD: (page) => zstdDecompressSync(page) },
    });
    expect(row?.['created']).toBeInstanceOf(Date);
    const [[csv] = []] = await query(
      'UTC',
      `select epoch_ms(created::timestamptz)::double from '${path('out', 'codings.csv')}'`,
    );
    expect((row?.['created'] as Date).getTime()).toBe(csv); // the line before last has made sure
  });
});
