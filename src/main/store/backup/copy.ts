import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import type { Database } from 'better-sqlite3';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { openReader } from '../openReader.ts';
import { hasForeignLog } from '../leftLog.ts';
import type { CheckContext } from '../verify.ts';

/** What SQLite puts beside a file while it is written, by the end of its name. */
export const logEnds = ['-wal', '-shm', '-journal'] as const;

/** Pages copied in one go, before others in the thread have their turn. */
const pagesAtOnce = 2000;

/** Bytes that are copied between two looks whether to stop. */
const partSize = 4 * 1024 ** 2;
/** Bytes after which what was copied is brought to the disk: all at once would take long in one step that hears nothing. */
const syncEvery = 64 * 1024 ** 2;

/**
 * Copies a project that this connection alone writes, between two acts: all of the log goes into the file first. Where the
 * file system can, the copy shares its blocks with the file and costs nothing. Throws when somebody reads at this moment.
 */
export function copyQuietProject(db: Database, path: string, target: string): void {
  const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]; // as SQLite documents it
  if (outcome?.busy !== 0) throw new AppError('project-in-use', said('store.readJustNow'));
  copyClosedProject(path, target);
}

/**
 * Copies a project that nobody writes, with what its program left in its log when it was killed. With `context` it tells how far
 * it is, in bytes, and asks whether to stop.
 */
export function copyClosedProject(path: string, target: string, context?: CheckContext): void {
  for (const end of ['', ...logEnds]) rmSync(`${target}${end}`, { force: true });
  if (context) copyWatched(path, target, context);
  else copyFileSync(path, target, constants.COPYFILE_FICLONE);
  chmodSync(target, 0o600);
  for (const end of ['-wal', '-journal']) {
    if (existsSync(`${path}${end}`) && !hasForeignLog(path)) copyFileSync(`${path}${end}`, `${target}${end}`);
  }
  context?.checkpoint();
  settleCopy(target);
}

/** Where the file system can, the copy shares its blocks with the file; elsewhere it is made part by part. */
function copyWatched(path: string, target: string, context: CheckContext): void {
  context.checkpoint();
  if (isCloned(path, target)) return;
  const from = openSync(path, 'r');
  try {
    const to = openSync(target, 'wx', 0o600);
    try {
      copyParts(from, to, context);
    } finally {
      closeSync(to);
    }
  } finally {
    closeSync(from);
  }
}

function isCloned(path: string, target: string): boolean {
  try {
    copyFileSync(path, target, constants.COPYFILE_FICLONE_FORCE);
    return true;
  } catch {
    rmSync(target, { force: true });
    return false; // what is wrong, if anything is, copying part by part will say
  }
}

function copyParts(from: number, to: number, context: CheckContext): void {
  const total = fstatSync(from).size;
  const part = Buffer.allocUnsafe(partSize);
  let done = 0;
  for (let synced = 0; ;) {
    context.checkpoint();
    context.progress(done, total);
    const read = readSync(from, part, 0, partSize, done);
    if (read === 0) return;
    for (let written = 0; written < read;) written += writeSync(to, part, written, read - written);
    done += read;
    if (done - synced < syncEvery) continue;
    fsyncSync(to);
    synced = done;
  }
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
function settleCopy(target: string): void {
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
