import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/api/errors.ts';
import { freeName, stemOf } from '../freeName.ts';
import { followed } from '../identity.ts';
import { hasForeignLog } from '../leftLog.ts';
import { lockProject } from '../lock.ts';
import { reasonOf } from '../systemFault.ts';
import { inspectCopy } from './check.ts';
import { copyClosedProject, logEnds, syncFile } from './copy.ts';
import { localDay } from './head.ts';

/**
 * Puts a backup in a project's place. The file and the log beside it go aside together, so that the log never meets the
 * restored file. Between the names' changes a note lies beside the project (`NAME.galley-restore`): a restoring that was cut
 * off is brought to its end at the next opening. Until the note is there, nothing has changed.
 */

/** The names, in the project's folder, that its file and its log are kept under. */
type Note = { aside: string; log: string };

/** Called after each step, by tests that stop there. */
type Step = (done: string) => void;

const noteOf = (path: string): string => `${path}-restore`;
const freshOf = (path: string): string => `${path}-restored`;
/** The note while it is written. */
const draftOf = (path: string): string => `${noteOf(path)}.new`;

/** What a restoring left: the name of the state before it, null where there was none. */
export type Restored = { kept: string | null };

/**
 * Restores in place. The project's file may be missing or damaged; the backup must be sound. `at`: now.
 * Throws `file-damaged` for the backup, `project-in-use`, `file-unwritable`, `conflict`.
 */
export function restoreInPlace(project: string, backup: string, at: number, step: Step = () => undefined): Restored {
  const path = followed(project);
  if (followed(backup) === path)
    throw new AppError('conflict', 'This is the project itself. Choose one of its backups.');
  refuseUnsound(backup);
  refuseUnwritable(dirname(path));
  const lock = lockProject(path);
  if ('reason' in lock) {
    throw new AppError(
      'project-in-use',
      `${basename(path)} cannot be replaced now. ${lock.reason} Close it there first, or restore as a new file.`,
      { path },
    );
  }
  try {
    completeRestore(path, step);
    makeFresh(backup, path);
    step('copied');
    const note = chooseNames(path, at);
    const hadFile = existsSync(path);
    writeNote(path, note);
    step('noted');
    completeRestore(path, step);
    return { kept: hadFile ? note.aside : null };
  } catch (error) {
    if (!isRestoring(path)) for (const left of [draftOf(path), freshOf(path)]) rmSync(left, { force: true });
    throw error;
  } finally {
    lock.release();
  }
}

/** Makes a new project file of a backup. Throws `file-exists`, `file-unwritable`, and `file-damaged` for the backup. */
export function restoreAs(backup: string, target: string): void {
  const exists = (): AppError =>
    new AppError('file-exists', `${target} is there already. Choose another name.`, { path: target });
  if (existsSync(target)) throw exists();
  refuseUnsound(backup);
  refuseUnwritable(dirname(target));
  try {
    makeFresh(backup, target);
    if (existsSync(target)) throw exists();
    // A log under this name is of a file that is gone.
    const log = freeName((mark) => `${stemOf(target)} (left log${mark}).wal`, dirname(target));
    moveLogs(target, log);
    renameSync(freshOf(target), target);
    syncFile(dirname(target));
  } finally {
    rmSync(freshOf(target), { force: true });
  }
}

/**
 * Brings a restoring to its end that was cut off, before the project is opened. What was cut off before anything had changed
 * is cleared away. Leaves everything as it is where somebody else has the project.
 */
export function finishRestore(project: string): void {
  const path = followed(project);
  if (![noteOf(path), draftOf(path), freshOf(path)].some(existsSync) || !canWrite(dirname(path))) return;
  const lock = lockProject(path);
  if ('reason' in lock) return;
  try {
    completeRestore(path, () => undefined);
    for (const left of [draftOf(path), freshOf(path)]) rmSync(left, { force: true });
  } finally {
    lock.release();
  }
}

/** Whether a restoring of this project was cut off: then it will be there at the next opening, if it is not now. */
export function isRestoring(path: string): boolean {
  return existsSync(noteOf(path));
}

/** Every step can be repeated: it looks whether it was done. */
function completeRestore(path: string, step: Step): void {
  if (!isRestoring(path)) return;
  const fresh = freshOf(path);
  const note = readNote(path);
  if (note && existsSync(fresh)) {
    const aside = join(dirname(path), note.aside);
    if (existsSync(path) && !existsSync(aside)) renameSync(path, aside);
    step('file aside');
    moveLogs(path, note.log);
    step('log aside');
    renameSync(fresh, path);
    step('in place');
  }
  syncFile(dirname(path));
  rmSync(noteOf(path), { force: true });
  step('done');
}

function moveLogs(path: string, log: string): void {
  const folder = dirname(path);
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, join(folder, log));
  if (existsSync(`${path}-journal`)) renameSync(`${path}-journal`, join(folder, log.replace(/wal$/u, 'journal')));
  rmSync(`${path}-shm`, { force: true }); // SQLite makes it anew from the log
}

/** A log that is the file's own stays beside it, so that nothing of the state before is lost; any other gets out of the way. */
function chooseNames(path: string, at: number): Note {
  const folder = dirname(path);
  const time = new Date(at).toTimeString().slice(0, 5).replace(':', '.');
  const name = (mark: string): string => `${stemOf(path)} (before restore ${localDay(at)} ${time}${mark}).galley`;
  const aside = freeName((mark) => name(mark), folder);
  const isOwn = existsSync(path) && !hasForeignLog(path);
  return { aside, log: isOwn ? `${aside}-wal` : freeName((mark) => `${stemOf(aside)} (left log${mark}).wal`, folder) };
}

function writeNote(path: string, note: Note): void {
  const whole = draftOf(path);
  writeFileSync(whole, JSON.stringify(note), { mode: 0o600 });
  syncFile(whole);
  renameSync(whole, noteOf(path));
  syncFile(dirname(path));
}

function readNote(path: string): Note | null {
  let note: unknown;
  try {
    note = JSON.parse(readFileSync(noteOf(path), 'utf8'));
  } catch {
    return null; // no note of ours, which are written whole
  }
  if (typeof note !== 'object' || note === null || !('aside' in note) || !('log' in note)) return null;
  const { aside, log } = note;
  // Names in this folder, and nowhere else.
  const isName = (name: unknown): name is string => typeof name === 'string' && name !== '' && basename(name) === name;
  return isName(aside) && isName(log) ? { aside, log } : null;
}

/** Copies the backup beside the project, brings it to the disk, and looks through the copy. */
function makeFresh(backup: string, path: string): void {
  const fresh = freshOf(path);
  try {
    copyClosedProject(backup, fresh);
    const { problem } = inspectCopy(fresh, { thorough: true });
    if (problem !== '')
      throw new AppError('file-damaged', `The copy of ${basename(backup)} cannot be used. ${problem}`);
    if (existsSync(path)) chmodSync(fresh, statSync(path).mode & 0o777);
  } catch (error) {
    for (const end of ['', ...logEnds]) rmSync(`${fresh}${end}`, { force: true });
    throw asAppError(error, dirname(path));
  }
}

function asAppError(error: unknown, folder: string): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  return new AppError(
    'file-unwritable',
    `Cannot write the restored file in ${folder}: ${reasonOf(error)}. Nothing was changed.`,
  );
}

function refuseUnsound(backup: string): void {
  if (!existsSync(backup)) {
    throw new AppError('file-unreadable', `There is no file ${backup}. Choose one that “galley backups” lists.`);
  }
  const { problem } = inspectCopy(backup, { thorough: true });
  if (problem === '') return;
  throw new AppError('file-damaged', `${basename(backup)} cannot be restored. ${problem} Choose another one.`, {
    path: backup,
  });
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false; // the question is whether, not why
  }
}

function refuseUnwritable(folder: string): void {
  if (canWrite(folder)) return;
  throw new AppError('file-unwritable', `Cannot write in ${folder}. Restore as a new file in a folder of yours.`, {
    path: folder,
  });
}
