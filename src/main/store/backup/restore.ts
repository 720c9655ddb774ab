import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { storeWords } from '#words/core/store.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import { canWrite } from '../access.ts';
import { freeName, stemOf } from '../freeName.ts';
import { birthOf, followed } from '../identity.ts';
import { hasForeignLog } from '../leftLog.ts';
import { lockProject } from '../lock.ts';
import { reasonOf, systemCode } from '../systemFault.ts';
import type { CheckContext } from '../verify.ts';
import { clearYoungFiles, youngFile } from '../youngFile.ts';
import { examineCopy } from './check.ts';
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

/** Work that nobody waits for and nobody stops. */
const alone: CheckContext = { progress: () => undefined, checkpoint: () => undefined };

type Way = {
  /** Told how far the copying is, in bytes, and then that the copy is looked through (0 of 0). */
  context?: CheckContext;
  /** The answer of `prepareRestore`: the copy is there already. */
  prepared?: string | null;
  step?: Step;
};

/**
 * Restores in place. The project's file may be missing or damaged; the backup must be sound. `at`: now. Once the copy is made
 * nothing is asked whether to stop.
 * Throws `file-damaged` for the backup, `project-in-use`, `file-unwritable`, `conflict`, and `cancelled` by the context.
 */
export function restoreInPlace(project: string, backup: string, at: number, way: Way = {}): Restored {
  const { context = alone, prepared = null, step = () => undefined } = way;
  const path = placeToRestore(project, backup);
  const lock = lockProject(path);
  if ('reason' in lock) {
    const { reason } = lock;
    throw new AppError('project-in-use', said('store.replacedInUse', { name: basename(path), reason }), { path });
  }
  try {
    completeRestore(path, step);
    if (prepared === null) makeFresh(backup, path, context);
    else requirePrepared(path, backup, prepared);
    step('copied');
    const note = chooseNames(path, at);
    const hadFile = existsSync(path);
    writeNote(path, note);
    step('noted');
    completeRestore(path, step);
    return { kept: hadFile ? note.aside : null };
  } catch (error) {
    if (!isRestoring(path)) clearRestore(path);
    throw error;
  } finally {
    lock.release();
  }
}

/**
 * Makes the checked copy which `restoreInPlace` then puts in its place, while the program has the project open and so holds its
 * lock. Answers with what that copy is known by. Throws as `restoreInPlace`.
 */
export function prepareRestore(project: string, backup: string, context: CheckContext = alone): string {
  const path = placeToRestore(project, backup);
  makeFresh(backup, path, context);
  return birthOf(freshOf(path)) ?? '';
}

function placeToRestore(project: string, backup: string): string {
  const path = followed(project);
  if (followed(backup) === path) throw new AppError('conflict', said('store.restoredFromItself'));
  refuseUnusable(backup);
  refuseUnwritable(dirname(path));
  return path;
}

/** Between the copying and this the project was closed, and another program may have had it. */
function requirePrepared(path: string, backup: string, prepared: string): void {
  if (birthOf(freshOf(path)) === prepared) return;
  throw new AppError('conflict', said('store.preparedCopyGone', { backup: basename(backup), name: basename(path) }));
}

/** Makes a new project file of a backup. Throws `file-exists`, `file-unwritable`, `cancelled`, and `file-damaged` for the backup. */
export function restoreAs(backup: string, target: string, context: CheckContext = alone): void {
  const exists = (): AppError =>
    new AppError('file-exists', said('store.restoredNameTaken', { path: target }), { path: target });
  if (existsSync(target)) throw exists();
  refuseUnusable(backup);
  refuseUnwritable(dirname(target));
  clearYoungFiles(dirname(target));
  const young = youngFile(target);
  try {
    copyChecked(backup, young.path, context);
    // A log under this name is of a file that is gone.
    const log = freeName((mark) => storeWords.leftLogName({ stem: stemOf(target), mark }), dirname(target));
    if (!existsSync(target)) moveLogs(target, log);
    young.name(target);
  } catch (error) {
    throw systemCode(error) === 'EEXIST' ? exists() : asAppError(error, dirname(target));
  } finally {
    young.end();
  }
}

/** Removes what a restoring had copied that does not go on. To be called by who holds the project's lock. */
export function clearRestore(project: string): void {
  const path = followed(project);
  const fresh = freshOf(path);
  for (const left of [draftOf(path), ...['', ...logEnds].map((end) => `${fresh}${end}`)]) rmSync(left, { force: true });
}

/**
 * Brings a restoring to its end that was cut off, before the project is opened. What was cut off before anything had changed
 * is cleared away, and so are new files in its folder whose making was cut off. Leaves everything as it is where somebody else has the project.
 */
export function finishRestore(project: string): void {
  const path = followed(project);
  if (!canWrite(dirname(path))) return;
  clearYoungFiles(dirname(path));
  if (![noteOf(path), draftOf(path), freshOf(path)].some(existsSync)) return;
  const lock = lockProject(path);
  if ('reason' in lock) return;
  try {
    completeRestore(path, () => undefined);
    clearRestore(path);
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
  return {
    aside,
    log: isOwn ? `${aside}-wal` : freeName((mark) => storeWords.leftLogName({ stem: stemOf(aside), mark }), folder),
  };
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

/** Copies the backup, brings it to the disk, and looks through the copy. */
function copyChecked(backup: string, fresh: string, context: CheckContext): void {
  copyClosedProject(backup, fresh, context);
  context.checkpoint();
  context.progress(0, 0);
  const { problem } = examineCopy(fresh, { thorough: true });
  if (problem !== null) throw unusable(backup, problem);
  context.checkpoint();
}

/** Makes the checked copy beside the project. */
function makeFresh(backup: string, path: string, context: CheckContext): void {
  const fresh = freshOf(path);
  try {
    copyChecked(backup, fresh, context);
    if (existsSync(path)) chmodSync(fresh, statSync(path).mode & 0o777);
  } catch (error) {
    clearRestore(path);
    throw asAppError(error, dirname(path));
  }
}

function asAppError(error: unknown, folder: string): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  return new AppError('file-unwritable', said('store.cannotWriteRestored', { folder, why: reasonOf(error) }));
}

/** What can be told without reading all of it. The copy is looked through in its place, which is the same bytes. */
function refuseUnusable(backup: string): void {
  if (!existsSync(backup)) {
    throw new AppError('file-unreadable', said('store.noSuchBackup', { path: backup }));
  }
  const { problem } = examineCopy(backup, { thorough: false });
  if (problem !== null) throw unusable(backup, problem);
}

function unusable(backup: string, problem: Message): AppError {
  return new AppError('file-damaged', said('store.cannotRestore', { name: basename(backup), problem }), {
    path: backup,
  });
}

function refuseUnwritable(folder: string): void {
  if (canWrite(folder)) return;
  throw new AppError('file-unwritable', said('store.cannotRestoreIn', { folder }), { path: folder });
}
