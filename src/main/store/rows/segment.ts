import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { blindDocuments } from './blind.ts';
import { prepare } from '../statements.ts';
import type { Bindable } from '../statements.ts';

export type SegmentFilter = {
  document?: Id;
  codes?: readonly Id[];
  coder?: Id;
  round?: Id;
  /** Without the work of others in documents that this coder has in a blind round. */ seenBy?: Id;
};

/** An annotation with what a list shows beside it; `text` is the row number of the document's text. */
export type SegmentRow = {
  id: Id;
  document: Id;
  code: Id;
  coder: Id;
  start: number;
  end: number;
  memo: string;
  created: number;
  documentName: string;
  text: number;
};

type RawRow = Omit<SegmentRow, 'id' | 'document' | 'code' | 'coder'> & {
  id: Uint8Array;
  document: Uint8Array;
  code: Uint8Array;
  coder: Uint8Array;
};

/** What SQL asks of annotations that pass the filter, and the values of its parameters. */
export function conditions(filter: SegmentFilter): { where: string; values: Bindable[] } {
  const parts: string[] = [];
  const values: Bindable[] = [];
  if (filter.document !== undefined) {
    parts.push('annotation.document = ?');
    values.push(idToBytes(filter.document));
  }
  if (filter.codes) {
    parts.push('annotation.code IN (SELECT unhex(value) FROM json_each(?))');
    values.push(JSON.stringify(filter.codes.map((code) => code.replaceAll('-', ''))));
  }
  if (filter.coder !== undefined) {
    parts.push('annotation.coder = ?');
    values.push(idToBytes(filter.coder));
  }
  if (filter.round !== undefined) {
    parts.push(`EXISTS (SELECT 1 FROM assignment WHERE assignment.round = ?
      AND assignment.document = annotation.document AND assignment.coder = annotation.coder)`);
    values.push(idToBytes(filter.round));
  }
  if (filter.seenBy !== undefined) {
    const key = idToBytes(filter.seenBy);
    parts.push(`(annotation.coder = ? OR annotation.document NOT IN (${blindDocuments}))`);
    values.push(key, key);
  }
  return { where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', values };
}

export function countSegments(db: Database, filter: SegmentFilter): number {
  const { where, values } = conditions(filter);
  return prepare<{ n: number }>(db, `SELECT count(*) AS n FROM annotation ${where}`).get(...values)?.n ?? 0;
}

const shownColumns = `annotation.id AS id, annotation.document AS document, annotation.code AS code,
  annotation.coder AS coder, start, end, memo, annotation.created AS created, document.name AS documentName,
  document.text AS text`;

function toSegmentRow(row: RawRow): SegmentRow {
  return {
    ...row,
    id: idFromBytes(row.id),
    document: idFromBytes(row.document),
    code: idFromBytes(row.code),
    coder: idFromBytes(row.coder),
  };
}

/** One annotation as lists show it. */
export function findSegment(db: Database, id: Id): SegmentRow | undefined {
  const row = prepare<RawRow>(
    db,
    `SELECT ${shownColumns} FROM annotation JOIN document ON document.id = annotation.document WHERE annotation.id = ?`,
  ).get(idToBytes(id));
  return row && toSegmentRow(row);
}

/** The annotations with these row numbers, in the order of those. */
export function segmentsAt(db: Database, places: readonly number[]): SegmentRow[] {
  return prepare<RawRow>(
    db,
    `SELECT ${shownColumns} FROM json_each(?) AS wanted CROSS JOIN annotation ON annotation.rowid = wanted.value
     JOIN document ON document.id = annotation.document ORDER BY wanted.key`,
  )
    .all(JSON.stringify(places))
    .map(toSegmentRow);
}

/**
 * A window of the annotations that pass the filter, by document in order of import (ids sort by time), then by place. The joins keep their
 * order, or SQLite would walk through all annotations to find those of the window.
 */
export function listSegments(db: Database, filter: SegmentFilter, offset: number, limit: number): SegmentRow[] {
  const { where, values } = conditions(filter);
  return prepare<RawRow>(
    db,
    `SELECT ${shownColumns}
     FROM (SELECT rowid AS place FROM annotation ${where}
           ORDER BY document, start, end, code, coder LIMIT ? OFFSET ?) AS shown
     CROSS JOIN annotation ON annotation.rowid = shown.place
     CROSS JOIN document ON document.id = annotation.document
     ORDER BY annotation.document, start, end, annotation.code, annotation.coder`,
  )
    .all(...values, limit, offset)
    .map(toSegmentRow);
}
