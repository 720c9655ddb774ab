import type { Database } from 'better-sqlite3';
import type { Id } from '../../shared/model/records.ts';
import { idFromBytes, idToBytes } from './ids.ts';
import { prepare } from './statements.ts';

/** A coding with everything that files of annotations say of it; offsets in UTF-16 code units. */
export type CorpusAnnotation = {
  id: Id;
  code: Id;
  coder: Id;
  start: number;
  end: number;
  memo: string;
  created: number;
  modified: number;
};

/** A document's codings by place. Their number is that of one document: they are read in one go. */
export function codingsInDocument(db: Database, document: Id): CorpusAnnotation[] {
  return prepare<
    Omit<CorpusAnnotation, 'id' | 'code' | 'coder'> & { id: Uint8Array; code: Uint8Array; coder: Uint8Array }
  >(
    db,
    `SELECT id, code, coder, start, end, memo, created, modified FROM annotation
     WHERE document = ? ORDER BY start, end DESC, id`,
  )
    .all(idToBytes(document))
    .map((row) => ({
      ...row,
      id: idFromBytes(row.id),
      code: idFromBytes(row.code),
      coder: idFromBytes(row.coder),
    }));
}

/** In which language a document is written (BCP 47, '' when unknown), and which way it runs. */
export function documentLanguage(db: Database, document: Id): { language: string; direction: 'ltr' | 'rtl' } {
  const row = prepare<{ language: string; direction: 'ltr' | 'rtl' }>(
    db,
    'SELECT language, direction FROM document WHERE id = ?',
  ).get(idToBytes(document));
  if (!row) throw new Error(`no document ${document}`);
  return row;
}
