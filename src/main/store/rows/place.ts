import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import type { Span } from '../../../shared/text/offsets.ts';
import { idFromHex, idToBytes } from '../ids.ts';
import { prepare, prepareRows } from '../statements.ts';
import { quoteHash } from './annotation.ts';

/** What stands at places of a text, whoever made it, where the text is replaced by another. */

/** A coding's place; `twins` is equal for codings that may not stand at one place: those of one code and coder. */
export type PlacedAnnotation = Span & { id: Id; twins: string };

/** All codings of a document by place. */
export function placedAnnotations(db: Database, document: Id): PlacedAnnotation[] {
  return prepareRows<[id: string, start: number, end: number, twins: string]>(
    db,
    'SELECT hex(id), start, end, hex(code) || hex(coder) FROM annotation WHERE document = ? ORDER BY start, end, id',
  )
    .all(idToBytes(document))
    .map(([id, start, end, twins]) => ({ id: idFromHex(id), start: utf16(start), end: utf16(end), twins }));
}

/**
 * Puts a coding at another place of its document. Its codebook version stays: nobody has judged it anew. The place must be
 * free of codings of its code and coder.
 */
export function placeAnnotation(db: Database, id: Id, place: Span, quote: string, now: number): void {
  prepare(db, 'UPDATE annotation SET start = ?, end = ?, quote_hash = ?, modified = ? WHERE id = ?').run(
    place.start,
    place.end,
    quoteHash(quote),
    now,
    idToBytes(id),
  );
}

/** An example's place in a document. */
export type PlacedExample = Span & { id: Id };

export function placedExamples(db: Database, document: Id): PlacedExample[] {
  return prepareRows<[id: string, start: number, end: number]>(
    db,
    'SELECT hex(id), start, end FROM example WHERE document = ? ORDER BY start, end, id',
  )
    .all(idToBytes(document))
    .map(([id, start, end]) => ({ id: idFromHex(id), start: utf16(start), end: utf16(end) }));
}

/** Anchors an example of this document at another place, or (null) at none: it keeps its words. */
export function placeExample(db: Database, id: Id, place: Span | null): void {
  if (place) {
    prepare(db, 'UPDATE example SET start = ?, end = ? WHERE id = ?').run(place.start, place.end, idToBytes(id));
  } else {
    prepare(db, 'UPDATE example SET document = NULL, start = NULL, end = NULL WHERE id = ?').run(idToBytes(id));
  }
}
