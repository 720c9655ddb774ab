import { setImmediate } from 'node:timers/promises';
import { parquetColumns } from '../../../formats/tables/parquet/columns.ts';
import { createGroupFile } from '../../../formats/tables/parquet/groupFile.ts';
import { describeColumns } from '../../../formats/tables/parquet/writer.ts';
import { createRowWarnings } from '../../../formats/tables/statistics/warnings.ts';
import * as queries from '../../../store/exportQueries.ts';
import { lastEntry } from '../../../store/rows/entry.ts';
import type { DocumentHead } from '../../../store/exportQueries.ts';
import type { JobContext } from '../../../workers/job.ts';
import { openWholeFile } from '../../files/wholeFiles.ts';
import type { WholeFile } from '../../files/wholeFiles.ts';
import type { PreparedTable, Surroundings, TablesWish } from '../exportTable.ts';
import type { EncodedGroup } from './parquetGroups.ts';
import { claim, cutIntoParts, openPartEncoder, Unusual, usualParts } from './parquetShares.ts';
import type { Claims, ParquetShares, ParquetSharesInput } from './parquetShares.ts';
import { parquetShares } from './parquetSharesReference.ts';
import type { FilledFile, WriterOptions } from '../tableWriter.ts';

export type ByColumnOptions = Pick<WriterOptions, 'path'> & TablesWish & { project: string };

/** Whether a table can be taken column by column: each row is one coding, and no filter asks how far coders are. */
export function isOfAnnotations({ plan, choice: { filters } }: PreparedTable): boolean {
  return plan.parts !== null && filters.statuses.length === 0 && filters.rounds.length === 0;
}

/**
 * Writes a table of codings to a Parquet file column by column, in a fraction of the time that rows take: what repeats is
 * looked up once, quotations are cut as bytes, and a second thread takes its share. It has the cells that it would have by
 * rows, and the same bytes whether there is help or not. `null` where something must be warned of, which is left to that
 * way. Nothing has its name yet; on an error nothing is left behind.
 */
export async function writeParquetByColumn(
  around: Surroundings,
  table: PreparedTable,
  options: ByColumnOptions,
  context: JobContext,
  limits = usualParts,
): Promise<FilledFile | null> {
  const name = `${table.base}.parquet`;
  const file = openWholeFile(options.path(name));
  try {
    const rows = await fill(file, around, table, { ...options, limits }, context);
    return {
      rows,
      finish: () => file.finish(),
      publish() {
        file.publish();
        return [{ name, rows }];
      },
      discard: () => file.discard(),
    };
  } catch (error) {
    file.discard();
    if (error instanceof Unusual) return null;
    throw error;
  }
}

async function fill(
  file: WholeFile,
  around: Surroundings,
  table: PreparedTable,
  { limits, ...options }: ByColumnOptions & Pick<ParquetSharesInput, 'limits'>,
  context: JobContext,
): Promise<number> {
  const { plan, base } = table;
  const columns = parquetColumns(
    plan.columns,
    createRowWarnings(() => undefined),
  ); // their types alone
  const whole = createGroupFile(columns, describeColumns(base, plan.columns));
  let rows = 0;
  const write = (group: EncodedGroup): void => {
    whole.add(group.chunks, group.rows);
    file.write(group.bytes);
    rows += group.rows;
  };
  const encode = openPartEncoder(around, table, limits, context);
  const heads = queries.listDocumentHeads(around.db);
  const parts = cutIntoParts(heads, limits);
  const claims: Claims = new SharedArrayBuffer(Math.max(1, parts.length) * Int32Array.BYTES_PER_ELEMENT);
  const wish = { table: options.table, only: options.only, project: options.project };
  const progress = countProgress(heads.length, context);
  const helper = callHelper({ ...wish, base, limits, claims, entry: lastEntry(around.db) }, parts, context, progress);
  file.write(whole.head);
  try {
    let part = 0;
    for (; part < parts.length && claim(claims, part); part++) {
      encode(parts[part] ?? [], write);
      progress.mine(parts[part]?.length ?? 0);
      await setImmediate(); // hears of the helper
    }
    const help = part < parts.length ? await helper.done() : { parts: [], unusual: false };
    if (help.unusual) throw new Unusual();
    const helped = new Map(help.parts.map((one) => [one.part, one.groups]));
    for (; part < parts.length; part++) {
      const groups = helped.get(part);
      if (groups) for (const group of groups) write(group);
      else encode(parts[part] ?? [], write);
    }
  } finally {
    await helper.end();
  }
  file.write(whole.end());
  return rows;
}

type Progress = { mine(documents: number): void; helpers(done: number): void };

function countProgress(total: number, context: JobContext): Progress {
  let mine = 0;
  let helpers = 0;
  const tell = (): void => context.progress(mine + helpers, total);
  return {
    mine(documents) {
      mine += documents;
      tell();
    },
    helpers(done) {
      helpers = done;
      tell();
    },
  };
}

/** Fewer parts are not worth another thread, which has to start and to read what the table refers to. */
const fewestParts = 4;

/** A second thread at work. `done` throws what it failed with; `end` stops it, and waits until it has stopped. */
type Helper = { done(): Promise<ParquetShares>; end(): Promise<void> };

function callHelper(
  input: ParquetSharesInput,
  parts: readonly DocumentHead[][],
  context: JobContext,
  progress: Progress,
): Helper {
  const nobody: ParquetShares = { parts: [], unusual: false };
  if (parts.length < fewestParts || !context.helpers)
    return { done: () => Promise.resolve(nobody), end: () => Promise.resolve() };
  const stop = new AbortController();
  const options = { signal: stop.signal, progress: (done: number) => progress.helpers(done) };
  const running = context.helpers().run(parquetShares, input, options);
  const settled = Promise.allSettled([running]);
  return {
    done: () => running,
    async end() {
      stop.abort();
      await settled;
    },
  };
}
