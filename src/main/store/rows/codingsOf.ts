import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';

/** A coding of one coder with its document; `text` is the row number of the document's text. */
export type CodingOf = { id: Id; document: Id; code: Id; start: number; end: number; name: string; text: number };

type Raw = Omit<CodingOf, 'id' | 'document' | 'code'> & { id: Uint8Array; document: Uint8Array; code: Uint8Array };

/** All codings of a coder, in one document or (null) in all of them, document by document in the order of the text. */
export function* codingsOf(db: Database, coder: Id, document: Id | null): Generator<CodingOf> {
  const rows = prepare<Raw>(
    db,
    `SELECT annotation.id AS id, annotation.document AS document, annotation.code AS code, start, end,
       document.name AS name, document.text AS text
     FROM annotation JOIN document ON document.id = annotation.document
     WHERE annotation.coder = ?${document === null ? '' : ' AND annotation.document = ?'}
     ORDER BY annotation.document, start, end`,
  );
  const values = [coder, ...(document === null ? [] : [document])].map(idToBytes);
  for (const row of rows.iterate(...values)) {
    yield { ...row, id: idFromBytes(row.id), document: idFromBytes(row.document), code: idFromBytes(row.code) };
  }
}
