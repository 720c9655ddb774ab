import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import type { Message } from '../../shared/words/message.ts';
import { canRead } from './access.ts';
import { damageFault } from './damage.ts';

/** What is in the way, and what a person can do about it, for the failures that the system names. */
const reasons: Readonly<Record<string, Message>> = {
  EACCES: said('store.mayNotWrite'),
  EPERM: said('store.maybeOpenElsewhere'),
  EBUSY: said('store.openElsewhere'),
  EROFS: said('store.diskProtected'),
  ENOSPC: said('store.diskIsFull'),
  EDQUOT: said('store.quotaUsedUp'),
  EFBIG: said('store.largerThanDiskHolds'),
  EIO: said('store.diskGaveError'),
  ENXIO: said('store.diskGone'),
  ENODEV: said('store.diskGone'),
  ESTALE: said('store.networkGone'),
  EMFILE: said('store.tooManyOpen'),
  ENFILE: said('store.tooManyOpen'),
  ENAMETOOLONG: said('store.nameTooLong'),
  ENOTDIR: said('store.fileForFolder'),
  EEXIST: said('store.fileForFolder'),
  EISDIR: said('store.folderHasName'),
  ENOTEMPTY: said('store.folderHasName'),
  ENOENT: said('store.folderGone'),
};

/** The system's word for what failed (`ENOSPC`); null for errors of another kind. */
export function systemCode(error: unknown): string | null {
  const isSystem = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return isSystem && /^E[A-Z0-9]+$/u.test(String(error.code)) ? String(error.code) : null;
}

/**
 * What is in the way of writing at `path`, and what to do, as the end of a sentence without its full stop. Making folders on a
 * write-protected disk is refused as if the one above were missing: then that one is asked.
 */
export function writingRefusal(failed: string, path = ''): Message {
  const code = failed === 'ENOENT' && path !== '' ? refusalAbove(path) : failed;
  return reasons[code] ?? said('store.systemSays', { code });
}

function refusalAbove(path: string): string {
  let folder = dirname(path);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return 'ENOENT';
  } catch (error) {
    return systemCode(error) ?? 'ENOENT';
  }
}

/** What SQLite says, by the beginning of its code: the longer ones first. */
const refusals = [
  ['SQLITE_FULL', 'file-unwritable', 'store.projectDiskFull'],
  ['SQLITE_IOERR_SHMSIZE', 'file-unwritable', 'store.projectDiskFull'],
  ['SQLITE_READONLY', 'file-unwritable', 'store.projectProtected'],
  ['SQLITE_IOERR', 'file-unwritable', 'store.projectDiskError'],
  ['SQLITE_BUSY', 'project-in-use', 'store.projectKept'],
  ['SQLITE_LOCKED', 'project-in-use', 'store.projectKept'],
  ['SQLITE_CANTOPEN', 'file-unreadable', 'store.projectCannotOpen'],
  ['SQLITE_PERM', 'file-unreadable', 'store.projectNotYours'],
  ['SQLITE_NOMEM', 'file-too-large', 'store.noMemory'],
  ['SQLITE_TOOBIG', 'file-too-large', 'store.tooLarge'],
] as const;

/**
 * What the disk, the system or a damaged file refuses, as an error that says what is in the way, where, and what to do. Errors of
 * another kind, which are Galley's own faults, stay as they are. Every way out of the program goes through here.
 */
export function systemFault(error: unknown): unknown {
  const fault = damageFault(error);
  if (fault instanceof AppError || !(fault instanceof Error)) return fault;
  if (fault instanceof SqliteDatabase.SqliteError) {
    const { code } = fault;
    const found = refusals.find(([start]) => code.startsWith(start));
    return found ? new AppError(found[1], said(found[2], { code }), { sqlite: code }) : fault;
  }
  const code = systemCode(fault);
  if (code === null || !('syscall' in fault)) return fault;
  return toldOf(code, textOf(fault, 'path'), textOf(fault, 'dest'));
}

function textOf(fault: Error, field: 'path' | 'dest'): string {
  const value: unknown = Reflect.get(fault, field);
  return typeof value === 'string' ? value : '';
}

/** `to`: where a copy or a file that is moved goes, which the system's word is mostly of; '' where there is one place only. */
function toldOf(code: string, path: string, to: string): AppError {
  if (code === 'ENOENT' && (to === '' || !existsSync(path))) return unusable(path, said('store.notThere'));
  if (to === '') return unusable(path, writingRefusal(code));
  if (ofEither.has(code)) {
    const message = said('store.cannotMove', { path, to, why: writingRefusal(code) });
    return new AppError('file-unwritable', message, { path: to });
  }
  const isClosed = (code === 'EACCES' || code === 'EPERM') && !canRead(path);
  return isClosed ? unusable(path, said('store.mayNotRead')) : unusable(to, writingRefusal(code, to));
}

/** What the system says of either of two places without saying which. */
const ofEither: ReadonlySet<string> = new Set(['EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'EBUSY', 'EMFILE', 'ENFILE']);

function unusable(path: string, why: Message): AppError {
  return path === ''
    ? new AppError('file-unwritable', said('store.cannotUseSome', { why }))
    : new AppError('file-unwritable', said('store.cannotUse', { path, why }), { path });
}

/** Why something could not be done, on one line: of an error for people its words, of others what they say. */
export function reasonOf(error: unknown): string {
  const fault = systemFault(error);
  const words = fault instanceof Error ? fault.message : String(fault);
  return words.replace(/\s+/gu, ' ').replace(/\.$/u, '');
}
