import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { canRead } from './access.ts';
import { damageFault } from './damage.ts';

/** What is in the way, and what a person can do about it, for the failures that the system names. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there. Choose another folder',
  EPERM: 'it may be open in another program, or you may not write there. Close it there, or choose another folder',
  EBUSY: 'it is open in another program. Close it there and try again',
  EROFS: 'the disk is write-protected. Choose another folder',
  ENOSPC: 'the disk is full. Make room or choose another disk',
  EDQUOT: 'your quota is used up. Make room or choose another disk',
  EFBIG: 'the file would be larger than this disk can hold. Choose another disk',
  EIO: 'the disk gave an error. Look whether it is sound and connected',
  ENXIO: 'the disk is gone. Connect it again',
  ENODEV: 'the disk is gone. Connect it again',
  ESTALE: 'the folder is no longer reached over the network. Connect it again',
  EMFILE: 'too many files are open. Close other programs and try again',
  ENFILE: 'too many files are open. Close other programs and try again',
  ENAMETOOLONG: 'its name is too long. Choose a shorter one',
  ENOTDIR: 'a file stands where a folder is needed. Choose another folder',
  EEXIST: 'a file stands where a folder is needed. Choose another folder',
  EISDIR: 'a folder has that name. Rename it, or choose another folder',
  ENOTEMPTY: 'a folder has that name. Rename it, or choose another folder',
  ENOENT: 'its folder is gone. Choose another folder',
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
export function writingReason(failed: string, path = ''): string {
  const code = failed === 'ENOENT' && path !== '' ? refusalAbove(path) : failed;
  return reasons[code] ?? `the system says ${code}. Choose another folder`;
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

const kept = 'What was to be done is not done; all before it is kept';

/** What SQLite says, by the beginning of its code: the longer ones first. */
const refusals: readonly (readonly [string, ErrorCode, string])[] = [
  ['SQLITE_FULL', 'file-unwritable', `The disk of the project’s file is full. ${kept}. Make room, then try again.`],
  [
    'SQLITE_IOERR_SHMSIZE',
    'file-unwritable',
    `The disk of the project’s file is full. ${kept}. Make room, then try again.`,
  ],
  [
    'SQLITE_READONLY',
    'file-unwritable',
    `The project’s file can no longer be written: it, its folder or the disk is write-protected. ${kept}. Lift that, or save a copy elsewhere, then open it again.`,
  ],
  [
    'SQLITE_IOERR',
    'file-unwritable',
    `The disk gave an error with the project’s file. ${kept}. Look whether the disk is sound and connected, then open the project again.`,
  ],
  [
    'SQLITE_BUSY',
    'project-in-use',
    `Another program keeps the project’s file to itself just now. ${kept}. Close it there, then try again.`,
  ],
  [
    'SQLITE_LOCKED',
    'project-in-use',
    `Another program keeps the project’s file to itself just now. ${kept}. Close it there, then try again.`,
  ],
  [
    'SQLITE_CANTOPEN',
    'file-unreadable',
    'The project’s file, or the log beside it, cannot be opened any more. Look whether its folder is there and may be written, then open the project again.',
  ],
  [
    'SQLITE_PERM',
    'file-unreadable',
    'The project’s file may not be used by you. Ask whoever owns it, or copy it to a folder of yours.',
  ],
  [
    'SQLITE_NOMEM',
    'file-too-large',
    `There is not enough memory for this. ${kept}. Close other programs, or do less at once.`,
  ],
  ['SQLITE_TOOBIG', 'file-too-large', `This is larger than a project can hold. ${kept}. Do less at once.`],
];

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
    return found ? new AppError(found[1], `${found[2]} (${code})`, { sqlite: code }) : fault;
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
  if (code === 'ENOENT' && (to === '' || !existsSync(path))) return unusable(path, 'it is not there any more');
  if (to === '') return unusable(path, writingReason(code));
  if (ofEither.has(code)) {
    const message = `Cannot copy or move ${path} to ${to}: ${writingReason(code)}.`;
    return new AppError('file-unwritable', message, { path: to });
  }
  const isClosed = (code === 'EACCES' || code === 'EPERM') && !canRead(path);
  return isClosed ? unusable(path, 'you may not read it') : unusable(to, writingReason(code, to));
}

/** What the system says of either of two places without saying which. */
const ofEither: ReadonlySet<string> = new Set(['EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'EBUSY', 'EMFILE', 'ENFILE']);

function unusable(path: string, why: string): AppError {
  const what = path === '' ? 'A file cannot be read or written' : `Cannot read or write ${path}`;
  return new AppError('file-unwritable', `${what}: ${why}.`, path === '' ? {} : { path });
}

/** Why something could not be done, on one line: of an error for people its words, of others what they say. */
export function reasonOf(error: unknown): string {
  const fault = systemFault(error);
  const words = fault instanceof Error ? fault.message : String(fault);
  return words.replace(/\s+/gu, ' ').replace(/\.$/u, '');
}
