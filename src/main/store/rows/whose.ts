import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { idFromHex, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';
import { blindDocuments } from './blind.ts';

/** Records that coders made, by id. */
export type Work = { annotations?: readonly Id[]; answers?: readonly Id[]; links?: readonly Id[] };

/** How many records a coder has among some. */
export type Share = { coder: string; records: number };

const listed = '(SELECT unhex(value) FROM json_each(?))';

function hexList(ids: readonly Id[] = []): string {
  return JSON.stringify([...new Set(ids)].map((id) => id.replaceAll('-', '')));
}

/** Whose work some records are, apart from `me` (null: nobody's own), by name. */
export function sharesOfOthers(db: Database, me: Id | null, { annotations, answers, links }: Work): Share[] {
  return prepare<Share>(
    db,
    `SELECT coder.name AS coder, count(*) AS records FROM (
       SELECT coder FROM annotation WHERE id IN ${listed}
       UNION ALL SELECT coder FROM answer WHERE id IN ${listed}
       UNION ALL SELECT coder FROM link WHERE id IN ${listed}) AS work JOIN coder ON coder.id = work.coder
     WHERE work.coder IS NOT ? GROUP BY coder.id ORDER BY coder.name`,
  ).all(hexList(annotations), hexList(answers), hexList(links), me === null ? null : idToBytes(me));
}

/** The links that lead from or to any of these codings. */
export function linksAt(db: Database, annotations: readonly Id[]): Id[] {
  const ids = hexList(annotations);
  return prepare<{ id: string }>(db, `SELECT hex(id) AS id FROM link WHERE source IN ${listed} OR target IN ${listed}`)
    .all(ids, ids)
    .map(({ id }) => idFromHex(id));
}

/** How many of these records are hidden from a coder who has their documents in a blind round. */
export function countHiddenWork(db: Database, viewer: Id, { annotations, answers, links }: Work): number {
  const key = idToBytes(viewer);
  const hidden = (table: 'annotation' | 'answer' | 'link', ids: readonly Id[] | undefined): number =>
    ids === undefined || ids.length === 0
      ? 0
      : (prepare<{ n: number }>(
          db,
          `SELECT count(*) AS n FROM ${table}
           WHERE id IN ${listed} AND coder <> ? AND document IN (${blindDocuments})`,
        ).get(hexList(ids), key, key)?.n ?? 0);
  return hidden('annotation', annotations) + hidden('answer', answers) + hidden('link', links);
}

function shares(db: Database, me: Id | null, work: string, ids: readonly Id[]): Share[] {
  return prepare<Share>(
    db,
    `SELECT coder.name AS coder, count(*) AS records FROM ${work} AS work JOIN coder ON coder.id = work.coder
     WHERE work.coder IS NOT ? GROUP BY coder.id ORDER BY coder.name`,
  ).all(hexList(ids), me === null ? null : idToBytes(me));
}

/** Codings with these codes by others than `me` (null: by anybody). */
export function sharesOfCodes(db: Database, me: Id | null, codes: readonly Id[]): Share[] {
  return shares(db, me, `(SELECT coder FROM annotation WHERE code IN ${listed})`, codes);
}

/** Codings in these documents by others than `me`. */
export function sharesOfDocuments(db: Database, me: Id | null, documents: readonly Id[]): Share[] {
  return shares(db, me, `(SELECT coder FROM annotation WHERE document IN ${listed})`, documents);
}

/** Answers to a variable by others than `me`. */
export function sharesOfVariable(db: Database, me: Id | null, variable: Id): Share[] {
  return shares(db, me, `(SELECT coder FROM answer WHERE variable IN ${listed})`, [variable]);
}
