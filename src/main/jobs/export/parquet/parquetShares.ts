import { isUtf8 } from 'node:buffer';
import { createUtf8Places, splitsPair } from '../../../../shared/text/utf8Places.ts';
import type { Utf8Places } from '../../../../shared/text/utf8Places.ts';
import { parquetColumns } from '../../../formats/tables/parquet/columns.ts';
import { groupLimits } from '../../../formats/tables/parquet/writer.ts';
import type { GroupLimits } from '../../../formats/tables/parquet/writer.ts';
import type { RowWarnings } from '../../../formats/tables/statistics/warnings.ts';
import { openAnnotationColumns } from '../../../store/annotationColumns.ts';
import type { AnnotationColumns } from '../../../store/annotationColumns.ts';
import * as queries from '../../../store/exportQueries.ts';
import { atOneMoment } from '../../../store/oneMoment.ts';
import { lastEntry } from '../../../store/rows/entry.ts';
import type { DocumentHead } from '../../../store/exportQueries.ts';
import { openReader } from '../../../store/openReader.ts';
import { textBytes } from '../../../store/rows/content.ts';
import type { JobContext } from '../../../workers/job.ts';
import { openHeadReader, outsideText } from '../documentReader.ts';
import { chosenTables, readSurroundings } from '../exportTable.ts';
import type { PreparedTable, Surroundings, TablesWish } from '../exportTable.ts';
import { zstandard } from './parquetFile.ts';
import { createParquetGroups } from './parquetGroups.ts';
import type { EncodedGroup } from './parquetGroups.ts';

/** Something in the project calls for a word of warning, which only the way by rows has. */
export class Unusual extends Error {}

const unusual: RowWarnings = {
  add() {
    throw new Unusual();
  },
  finish: () => undefined,
};

/** How codings are cut into parts and row groups: the bytes of the file depend on it. */
export type PartLimits = {
  /** Characters of the documents of a part, about. */
  characters: number;
  /** `null`: as for every Parquet file. */
  group: GroupLimits | null;
};

export const usualParts: PartLimits = { characters: 2_000_000, group: null };

/** Neighbouring documents, whose codings fill row groups of their own. */
export function cutIntoParts(heads: readonly DocumentHead[], { characters }: PartLimits): DocumentHead[][] {
  const parts: DocumentHead[][] = [];
  let length = Infinity;
  for (const head of heads) {
    if (length >= characters) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(head);
    length += head.characters;
  }
  return parts;
}

/** Encodes the codings of a part, one row group after the other. */
export type PartEncoder = (part: readonly DocumentHead[], take: (group: EncodedGroup) => void) => void;

/** Throws `Unusual` where there is something to warn of, and AppError `file-damaged` for codings outside their text. */
export function openPartEncoder(
  { db, codes }: Surroundings,
  { plan, choice }: PreparedTable,
  limits: PartLimits,
  context: JobContext,
): PartEncoder {
  const columns = parquetColumns(plan.columns, unusual);
  const wanted = choice.codes;
  const ids = {
    codes: codes.map(({ code }) => code.id).filter((id) => wanted === null || wanted.has(id)),
    coders: choice.coders.map(({ id }) => id),
  };
  const groups = createParquetGroups(plan.parts ?? [], columns, ids, limits.group ?? groupLimits(columns), zstandard);
  const readHead = openHeadReader(db, choice);
  const readCodings = openAnnotationColumns(db, ids.codes, ids.coders);
  const placesOf = createUtf8Places();
  return (part, take) => {
    for (const head of part) {
      context.checkpoint();
      const facts = readHead(head);
      const codings = facts && readCodings(head.id);
      if (!facts || !codings || codings.count === 0) continue;
      const text = textBytes(db, head.text);
      if (!isUtf8(text)) throw new Unusual();
      const places = placesOf(text);
      check(codings, places, head.name);
      for (let from = 0; from < codings.count;) {
        from = groups.add({ facts, codings, text, places }, from);
        if (groups.isFull()) take(groups.take());
      }
    }
    if (groups.rows() > 0) take(groups.take());
  };
}

/** The years 1 to 9999, which dates are written in. */
const firstMoment = Date.parse('0001-01-01T00:00:00.000Z');
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z');

function check({ count, start, end, created, modified }: AnnotationColumns, places: Utf8Places, name: string): void {
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

/** Which parts somebody has begun: an Int32 for each, 0 or 1. */
export type Claims = SharedArrayBuffer;

/** Whether a part was still free; it is the caller's now. */
export function claim(claims: Claims, part: number): boolean {
  return Atomics.compareExchange(new Int32Array(claims), part, 0, 1) === 0;
}

export type ParquetSharesInput = TablesWish & {
  project: string;
  /** Which of the tables. */
  base: string;
  limits: PartLimits;
  claims: Claims;
  /** The journal entry up to which the project must be seen. */
  entry: number;
};

/** Parts that were encoded, by number; `unusual`: there is something to warn of. */
export type ParquetShares = { parts: { part: number; groups: EncodedGroup[] }[]; unusual: boolean };

/** Encoded bytes that a helper holds at most, about: its parts are the table's last, and written last. */
const mostHeld = 64 << 20;

/** Helps with a table of codings: encodes parts from the last one on, until it meets those that are taken already. */
export function parquetSharesJob(input: ParquetSharesInput, context: JobContext): ParquetShares {
  const db = openReader(input.project);
  try {
    return atOneMoment(db, () => {
      const done: ParquetShares = { parts: [], unusual: false };
      if (lastEntry(db) !== input.entry) return done; // the project has changed since: the other one is alone
      const around = readSurroundings(db);
      const table = chosenTables(around, input).find(({ base }) => base === input.base);
      if (table === undefined) throw new Error(`there is no table ${input.base}`);
      const parts = cutIntoParts(queries.listDocumentHeads(db), input.limits);
      helpWith(parts, openPartEncoder(around, table, input.limits, context), input.claims, done, context);
      return done;
    });
  } finally {
    db.close();
  }
}

function helpWith(
  parts: readonly DocumentHead[][],
  encode: PartEncoder,
  claims: Claims,
  done: ParquetShares,
  context: JobContext,
): void {
  let held = 0;
  let documents = 0;
  for (let part = parts.length - 1; held < mostHeld && part >= 0 && claim(claims, part); part--) {
    const groups: EncodedGroup[] = [];
    try {
      encode(parts[part] ?? [], (group) => {
        groups.push(group);
        held += group.bytes.length;
      });
    } catch (error) {
      if (!(error instanceof Unusual)) throw error;
      done.unusual = true;
      return;
    }
    done.parts.push({ part, groups });
    context.progress((documents += parts[part]?.length ?? 0), 0);
  }
}
