import type { Database } from 'better-sqlite3';
import type { CodebookVersion } from '../../../shared/model/codebook.ts';
import type { CodebookContent } from '../../../shared/model/codebookContent.ts';
import type { Id } from '../../../shared/model/records.ts';
import { idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';

/** SQL for the number of the version in force: 0 before the first was published. */
export const versionInForce = '(SELECT ifnull(max(number), 0) FROM codebook_version)';

/** The number of the version in force, with which new codings and answers are stamped: 0 before the first. */
export function currentVersion(db: Database): number {
  return prepare<{ number: number }>(db, `SELECT ${versionInForce} AS number`).get()?.number ?? 0;
}

/** Published versions, newest first. */
export function listVersions(db: Database): CodebookVersion[] {
  return prepare<CodebookVersion>(
    db,
    `SELECT number, note, ifnull(coder.name, '') AS coder, codebook_version.created AS published
     FROM codebook_version LEFT JOIN coder ON coder.id = codebook_version.coder ORDER BY number DESC`,
  ).all();
}

/** The codebook as it was published under this number; undefined when there is no such version. */
export function versionContent(db: Database, number: number): CodebookContent | undefined {
  const row = prepare<{ content: string }>(db, 'SELECT content FROM codebook_version WHERE number = ?').get(number);
  return row && (JSON.parse(row.content) as CodebookContent); // written by insertVersion
}

export function insertVersion(
  db: Database,
  version: { id: Id; number: number; note: string; coder: Id; content: CodebookContent },
  now: number,
): void {
  prepare(db, 'INSERT INTO codebook_version (id, number, note, coder, content, created) VALUES (?, ?, ?, ?, ?, ?)').run(
    idToBytes(version.id),
    version.number,
    version.note,
    idToBytes(version.coder),
    JSON.stringify(version.content),
    now,
  );
}
