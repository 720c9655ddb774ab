import { rmSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';

/** Held while a project is open for writing. */
export type ProjectLock = { release(): void };

/**
 * Takes the right to write a project, or answers null when another program has it. The lock is an operating-system lock
 * on the file `PATH-lock` (taken through SQLite, which knows how to do that everywhere), so a program that crashes
 * loses it at once and no stale lock stays behind.
 */
export function lockProject(path: string): ProjectLock | null {
  const lockPath = `${path}-lock`;
  const db = new SqliteDatabase(lockPath, { timeout: 0 });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return {
    release() {
      db.exec('ROLLBACK');
      db.close();
      rmSync(lockPath, { force: true });
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
