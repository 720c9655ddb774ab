import type { Database } from 'better-sqlite3';
import type { Example } from '../../../shared/model/codebook.ts';
import type { Id } from '../../../shared/model/records.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';

type ExampleRow = {
  id: Uint8Array;
  code: Uint8Array;
  quote: string;
  document: Uint8Array | null;
  start: number | null;
  end: number | null;
  position: number;
};

const columns = 'id, code, quote, document, start, end, position';

function toExample({ document, start, end, ...row }: ExampleRow): Example {
  const anchored = document !== null && start !== null && end !== null;
  return {
    ...row,
    id: idFromBytes(row.id),
    code: idFromBytes(row.code),
    anchor: anchored ? { document: idFromBytes(document), start: utf16(start), end: utf16(end) } : null,
  };
}

/** Every example of the codebook; those of one code in their order. */
export function listExamples(db: Database): Example[] {
  return prepare<ExampleRow>(db, `SELECT ${columns} FROM example ORDER BY code, position, id`).all().map(toExample);
}

export function examplesOfCode(db: Database, code: Id): Example[] {
  return prepare<ExampleRow>(db, `SELECT ${columns} FROM example WHERE code = ? ORDER BY position, id`)
    .all(idToBytes(code))
    .map(toExample);
}

export function findExample(db: Database, id: Id): Example | undefined {
  const row = prepare<ExampleRow>(db, `SELECT ${columns} FROM example WHERE id = ?`).get(idToBytes(id));
  return row && toExample(row);
}

/** The position after the last example of this code. */
export function nextExamplePosition(db: Database, code: Id): number {
  return (
    prepare<{ p: number }>(db, 'SELECT ifnull(max(position) + 1, 0) AS p FROM example WHERE code = ?').get(
      idToBytes(code),
    )?.p ?? 0
  );
}

export function insertExample(db: Database, example: Example, now: number): void {
  const { anchor } = example;
  prepare(
    db,
    'INSERT INTO example (id, code, quote, document, start, end, position, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    idToBytes(example.id),
    idToBytes(example.code),
    example.quote,
    anchor && idToBytes(anchor.document),
    anchor && anchor.start,
    anchor && anchor.end,
    example.position,
    now,
  );
}

/** Writes all fields of an example that is there already. */
export function updateExample(db: Database, example: Example): void {
  const { anchor } = example;
  prepare(
    db,
    'UPDATE example SET code = ?, quote = ?, document = ?, start = ?, end = ?, position = ? WHERE id = ?',
  ).run(
    idToBytes(example.code),
    example.quote,
    anchor && idToBytes(anchor.document),
    anchor && anchor.start,
    anchor && anchor.end,
    example.position,
    idToBytes(example.id),
  );
}

export function deleteExample(db: Database, id: Id): void {
  prepare(db, 'DELETE FROM example WHERE id = ?').run(idToBytes(id));
}

export function deleteExamplesOfCode(db: Database, code: Id): void {
  prepare(db, 'DELETE FROM example WHERE code = ?').run(idToBytes(code));
}

/** Examples keep their words when the document that they were taken from goes. */
export function clearExampleAnchors(db: Database, document: Id): void {
  prepare(db, 'UPDATE example SET document = NULL, start = NULL, end = NULL WHERE document = ?').run(
    idToBytes(document),
  );
}
