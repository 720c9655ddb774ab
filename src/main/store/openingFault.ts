import { existsSync, lstatSync } from 'node:fs';
import { basename } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { openingDamage } from './damage.ts';
import { systemFault } from './systemFault.ts';

/**
 * Refuses a project whose neighbours' places are taken by something that is no file: SQLite may open a folder in place of the
 * index of its log without a word, and fail with the first act. Throws `file-unreadable`.
 */
export function refuseStrangers(path: string): void {
  for (const end of ['-wal', '-shm', '-journal']) {
    const found = lstatSync(`${path}${end}`, { throwIfNoEntry: false });
    if (!found || found.isFile()) continue;
    const name = basename(path);
    throw new AppError(
      'file-unreadable',
      `${name} cannot be opened: the place of ${name}${end} is taken by something that is no file. Rename or remove that, then open the project again.`,
      { path },
    );
  }
}

const full = 'the disk is full';

/** What SQLite says when a project cannot be opened, in words that say what to do. Other errors stay as they are. */
export function openingFault(error: unknown, path: string): unknown {
  if (!(error instanceof SqliteDatabase.SqliteError)) return error;
  const name = basename(path);
  const { code } = error;
  if (/^SQLITE_(CANTOPEN|READONLY|IOERR_SHM)/u.test(code) && existsSync(`${path}-wal`)) {
    return new AppError(
      'file-unreadable',
      `${name} was not closed in order, and its log ${name}-wal cannot be taken in where it is: the folder is write-protected, or something else is in the place of ${name}-wal or ${name}-shm. Copy ${name} and ${name}-wal together to a folder of yours and open the copy.`,
      { path },
    );
  }
  if (/^SQLITE_(BUSY|LOCKED)/u.test(code)) {
    return new AppError('project-in-use', `Another program has ${name} open in a way of its own. Close it there.`, {
      path,
    });
  }
  if (code.startsWith('SQLITE_FULL')) {
    return new AppError('file-unwritable', `There is no room on the disk to open ${name}. Make some, then try again.`, {
      path,
      why: full,
    });
  }
  if (/^SQLITE_(CANTOPEN|READONLY|IOERR|PERM|AUTH|NOLFS)/u.test(code)) {
    return new AppError(
      'file-unreadable',
      `${name} cannot be opened where it is (${error.message}). Look whether its folder can be written and the disk is sound, or copy it elsewhere.`,
      { path },
    );
  }
  return error;
}

/** What SQLite says when the log cannot be taken into a project that is closed. What stands in the log is not lost. */
export function closingFault(error: unknown, path: string): unknown {
  if (!(error instanceof SqliteDatabase.SqliteError)) return error;
  const name = basename(path);
  const fault = systemFault(error);
  const why = error.code.startsWith('SQLITE_FULL') ? full : error.message;
  if (!(fault instanceof AppError) || fault.code === 'file-damaged') return openingDamage(error, path);
  return new AppError(
    'file-unwritable',
    `${name} could not be closed into one file (${why}). Nothing is lost: what it lacks stands in ${name}-wal beside it. Make room or lift what is in the way, then open and close it again, and until then move neither without the other.`,
    { path, why },
  );
}
