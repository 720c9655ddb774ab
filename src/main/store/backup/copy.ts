import { chmodSync, closeSync, constants, copyFileSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import SqliteDatabase from 'better-sqlite3';
import { openReader } from '../database.ts';
import { hasForeignLog } from '../leftLog.ts';

/** What SQLite puts beside a file while it is written, by the end of its name. */
export const logEnds = ['-wal', '-shm', '-journal'] as const;

/** Pages copied in one go, before others in the thread have their turn. */
const pagesAtOnce = 2000;

/**
 * Copies a project that this connection alone writes, between two acts: all of the log goes into the file first. Where the
 * file system can, the copy shares its blocks with the file and costs nothing. Throws when somebody reads at this moment.
 */
export function copyQuietProject(db: Database, path: string, target: string): void {
  const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]; // as SQLite documents it
  if (outcome?.busy !== 0) throw new Error('the project is being read at this moment');
  copyClosedProject(path, target);
}

/** Copies a project that nobody writes, with what its program left in its log when it was killed. */
export function copyClosedProject(path: string, target: string): void {
  for (const end of ['', ...logEnds]) rmSync(`${target}${end}`, { force: true });
  copyFileSync(path, target, constants.COPYFILE_FICLONE);
  chmodSync(target, 0o600);
  for (const end of ['-wal', '-journal']) {
    if (existsSync(`${path}${end}`) && !hasForeignLog(path)) copyFileSync(`${path}${end}`, `${target}${end}`);
  }
  settleCopy(target);
}

/** Copies a project as it is at this moment, while another connection goes on writing it. `begun` hears when that is fixed. */
export async function copyBusyProject(
  path: string,
  target: string,
  context: { begun(): void; progress(done: number, total: number): void; checkpoint(): void },
): Promise<void> {
  rmSync(target, { force: true });
  const db = openReader(path);
  try {
    // A transaction holds on to the state at its first read; the copy is made of that.
    db.exec('BEGIN');
    db.prepare('SELECT 1 FROM sqlite_schema').get();
    context.begun();
    await db.backup(target, {
      progress({ totalPages, remainingPages }) {
        context.checkpoint();
        context.progress(totalPages - remainingPages, totalPages);
        return pagesAtOnce;
      },
    });
    db.exec('COMMIT');
  } finally {
    db.close();
  }
  chmodSync(target, 0o600);
  settleCopy(target);
}

/** Makes one file of a copy that says in its header that it has a log, and brings it to the disk. */
export function settleCopy(target: string): void {
  const db = new SqliteDatabase(target, { fileMustExist: true });
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
  syncFile(target);
}

/** Waits until what was written to the file, or the names in the folder, are on the disk. */
export function syncFile(path: string): void {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    fsyncSync(file);
  } catch (error) {
    // Windows does not let folders be opened, and some file systems know no such thing.
    if (!(error instanceof Error && 'code' in error && /EISDIR|EPERM|EINVAL|ENOTSUP/u.test(String(error.code))))
      throw error;
  } finally {
    if (file !== null) closeSync(file);
  }
}
