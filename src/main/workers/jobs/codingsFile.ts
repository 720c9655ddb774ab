import { isUtf8 } from 'node:buffer';
import { parquetColumns } from '../../formats/parquet/columns.ts';
import { createGroupFile } from '../../formats/parquet/groupFile.ts';
import { describeColumns, groupLimits } from '../../formats/parquet/writer.ts';
import type { GroupLimits } from '../../formats/parquet/writer.ts';
import type { RowWarnings } from '../../formats/statistics/warnings.ts';
import type { Id } from '../../../shared/model/records.ts';
import { createUtf8Places, splitsPair } from '../../../shared/text/utf8Places.ts';
import type { Utf8Places } from '../../../shared/text/utf8Places.ts';
import { openCodingColumns } from '../../store/codingColumns.ts';
import type { CodingColumns } from '../../store/codingColumns.ts';
import type { Store } from '../../store/database.ts';
import * as queries from '../../store/exportQueries.ts';
import { textBytes } from '../../store/rows/content.ts';
import type { JobContext } from '../job.ts';
import { createCodingGroups } from './codingGroups.ts';
import type { CodingGroups } from './codingGroups.ts';
import { openHeadReader, outsideText } from './documentReader.ts';
import type { PreparedTable, Surroundings } from './exportTable.ts';
import { zstandardBeside } from './parquetFile.ts';
import type { WriterOptions, WrittenFile } from './tableWriter.ts';
import { openWholeFile } from './wholeFiles.ts';
import type { WholeFile } from './wholeFiles.ts';

/** A file of a table whose rows are all in it. It has its name once it is published. */
export type FilledFile = { rows: number; finish(): void; publish(): WrittenFile[]; discard(): void };

/** Something that is in the project calls for a word of warning, which only the way by rows has. */
class Unusual extends Error {}

const unusual: RowWarnings = {
  add() {
    throw new Unusual();
  },
  finish: () => undefined,
};

/** Whether a table can be taken column by column: each row is one coding, and no filter asks how far coders are. */
export function isOfCodings({ plan, choice: { filters } }: PreparedTable): boolean {
  return plan.parts !== null && filters.statuses.length === 0 && filters.rounds.length === 0;
}

/**
 * Writes a table of codings to a Parquet file column by column, in a fraction of the time that rows take: what repeats is
 * looked up once, and quotations are cut as bytes. It has the cells that it would have by rows. `null` where something
 * must be warned of, which is left to that way. Nothing has its name yet; on an error nothing is left behind.
 */
export async function writeCodingsFile(
  around: Surroundings,
  table: PreparedTable,
  options: WriterOptions,
  context: JobContext,
  limits?: GroupLimits,
): Promise<FilledFile | null> {
  const name = `${table.base}.parquet`;
  const file = openWholeFile(options.path(name));
  try {
    const rows = await fill(file, around, table, context, limits);
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
  context: JobContext,
  limits?: GroupLimits,
): Promise<number> {
  const { db } = around;
  const { plan, choice, base } = table;
  const columns = parquetColumns(plan.columns, unusual);
  const whole = createGroupFile(columns, describeColumns(base, plan.columns));
  const { codes } = choice;
  const ids = {
    codes: around.codes.map(({ code }) => code.id).filter((id) => codes === null || codes.has(id)),
    coders: choice.coders.map(({ id }) => id),
  };
  const groups = createCodingGroups(plan.parts ?? [], columns, ids, limits ?? groupLimits(columns), zstandardBeside);
  const queue = createQueue(groups, (chunks, rows) => {
    whole.add(chunks, rows);
    for (const part of chunks.flatMap(({ parts }) => parts)) file.write(part);
  });
  file.write(whole.head);
  await readDocuments(db, table, ids, context, async (document) => {
    for (let from = 0; from < document.codings.count;) {
      from = groups.add(document, from);
      if (groups.isFull()) await queue.next();
    }
  });
  await queue.end();
  file.write(whole.end());
  return queue.rows();
}

type Document = Parameters<CodingGroups['add']>[0];

async function readDocuments(
  db: Store['db'],
  { choice }: PreparedTable,
  ids: { codes: readonly Id[]; coders: readonly Id[] },
  context: JobContext,
  take: (document: Document) => Promise<void>,
): Promise<void> {
  const readHead = openHeadReader(db, choice);
  const readCodings = openCodingColumns(db, ids.codes, ids.coders);
  const placesOf = createUtf8Places();
  const heads = queries.listDocumentHeads(db);
  for (const [index, head] of heads.entries()) {
    context.checkpoint();
    const facts = readHead(head);
    const codings = facts && readCodings(head.id);
    if (facts && codings && codings.count > 0) {
      const text = textBytes(db, head.text);
      if (!isUtf8(text)) throw new Unusual();
      const places = placesOf(text);
      check(codings, places, head.name);
      await take({ facts, codings, text, places });
    }
    context.progress(index + 1, heads.length);
  }
}

/** The years 1 to 9999, which dates are written in. */
const firstMoment = Date.parse('0001-01-01T00:00:00.000Z');
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z');

/** Throws AppError `file-damaged` where a coding lies outside its text, and `Unusual` for what rows would warn of. */
function check({ count, start, end, created, modified }: CodingColumns, places: Utf8Places, name: string): void {
  const { units } = places;
  for (let at = 0; at < count; at++) if ((end[at] ?? 0) > units) throw outsideText(name);
  for (let at = 0; at < count; at++) {
    if (splitsPair(places, start[at] ?? 0) || splitsPair(places, end[at] ?? 0)) throw new Unusual();
    if (!isWritten(created[at] ?? 0) || !isWritten(modified[at] ?? 0)) throw new Unusual();
  }
}

function isWritten(moment: number): boolean {
  return moment >= firstMoment && moment <= lastMoment;
}

/** Writes one group while the next one is read: groups are encoded beside the reading, and written in their order. */
function createQueue(
  groups: CodingGroups,
  write: (chunks: Awaited<ReturnType<CodingGroups['take']>>, rows: number) => void,
): { next(): Promise<void>; end(): Promise<void>; rows(): number } {
  let waiting: { encoded: ReturnType<CodingGroups['take']>; rows: number } | null = null;
  let written = 0;
  const writeWaiting = async (): Promise<void> => {
    if (waiting === null) return;
    const { encoded, rows } = waiting;
    write(await encoded, rows);
    written += rows;
    waiting = null;
  };
  const next = async (): Promise<void> => {
    await writeWaiting();
    const rows = groups.rows();
    if (rows > 0) waiting = { encoded: groups.take(), rows };
  };
  return {
    next,
    async end() {
      await next();
      await writeWaiting();
    },
    rows: () => written,
  };
}
