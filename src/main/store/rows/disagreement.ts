import type { Database } from 'better-sqlite3';
import type { Disagreement, DisagreementMark, DisputedPlace } from '../../../shared/model/disagreement.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Span } from '../../../shared/text/offsets.ts';
import { idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';
import { blindDocuments } from './blind.ts';
import { deleteRow, recordInserter, recordReader, recordUpdater } from './record.ts';
import type { Row } from './record.ts';

const { columns, read, find } = recordReader('disagreement');

export const findDisagreement = find;

/** What was said about exactly this place. */
export function disagreementAt(db: Database, place: DisputedPlace): Disagreement | undefined {
  const document = idToBytes(place.document);
  const row =
    'variable' in place
      ? prepare<Row>(
          db,
          `SELECT ${columns} FROM disagreement WHERE document = ? AND variable = ? AND variable IS NOT NULL`,
        ).get(document, idToBytes(place.variable))
      : prepare<Row>(
          db,
          `SELECT ${columns} FROM disagreement WHERE document = ? AND start = ? AND end = ? AND variable IS NULL`,
        ).get(document, place.start, place.end);
  return row && read(row);
}

/** All that was said about places of a document, in the order of the text; answers last. */
export function disagreementsOfDocument(db: Database, document: Id): Disagreement[] {
  return prepare<Row>(
    db,
    `SELECT ${columns} FROM disagreement WHERE document = ? ORDER BY variable IS NOT NULL, start, end, id`,
  )
    .all(idToBytes(document))
    .map(read);
}

/** Which records a list shows; a part that is left out does not narrow it. */
export type DisagreementFilter = {
  document?: Id | undefined;
  mark?: DisagreementMark | undefined;
  resolved?: boolean | undefined;
  discussed?: true | undefined;
  /** Not those of the articles that a blind round gives to this coder. */
  seenBy?: Id | undefined;
};

/** A record with what a list says of it: `words` is the passage, at most 200 UTF-16 units and `cut` then, or the variable. */
export type ListedDisagreement = Disagreement & Listed;

type Listed = {
  documentName: string;
  text: number;
  variableName: string | null;
  resolverName: string | null;
};

function narrowed({ document, mark, resolved, discussed, seenBy }: DisagreementFilter): {
  sql: string;
  values: (string | Uint8Array)[];
} {
  const tests: string[] = [];
  const values: (string | Uint8Array)[] = [];
  if (document !== undefined) {
    tests.push('disagreement.document = ?');
    values.push(idToBytes(document));
  }
  if (mark !== undefined) {
    tests.push('mark = ?');
    values.push(mark);
  }
  if (resolved !== undefined) tests.push(`resolver IS ${resolved ? 'NOT NULL' : 'NULL'}`);
  if (discussed) tests.push(`disagreement.memo <> ''`);
  if (seenBy !== undefined) {
    tests.push(`disagreement.document NOT IN (${blindDocuments})`);
    values.push(idToBytes(seenBy));
  }
  return { sql: tests.length === 0 ? '' : `WHERE ${tests.join(' AND ')}`, values };
}

export function countDisagreements(db: Database, filter: DisagreementFilter): number {
  const { sql, values } = narrowed(filter);
  return prepare<{ n: number }>(db, `SELECT count(*) AS n FROM disagreement ${sql}`).get(...values)?.n ?? 0;
}

/** A window of the records in the order of articles and texts; `text` is the row number of the article's text. */
export function listDisagreements(
  db: Database,
  filter: DisagreementFilter,
  offset: number,
  limit: number,
): ListedDisagreement[] {
  const { sql, values } = narrowed(filter);
  return prepare<Row & Listed>(
    db,
    `SELECT ${columns}, document.name AS documentName, document.text AS text, variable.name AS variableName,
       coder.name AS resolverName
     FROM disagreement JOIN document ON document.id = disagreement.document
       LEFT JOIN variable ON variable.id = disagreement.variable LEFT JOIN coder ON coder.id = resolver
     ${sql} ORDER BY document.position, disagreement.variable IS NOT NULL, start, end, disagreement.id LIMIT ? OFFSET ?`,
  )
    .all(...values, limit, offset)
    .map(({ documentName, text, variableName, resolverName, ...row }) => ({
      ...read(row),
      documentName,
      text,
      variableName,
      resolverName,
    }));
}

const insert = recordInserter('disagreement');
const update = recordUpdater('disagreement', {
  but: ['document', 'start', 'end', 'variable'],
  also: ['modified'],
});

export function insertDisagreement(db: Database, record: Disagreement, now: number): void {
  insert(db, record, { created: now, modified: now });
}

/** Writes mark, memo and who settled it, of a record that is there already. */
export function updateDisagreement(db: Database, record: Disagreement, now: number): void {
  update(db, record, { modified: now });
}

/** Puts a record about a passage at another place of its document. */
export function placeDisagreement(db: Database, id: Id, place: Span, now: number): void {
  prepare(db, 'UPDATE disagreement SET start = ?, end = ?, modified = ? WHERE id = ?').run(
    place.start,
    place.end,
    now,
    idToBytes(id),
  );
}

export function deleteDisagreement(db: Database, id: Id): void {
  deleteRow(db, 'disagreement', id);
}

export function deleteDisagreementsOfDocument(db: Database, document: Id): void {
  prepare(db, 'DELETE FROM disagreement WHERE document = ?').run(idToBytes(document));
}

export function deleteDisagreementsOfVariable(db: Database, variable: Id): void {
  prepare(db, 'DELETE FROM disagreement WHERE variable = ?').run(idToBytes(variable));
}
