import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { columnOf } from '../../formats/tables/table.ts';
import type { Row } from '../../formats/tables/table.ts';
import { openTableFiles } from './tableFiles.ts';

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

async function write(
  format: 'csv' | 'tsv' | 'xlsx' | 'jsonl' | 'sav' | 'dta' | 'parquet',
  partition: string | null,
): Promise<void> {
  const path = (name: string): string => join(disk, name);
  const options = { formats: [format], byteOrderMark: false, raw: false, partition, changed: 0, path };
  const table = openTableFiles('codings', columns, options);
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
});
