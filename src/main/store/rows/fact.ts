import type { Database } from 'better-sqlite3';
import { factLabels } from '#words/core/store.ts';
import type { Fact, Id } from '../../../shared/model/records.ts';
import { idFromBytes, idToBytes, newId } from '../ids.ts';
import { prepare } from '../statements.ts';

/** The article facts of a document, in the order in which the project came to know the variables. */
export function listFacts(db: Database, document: Id): Fact[] {
  return prepare<Fact>(
    db,
    `SELECT variable.name AS variable, variable.label AS label, answer.value AS value
     FROM answer JOIN variable ON variable.id = answer.variable
     WHERE answer.document = ? AND answer.coder IS NULL AND variable.scope = 'fact' ORDER BY variable.position`,
  ).all(idToBytes(document));
}

/** The different values of an article fact with their numbers of documents, by value. */
export function factValues(db: Database, variable: Id): { value: string; documents: number }[] {
  return prepare<{ value: string; documents: number }>(
    db,
    `SELECT value, count(*) AS documents FROM answer WHERE variable = ? AND coder IS NULL
     GROUP BY value ORDER BY value`,
  ).all(idToBytes(variable));
}

/** The texts of a document's facts by variable. */
export function factTexts(db: Database, document: Id): Map<Id, string> {
  return new Map(
    prepare<{ variable: Uint8Array; value: string }>(
      db,
      'SELECT variable, value FROM answer WHERE document = ? AND coder IS NULL',
    )
      .all(idToBytes(document))
      .map(({ variable, value }) => [idFromBytes(variable), value]),
  );
}

/** The variable's id, made when the project does not know it yet. */
function factVariable(db: Database, name: string, now: number): Uint8Array {
  const known = prepare<{ id: Uint8Array }>(db, `SELECT id FROM variable WHERE scope = 'fact' AND name = ?`).get(name);
  if (known) return known.id;
  const id = idToBytes(newId());
  prepare(
    db,
    `INSERT INTO variable (id, scope, name, label, level, position, created)
     VALUES (?, 'fact', ?, ?, ?, (SELECT ifnull(max(position) + 1, 0) FROM variable), ?)`,
  ).run(id, name, factLabels[name] ?? name, name === 'date' ? 'date' : 'text', now);
  return id;
}

/** Sets a fact, or clears it (`value` null or empty). Inside a command only. */
export function writeFact(db: Database, document: Id, name: string, value: string | null, now: number): void {
  const variable = factVariable(db, name, now);
  const key = idToBytes(document);
  const known = prepare<{ id: Uint8Array }>(
    db,
    'SELECT id FROM answer WHERE document = ? AND variable = ? AND coder IS NULL',
  ).get(key, variable);
  if (value === null || value === '') {
    if (known) prepare(db, 'DELETE FROM answer WHERE id = ?').run(known.id);
  } else if (known) {
    prepare(db, 'UPDATE answer SET value = ?, modified = ? WHERE id = ?').run(value, now, known.id);
  } else {
    prepare(
      db,
      'INSERT INTO answer (id, document, variable, coder, value, created, modified) VALUES (?, ?, ?, NULL, ?, ?, ?)',
    ).run(idToBytes(newId()), key, variable, value, now, now);
  }
}
