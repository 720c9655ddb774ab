import { existsSync, lstatSync } from 'node:fs';
import { basename } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { storeWords } from '#words/core/store.ts';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
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
    throw new AppError('file-unreadable', said('store.placeTaken', { name, neighbour: `${name}${end}` }), { path });
  }
}

/** What SQLite says when a project cannot be opened, in words that say what to do. Other errors stay as they are. */
export function openingFault(error: unknown, path: string): unknown {
  if (!(error instanceof SqliteDatabase.SqliteError)) return error;
  const name = basename(path);
  const { code } = error;
  if (/^SQLITE_(CANTOPEN|READONLY|IOERR_SHM)/u.test(code) && existsSync(`${path}-wal`)) {
    return new AppError('file-unreadable', said('store.logCannotGoIn', { name }), { path });
  }
  if (/^SQLITE_(BUSY|LOCKED)/u.test(code)) {
    return new AppError('project-in-use', said('store.openInAWayOfItsOwn', { name }), { path });
  }
  if (code.startsWith('SQLITE_FULL')) {
    return new AppError('file-unwritable', said('store.noRoomToOpen', { name }), { path, why: storeWords.fullDisk });
  }
  if (/^SQLITE_(CANTOPEN|READONLY|IOERR|PERM|AUTH|NOLFS)/u.test(code)) {
    return new AppError('file-unreadable', said('store.cannotOpenHere', { name, why: error.message }), { path });
  }
  return error;
}

/** What SQLite says when the log cannot be taken into a project that is closed. What stands in the log is not lost. */
export function closingFault(error: unknown, path: string): unknown {
  if (!(error instanceof SqliteDatabase.SqliteError)) return error;
  const name = basename(path);
  const fault = systemFault(error);
  const why = error.code.startsWith('SQLITE_FULL') ? storeWords.fullDisk : error.message;
  if (!(fault instanceof AppError) || fault.code === 'file-damaged') return openingDamage(error, path);
  return new AppError('file-unwritable', said('store.notClosedIntoOne', { name, why }), { path, why });
}
