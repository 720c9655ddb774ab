import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tableChoiceSchema } from '../../../../shared/model/dataTable.ts';
import type { TableChoice } from '../../../../shared/model/dataTable.ts';
import { createStore } from '../../../store/database.ts';
import type { Store } from '../../../store/database.ts';
import * as queries from '../../../store/exportQueries.ts';
import { lastEntry } from '../../../store/rows/entry.ts';
import type { JobContext } from '../../../workers/job.ts';
import type { Jobs } from '../../../workers/job.ts';
import { createJobs } from '../../../workers/pool.ts';
import { prepareTable, readSurroundings } from '../exportTable.ts';
import { isOfAnnotations, writeParquetByColumn } from './parquetByColumn.ts';
import { parquetSharesJob, usualParts } from './parquetShares.ts';
import type { ParquetShares, ParquetSharesInput, PartLimits } from './parquetShares.ts';
import { openTableFiles } from '../tableFiles.ts';
import { addOddAnnotation, makeAnnotations, someDocuments } from '../testAnnotations.ts';
import type { DocumentWish, MadeAnnotations } from '../testAnnotations.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-columns-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const calm: JobContext = { progress: () => undefined, checkpoint: () => undefined };

/** Parts of a document or two, and groups so small that documents are cut in their midst. */
const smallParts = { characters: 60, group: { rows: 7, letters: 90 } };

function optionsIn(part: string): Parameters<typeof openTableFiles>[2] {
  mkdirSync(join(folder, part), { recursive: true });
  const path = (name: string): string => join(folder, part, name);
  return { formats: ['parquet'], byteOrderMark: false, raw: false, partition: null, changed: 0, path };
}

function withProject<T>(
  documents: readonly DocumentWish[],
  use: (store: Store, made: MadeAnnotations) => Promise<T>,
): Promise<T> {
  const path = join(folder, 'P.galley');
  rmSync(path, { force: true });
  const store = createStore(path);
  return use(store, makeAnnotations(store, documents)).finally(() => store.close());
}

async function byRows({ db }: Store, choice: TableChoice): Promise<string> {
  const { base, plan, read } = prepareTable(readSurroundings(db), choice);
  const options = optionsIn('rows');
  const files = openTableFiles(base, plan.columns, options);
  for (const head of queries.listDocumentHeads(db)) {
    const work = read(head);
    if (work) for (const row of plan.rows(work)) files.add(plan.cells(row));
  }
  expect(await files.finish(() => undefined)).toEqual([]);
  files.publish();
  return options.path('codings.parquet');
}

async function byColumns(
  { db, path }: Store,
  choice: TableChoice,
  part = 'columns',
  limits: PartLimits = smallParts,
  context = calm,
): Promise<string> {
  const around = readSurroundings(db);
  const table = prepareTable(around, choice);
  expect(isOfAnnotations(table)).toBe(true);
  const options = { ...optionsIn(part), project: path, table: choice, only: null };
  const file = await writeParquetByColumn(around, table, options, context, limits);
  if (file === null) throw new Error('nothing in this project is unusual');
  file.finish();
  expect(file.publish()).toEqual([{ name: 'codings.parquet', rows: file.rows }]);
  return options.path('codings.parquet');
}

const duckdb = await (await DuckDBInstance.create(':memory:')).connect();

function oddOptions({ path }: Store, part: string): Parameters<typeof writeParquetByColumn>[2] {
  return { ...optionsIn(part), project: path, table: everything, only: null };
}

async function query(sql: string): Promise<unknown[][]> {
  return (await duckdb.runAndReadAll(sql)).getRowsJson();
}

/** Columns with their types, what the file says of them, and every cell. */
async function contents(file: string): Promise<unknown[]> {
  return [
    (await query(`DESCRIBE FROM '${file}'`)).map(([name, type]) => [name, type]),
    await query(`SELECT key::VARCHAR, value::VARCHAR FROM parquet_kv_metadata('${file}')`),
    await query(`FROM '${file}'`),
  ];
}

/** A dozen documents of a hundred characters and more. */
const manyDocuments = fc
  .array(someDocuments, { minLength: 12, maxLength: 12 })
  .map((lists) => lists.map(([first], at) => ({ ...(first ?? plainDocument), name: `Document ${at}` })))
  .map((documents) => documents.map((one) => ({ ...one, text: one.text.padEnd(100, 'Words. ') })));
const plainDocument: DocumentWish = { name: '', text: '', facts: {}, codings: [] };

/** A helper that works at once, in this thread, and leaves the first so many parts to the other one. */
function helperThatLeaves(leave: number, count: (parts: number) => void): Jobs {
  const run = (input: ParquetSharesInput): ParquetShares => {
    const claims = new Int32Array(input.claims);
    claims.fill(1, 0, leave);
    const done = parquetSharesJob(input, calm);
    claims.fill(0, 0, leave);
    count(done.parts.length);
    return done;
  };
  const helper = { width: 1, run: (_: unknown, input: ParquetSharesInput) => Promise.resolve(run(input)) };
  return { ...helper, close: () => Promise.resolve() } as unknown as Jobs; // it runs no other job
}

/** Filters and columns by turns; ids are known only when the project is made. */
const someChoice = fc.record({
  coders: fc.constantFrom('rows' as const, 'agreed' as const),
  facts: fc.boolean(),
  text: fc.boolean(),
  filter: fc.constantFrom('none', 'codes', 'coders', 'documents', 'where'),
});

type ChoiceWish = typeof someChoice extends fc.Arbitrary<infer T> ? T : never;

function choiceOf(wish: ChoiceWish, store: Store, made: MadeAnnotations): TableChoice {
  const [site] = readSurroundings(store.db).facts;
  const filters = {
    none: {},
    codes: { codes: made.codes.slice(0, 1) },
    coders: { coders: [...made.coders.slice(0, 1), ...made.coders.slice(-1)] },
    documents: { documents: made.documents.slice(1) },
    where: { where: site ? [{ variable: site.id, value: 'Le Monde' }] : [] },
  }[wish.filter];
  const columns = { facts: wish.facts, text: wish.text };
  return tableChoiceSchema.parse({ unit: 'coding', coders: wish.coders, filters, columns });
}

const everything = tableChoiceSchema.parse({ unit: 'coding', coders: 'rows' });

describe('A Parquet file of codings that is made column by column', () => {
  test('has the columns and the cells that it has row by row, of whatever project and choice', async () => {
    await fc.assert(
      fc.asyncProperty(someDocuments, someChoice, (documents, wish) =>
        withProject(documents, async (store, made) => {
          const choice = choiceOf(wish, store, made);
          expect(await contents(await byColumns(store, choice))).toEqual(await contents(await byRows(store, choice)));
        }),
      ),
      { numRuns: 30 },
    );
  }, 120_000);

  test('has the same bytes each time, and the same cells in groups of any size', async () => {
    const [documents = []] = fc.sample(
      someDocuments.filter((some) => some.length > 3),
      { numRuns: 1, seed: 7 },
    );
    await withProject(documents, async (store) => {
      const small = await byColumns(store, everything, 'small');
      expect(readFileSync(await byColumns(store, everything, 'again'))).toEqual(readFileSync(small));
      const large = await byColumns(store, everything, 'large', usualParts);
      expect(await contents(large)).toEqual(await contents(small));
      const groups = async (file: string): Promise<unknown> =>
        (await query(`SELECT count(DISTINCT row_group_id) FROM parquet_metadata('${file}')`))[0]?.[0];
      expect(Number(await groups(small))).toBeGreaterThan(Number(await groups(large)));
    });
  });

  test('has the same bytes when a helper does some of it, or all, and when it comes too late', async () => {
    const [documents = []] = fc.sample(manyDocuments, { numRuns: 1, seed: 11 });
    await withProject(documents, async (store) => {
      const alone = readFileSync(await byColumns(store, everything, 'alone'));
      let parts = 0;
      for (const leave of [0, 3, 1000]) {
        const helped = await byColumns(store, everything, 'helped', smallParts, {
          ...calm,
          helpers: () => helperThatLeaves(leave, (done) => (parts += done)),
        });
        expect(readFileSync(helped).equals(alone)).toBe(true);
      }
      expect(parts).toBeGreaterThan(3);
    });
  });

  test('is shared with a thread that joins in', async () => {
    const [documents = []] = fc.sample(manyDocuments, { numRuns: 1, seed: 11 });
    const jobs = createJobs({ workerEntry: new URL('../../../workers/entry.ts', import.meta.url), workers: 1 });
    await withProject(documents, async (store) => {
      const alone = readFileSync(await byColumns(store, everything, 'alone'));
      let looks = 0;
      let claims = new Int32Array(new SharedArrayBuffer(0));
      // This thread goes on once the other has taken its first part, which is the last one of all.
      const checkpoint = (): void => {
        looks += 1;
        for (let wait = 0; wait < 1000 && claims.at(-1) === 0; wait++) Atomics.wait(claims, claims.length - 1, 0, 20);
      };
      const helper = {
        ...jobs,
        run: (...[job, input, options]: Parameters<Jobs['run']>) => {
          const running = jobs.run(job, input, options);
          // The thread is told in a microtask: whoever waited for it before that would wait in vain.
          void Promise.resolve().then(() => (claims = new Int32Array((input as ParquetSharesInput).claims)));
          return running;
        },
      } as Jobs;
      const shared = await byColumns(store, everything, 'shared', smallParts, {
        ...calm,
        checkpoint,
        helpers: () => helper,
      });
      expect(readFileSync(shared).equals(alone)).toBe(true);
      expect(looks).toBeLessThan(documents.length); // one for each document that was not the helper’s
    }).finally(() => jobs.close());
  });

  test('is not helped by who sees another state of the project', async () => {
    const [documents = []] = fc.sample(manyDocuments, { numRuns: 1, seed: 11 });
    await withProject(documents, (store) => {
      const claims = new SharedArrayBuffer(400);
      const input = { project: store.path, base: 'codings', limits: smallParts, claims, table: everything, only: null };
      const entry = lastEntry(store.db);
      expect(parquetSharesJob({ ...input, entry: entry - 1 }, calm).parts).toEqual([]);
      expect(new Int32Array(claims).includes(1)).toBe(false);
      expect(parquetSharesJob({ ...input, entry }, calm).parts.length).toBeGreaterThan(3);
      return Promise.resolve();
    });
  });

  test('has statistics of numbers and moments by which readers skip groups', async () => {
    const at = Date.UTC(1969, 11, 31, 23, 59, 59, 250);
    const coding = { code: 0, coder: 0, memo: '', changed: 0 };
    const codings = [
      { ...coding, start: 1, length: 3, at },
      { ...coding, start: 4, length: 2, at: 5 },
    ];
    await withProject([{ name: 'One', text: 'One 🚢 text', facts: {}, codings }], async (store) => {
      const file = await byColumns(store, everything);
      const least = await query(
        `SELECT path_in_schema, stats_min_value, stats_max_value FROM parquet_metadata('${file}')
         WHERE path_in_schema IN ('start', 'end', 'created', 'document')`,
      );
      expect(least).toEqual([
        ['document', null, null],
        ['start', '1', '4'],
        ['end', '4', '5'],
        ['created', '1969-12-31 23:59:59.25+00', '1970-01-01 00:00:00.005+00'],
      ]);
      expect(await query(`SELECT quote FROM '${file}' WHERE "end" > 4 AND epoch_ms(created) > 0`)).toEqual([['🚢']]);
    });
  });

  test('is left to the way by rows, which warns, where a coding cuts a character in two', async () => {
    await withProject([{ name: 'One', text: 'a🚢b', facts: {}, codings: [] }], async (store, made) => {
      addOddAnnotation(store, made, 0, 2);
      const around = readSurroundings(store.db);
      expect(
        await writeParquetByColumn(around, prepareTable(around, everything), oddOptions(store, 'cut'), calm),
      ).toBeNull();
      expect(readdirSync(join(folder, 'cut'))).toEqual([]);
    });
  });

  test('is refused where a coding lies outside its text', async () => {
    await withProject([{ name: 'One', text: 'a🚢b', facts: {}, codings: [] }], async (store, made) => {
      addOddAnnotation(store, made, 0, 5);
      const around = readSurroundings(store.db);
      await expect(
        writeParquetByColumn(around, prepareTable(around, everything), oddOptions(store, 'out'), calm),
      ).rejects.toMatchObject({ code: 'file-damaged' });
      expect(existsSync(join(folder, 'out', 'codings.parquet'))).toBe(false);
      expect(readdirSync(join(folder, 'out'))).toEqual([]);
    });
  });
});
