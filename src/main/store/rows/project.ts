import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';
import { blindDocuments } from './blind.ts';

/** The project's own record; undefined in a file that was only just made. */
export function readProject(db: Database): { id: Id; name: string } | undefined {
  const row = prepare<{ id: Uint8Array; name: string }>(db, 'SELECT id, name FROM project').get();
  return row && { id: idFromBytes(row.id), name: row.name };
}

export function insertProject(db: Database, project: { id: Id; name: string }, now: number): void {
  prepare(db, 'INSERT INTO project (id, name, created) VALUES (?, ?, ?)').run(idToBytes(project.id), project.name, now);
}

export function renameProject(db: Database, name: string): void {
  prepare(db, 'UPDATE project SET name = ?').run(name);
}

/**
 * Numbers of records, as `project.stats` gives them. Article facts are no answers. `seenBy`: without the work of others in
 * documents that a blind round gives to this coder.
 */
export function countRecords(
  db: Database,
  seenBy?: Id,
): {
  documents: number;
  codes: number;
  annotations: number;
  coders: number;
  answers: number;
} {
  const count = (sql: string, ...values: Uint8Array[]): number =>
    prepare<{ n: number }>(db, sql).get(...values)?.n ?? 0;
  const key = seenBy === undefined ? [] : [idToBytes(seenBy)];
  const isHidden = `coder <> ? AND document IN (${blindDocuments})`;
  const hidden = (table: 'annotation' | 'answer'): number =>
    seenBy === undefined ? 0 : count(`SELECT count(*) AS n FROM ${table} WHERE ${isHidden}`, ...key, ...key);
  return {
    documents: count('SELECT count(*) AS n FROM document'),
    codes: count('SELECT count(*) AS n FROM code'),
    annotations: count('SELECT count(*) AS n FROM annotation') - hidden('annotation'),
    coders: count('SELECT count(*) AS n FROM coder'),
    answers: count('SELECT count(*) AS n FROM answer WHERE coder IS NOT NULL') - hidden('answer'),
  };
}
