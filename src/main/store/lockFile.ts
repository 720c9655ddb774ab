import { chmodSync, closeSync, lstatSync, openSync, rmSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { birthOf } from './identity.ts';

/** A file that is locked until it is released. */
export type FileLock = { release(): void };

/** So often a lock is tried anew whose file was taken away between opening and locking it. */
const attempts = 20;

/**
 * Takes an operating-system lock on a file that holds nothing and is there for that alone, made where it is missing. It is taken
 * through SQLite, which knows how to do that everywhere, and goes with the process. `busy`: another has it. `unusable`: something
 * else is in its place, or the place cannot be written. `opened` is told between opening and locking.
 *
 * The file is removed while it is locked, so never one that another has just taken; who had opened it by then finds, once it has
 * the lock, another file or none under the name, and begins anew.
 */
export function lockFile(
  path: string,
  mode: number,
  opened: () => void = () => undefined,
): FileLock | 'busy' | 'unusable' {
  for (let attempt = 0; attempt < attempts; attempt++) {
    let db: Database | null = null;
    try {
      makeEmpty(path, mode);
      const found = birthOf(path);
      db = new SqliteDatabase(path, { timeout: 0, fileMustExist: true });
      opened();
      db.pragma('journal_mode = MEMORY');
      db.exec('BEGIN EXCLUSIVE');
      if (found !== null && found === birthOf(path)) return held(db, path, found);
      db.close();
    } catch (error) {
      db?.close();
      if (isGone(error, path)) continue;
      return isBusy(error) ? 'busy' : 'unusable';
    }
  }
  return 'busy'; // a file that others take and leave all the time
}

/** Only a file that was just made is opened here: closing one drops all locks that the process holds on it. */
function makeEmpty(path: string, mode: number): void {
  try {
    closeSync(openSync(path, 'wx', mode));
    chmodSync(path, mode); // what the user's mask took away, when the project itself is open to a group
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found && (!found.isFile() || found.size > 0)) throw new Error('not a lock of Galley’s', { cause: error });
  }
}

/** What is referred to is not collected as garbage, which would let the lock go. */
const locked = new Set<Database>();

function held(db: Database, path: string, birth: string): FileLock {
  locked.add(db);
  return {
    release() {
      if (!locked.delete(db)) return;
      // Somebody may have removed the file by hand, and another taken a new one.
      const isOurs = birthOf(path) === birth;
      const isRemoved = isOurs && remove(path);
      db.exec('ROLLBACK');
      db.close();
      // Windows removes no file that is open, so there what is still open elsewhere stays.
      if (isOurs && !isRemoved && process.platform === 'win32') remove(path);
    },
  };
}

function remove(path: string): boolean {
  try {
    rmSync(path);
    return true;
  } catch {
    return false; // it stays as an empty file, which the next one takes
  }
}

function isGone(error: unknown, path: string): boolean {
  return hasCode(error, 'SQLITE_CANTOPEN') && lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

/** Whether SQLite says that somebody else has the file. */
export function isBusy(error: unknown): boolean {
  return error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith(code);
}
