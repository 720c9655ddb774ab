import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Annotation, AnnotationBatch, Id } from '../../../shared/model/records.ts';
import { idFromBytes, idFromHex, idToBytes } from '../ids.ts';
import { prepare, prepareRows } from '../statements.ts';
import { versionInForce } from './codebookVersion.ts';
import { recordInserter, recordReader } from './record.ts';

const { find } = recordReader('annotation');

/** What proves an annotation's offsets: the first 16 bytes of the SHA-256 of its quotation in UTF-8. */
export function quoteHash(quote: string): Buffer {
  return createHash('sha256').update(quote, 'utf8').digest().subarray(0, 16);
}

export const findAnnotation = find;

/** Whether this coder has this code on exactly this passage already. */
export function sameAnnotation(db: Database, wanted: Omit<Annotation, 'id' | 'memo'>): Id | undefined {
  const row = prepare<{ id: Uint8Array }>(
    db,
    'SELECT id FROM annotation WHERE document = ? AND start = ? AND end = ? AND code = ? AND coder = ?',
  ).get(idToBytes(wanted.document), wanted.start, wanted.end, idToBytes(wanted.code), idToBytes(wanted.coder));
  return row && idFromBytes(row.id);
}

type BatchRow = [id: string, start: number, end: number, code: string, coder: string, memo: string];

/**
 * All annotations of a document (or those of one coder) in the compact form, sorted by place. Ids come as hexadecimal text: for 20,000 rows that
 * takes a third of the time that objects of bytes take.
 */
export function annotationBatch(db: Database, document: Id, coder?: Id): AnnotationBatch {
  const codes = new Map<string, number>();
  const coders = new Map<string, number>();
  const place = (known: Map<string, number>, hex: string): number => {
    let index = known.get(hex);
    if (index === undefined) known.set(hex, (index = known.size));
    return index;
  };
  // Rows come in the order of their index, nearly sorted: the rest is cheaper here than in SQL.
  const rows = prepareRows<BatchRow>(
    db,
    `SELECT lower(hex(id)), start, end, hex(code), hex(coder), memo FROM annotation
     WHERE document = ? ${coder === undefined ? '' : 'AND coder = ?'} ORDER BY start`,
  )
    .all(...[document, ...(coder === undefined ? [] : [coder])].map(idToBytes))
    .map(([id, start, end, code, coder, memo]): AnnotationBatch['rows'][number] => [
      idFromHex(id),
      start,
      end,
      place(codes, code),
      place(coders, coder),
      memo,
    ])
    .sort((a, b) => a[1] - b[1] || b[2] - a[2] || (a[0] < b[0] ? -1 : 1));
  return { codes: Array.from(codes.keys(), idFromHex), coders: Array.from(coders.keys(), idFromHex), rows };
}

const insert = recordInserter('annotation', { version: versionInForce });

/** Writes a new annotation, stamped with the codebook version in force. */
export function insertAnnotation(db: Database, annotation: Annotation, quote: string, now: number): void {
  insertProven(db, annotation, quoteHash(quote), now);
}

/** As `insertAnnotation`, for a quotation that was hashed before (`quoteHash`). */
export function insertProven(db: Database, annotation: Annotation, proof: Uint8Array, now: number): void {
  insert(db, annotation, { quote_hash: proof, created: now, modified: now });
}

/**
 * Writes code, place and memo of an annotation that is there already. Another code or place stamps it with the codebook
 * version in force: somebody has just judged it.
 */
export function updateAnnotation(db: Database, annotation: Annotation, quote: string, now: number): void {
  const place = [idToBytes(annotation.code), annotation.start, annotation.end] as const;
  prepare(
    db,
    `UPDATE annotation SET version = iif(code = ? AND start = ? AND end = ?, version, ${versionInForce}),
       code = ?, start = ?, end = ?, quote_hash = ?, memo = ?, modified = ?
     WHERE id = ?`,
  ).run(...place, ...place, quoteHash(quote), annotation.memo, now, idToBytes(annotation.id));
}

const listed = 'IN (SELECT unhex(value) FROM json_each(?))';

function hexList(ids: readonly Id[]): string {
  return JSON.stringify(ids.map((id) => id.replaceAll('-', '')));
}

/** How many of these, which are different, are there. */
export function countAnnotationsOf(db: Database, ids: readonly Id[]): number {
  return (
    prepare<{ n: number }>(db, `SELECT count(*) AS n FROM annotation WHERE id ${listed}`).get(hexList(ids))?.n ?? 0
  );
}

/** Removes annotations, with the answers and links that hang on them. */
export function deleteAnnotations(db: Database, ids: readonly Id[]): void {
  const list = hexList(ids);
  prepare(db, `DELETE FROM answer WHERE annotation ${listed}`).run(list);
  prepare(db, `DELETE FROM link WHERE source ${listed}`).run(list);
  prepare(db, `DELETE FROM link WHERE target ${listed}`).run(list);
  prepare(db, `DELETE FROM annotation WHERE id ${listed}`).run(list);
}

/** The same of one. */
export function deleteAnnotation(db: Database, id: Id): void {
  deleteAnnotations(db, [id]);
}

/** Removes a document's annotations, with the answers and links that hang on them. */
export function deleteAnnotationsOfDocument(db: Database, document: Id): void {
  const key = idToBytes(document);
  prepare(db, 'DELETE FROM answer WHERE document = ? AND annotation IS NOT NULL').run(key);
  for (const end of ['source', 'target']) {
    prepare(db, `DELETE FROM link WHERE ${end} IN (SELECT id FROM annotation WHERE document = ?)`).run(key);
  }
  prepare(db, 'DELETE FROM annotation WHERE document = ?').run(key);
}

/** Removes a code's annotations, with the answers and links that hang on them. */
export function deleteAnnotationsOfCode(db: Database, code: Id): void {
  const key = idToBytes(code);
  const ofCode = '(SELECT id FROM annotation WHERE code = ?)';
  prepare(db, `DELETE FROM answer WHERE annotation IN ${ofCode}`).run(key);
  prepare(db, `DELETE FROM link WHERE source IN ${ofCode}`).run(key);
  prepare(db, `DELETE FROM link WHERE target IN ${ofCode}`).run(key);
  prepare(db, 'DELETE FROM annotation WHERE code = ?').run(key);
}

/** How many documents have an annotation with one of these codes. */
export function countDocumentsCoded(db: Database, codes: readonly Id[]): number {
  const row = prepare<{ n: number }>(
    db,
    `SELECT count(DISTINCT document) AS n FROM annotation
     WHERE code IN (SELECT unhex(value) FROM json_each(?))`,
  ).get(JSON.stringify(codes.map((code) => code.replaceAll('-', ''))));
  return row?.n ?? 0;
}

type Counts = { codes: Map<Id, number>; documents: Map<Id, number> };

/**
 * Numbers of annotations of every code and of every document that has any, by people and by this coder, whose are counted
 * apart. Reads the whole table's indexes.
 */
export function countAnnotations(db: Database, apart: Id | undefined): { people: Counts; apart: Counts } {
  const count = (column: 'code' | 'document', coder?: Id): Map<Id, number> =>
    new Map(
      prepare<{ id: Uint8Array; n: number }>(
        db,
        `SELECT ${column} AS id, count(*) AS n FROM annotation
         ${coder === undefined ? '' : 'WHERE coder = ?'} GROUP BY ${column}`,
      )
        .all(...(coder === undefined ? [] : [idToBytes(coder)]))
        .map((row) => [idFromBytes(row.id), row.n]),
    );
  const counted = (column: 'code' | 'document'): { people: Map<Id, number>; apart: Map<Id, number> } => {
    const people = count(column);
    const others = apart === undefined ? new Map<Id, number>() : count(column, apart);
    for (const [id, n] of others) {
      const left = (people.get(id) ?? 0) - n;
      if (left > 0) people.set(id, left);
      else people.delete(id);
    }
    return { people, apart: others };
  };
  const [codes, documents] = [counted('code'), counted('document')];
  return {
    people: { codes: codes.people, documents: documents.people },
    apart: { codes: codes.apart, documents: documents.apart },
  };
}
