import { existsSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { storeWords } from '#words/core/store.ts';
import { readFileHeader } from './fileHeader.ts';
import { freeName, stemOf } from './freeName.ts';

/**
 * The log of a project that was open when its program ended lies beside it and belongs to that file alone. Whoever then
 * copies a backup over the project leaves a log that SQLite would apply to the wrong file, because it looks at the name.
 */

/**
 * Whether a log lies beside the file that cannot be its own. Galley goes over to its log in the file's header before the
 * log is made, and goes back only when the log is gone; so a file whose header knows of no log (bytes 18 and 19 of a SQLite
 * file are 1), as every backup and every closed project, has none, whatever lies beside it.
 */
export function hasForeignLog(path: string): boolean {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (!log?.isFile() || log.size === 0) return false;
  return readFileHeader(path).journal === 'closed';
}

/** Whether the file was not closed, and yet has no log beside it: then that lies beside another name of the file, or is gone. */
export function lacksLog(path: string): boolean {
  return !existsSync(`${path}-wal`) && readFileHeader(path).journal === 'log';
}

/** Puts the foreign log out of SQLite's way, under a name that it never looks for. Answers with that name. */
export function setLogAside(path: string): string {
  const aside = freeName((mark) => storeWords.leftLogName({ stem: stemOf(path), mark }), dirname(path));
  renameSync(`${path}-wal`, join(dirname(path), aside));
  if (existsSync(`${path}-shm`)) renameSync(`${path}-shm`, join(dirname(path), aside.replace(/wal$/u, 'shm')));
  return aside;
}
