import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import SqliteDatabase from 'better-sqlite3';
import { copyClosedProject } from './backup/copy.ts';
import { readFileHeader } from './fileHeader.ts';
import { isBusy } from './lockFile.ts';

/**
 * Gives `read` a file to read what stands in `path` from, so that nothing is left in the folder. SQLite makes a log beside a file that was not
 * closed, and who only reads cannot take it away again: such a file is read as a copy, unless somebody has it open, whose log it then is.
 */
export function readTraceless<T>(path: string, read: (file: string) => T): T {
  if (isHeld(path) || !isUnclosed(path)) return read(path);
  return onCopy(path, read);
}

/** Reads a temporary copy of a project that nobody writes, with what its program left in its log. */
export function onCopy<T>(path: string, read: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'galley-copy-'));
  try {
    const copy = join(folder, 'P.galley');
    copyClosedProject(path, copy);
    return read(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What cannot be read at all says so when it is. */
function isUnclosed(path: string): boolean {
  try {
    return existsSync(`${path}-journal`) || readFileHeader(path).journal === 'log';
  } catch {
    return false;
  }
}

/** Whether a program has the project open for writing. Taking the lock to find out would change the folder. */
export function isHeld(path: string): boolean {
  const lock = `${path}-lock`;
  if (!existsSync(lock)) return false;
  let db: Database | null = null;
  try {
    db = new SqliteDatabase(lock, { readonly: true, fileMustExist: true, timeout: 0 });
    db.prepare('SELECT 1 FROM sqlite_schema').get();
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    db?.close();
  }
}
