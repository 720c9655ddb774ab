import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inFolderAsync } from '../../texts/testing/programs.ts';
import { columnOf } from '../plan/table.ts';
import { createRowWarnings } from '../statistics/warnings.ts';
import { pickingEncoder, repeatingEncoder } from './columnChunks.ts';
import { parquetColumns } from './columns.ts';
import { createGroupFile } from './groupFile.ts';

const source = 'coding';
const warnings = createRowWarnings(() => undefined);
const columns = parquetColumns(
  [
    columnOf({ name: 'word', label: 'Word', type: 'text', source }),
    columnOf({ name: 'share', label: 'Share', type: 'decimal', source }),
    columnOf({ name: 'day', label: 'Day', type: 'date', source }),
    columnOf({ name: 'code', label: 'Code', type: 'text', source }),
  ],
  warnings,
);
const codes = Array.from({ length: 700 }, (_, number) => `Code ${number}`);

/** A stretch of rows that have the same word, share and day; codes change from row to row or stay. */
const stretch = fc.record({
  count: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 300 })),
  word: fc.option(fc.constantFrom('', 'é', '👩‍👧', 'word '.repeat(200))),
  share: fc.option(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((share) => share + 0) /* −0 equals 0 in a dictionary */,
  ),
  day: fc.option(fc.integer({ min: 0, max: 20_000 })),
  code: fc.nat(codes.length - 1),
  step: fc.constantFrom(0, 1, 37),
});
type Stretch = {
  count: number;
  word: string | null;
  share: number | null;
  day: number | null;
  code: number;
  step: number;
};

const codesOf = ({ count, code, step }: Stretch): number[] =>
  Array.from({ length: count }, (_, at) => (code + at * step) % codes.length);

function write(path: string, groups: readonly (readonly Stretch[])[]): void {
  const [word, share, day, code] = columns;
  if (!word || !share || !day || !code) throw new Error('there are four columns');
  const capacity = 40 * 300;
  const repeating = [word, share, day].map(({ element }) => repeatingEncoder(element, capacity));
  const picking = pickingEncoder(code.element, codes, capacity);
  const file = createGroupFile(columns, '{}');
  const parts: Uint8Array[] = [file.head];
  for (const group of groups) {
    for (const one of group) {
      [one.word, one.share, one.day].forEach((value, at) => repeating[at]?.add(value, one.count));
      picking.add(Uint32Array.from(codesOf(one)), 0, one.count);
    }
    const rows = group.reduce((sum, { count }) => sum + count, 0);
    const compress = (bytes: Uint8Array): Uint8Array => zstdCompressSync(bytes);
    const chunks = [...repeating, picking].map((encoder) => encoder.finish(rows, compress));
    file.add(chunks, rows);
    parts.push(...chunks.flatMap((chunk) => chunk.parts));
  }
  writeFileSync(path, Buffer.concat([...parts, file.end()]));
}

it('row groups with runs, changing values and nothing at all are read by DuckDB as they were given', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await inFolderAsync((folder) =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(stretch, { minLength: 1, maxLength: 40 }), { maxLength: 3 }),
        async (groups) => {
          const path = join(folder, 'table.parquet');
          write(path, groups);
          const read = await connection.runAndReadAll(
            `SELECT word, share, day - DATE '1970-01-01', code FROM '${path}'`,
          );
          const expected = groups
            .flat()
            .flatMap((one) =>
              codesOf(one).map((code) => [one.word, one.share, one.day === null ? null : BigInt(one.day), codes[code]]),
            );
          expect(read.getRows()).toEqual(expected);
        },
      ),
      { numRuns: 25, endOnFailure: true },
    ),
  );
}, 60_000);
