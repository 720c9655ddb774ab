import { lstatSync, realpathSync, statSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';

/** Most bytes of a name on the file systems in use. Beside a project lie files with its name and up to eight letters more. */
const longestName = 255 - '-journal'.length;
/** SQLite's own limit for a path with what it appends. */
const longestPath = 512 - '-journal'.length - 1;

/** Which file a path leads to, whatever it is called: device and number on the device. Null where there is none. */
export function identityOf(path: string): string | null {
  const found = find(path);
  return found && identity(found);
}

/** As `identityOf`, and told apart from an earlier file that had the same number. */
export function birthOf(path: string): string | null {
  const found = find(path);
  return found && `${identity(found)}-${found.birthtimeNs}`;
}

/** As `identityOf`, of what was found there. */
export function identity({ dev, ino }: BigIntStats): string {
  return `${dev}-${ino}`;
}

/** Facts of the file at a path; null where none can be found, for whatever reason. */
export function find(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
  } catch {
    return null; // a folder on the way is gone, locked or no folder: the file cannot be reached under this path
  }
}

/**
 * The one path of a project that symbolic links may lead to by many, so that its lock and its log have one place. Where there is
 * no such file the folder alone is followed. Throws `file-unreadable` or `file-unwritable` (`code`) for a name that leaves no
 * room for the files that lie beside an open project.
 */
export function realPlace(path: string, code: 'file-unreadable' | 'file-unwritable'): string {
  const place = followed(path);
  const name = basename(place);
  if (Buffer.byteLength(name) > longestName) {
    throw new AppError(code, said('store.longName', { begin: name.slice(0, 40), most: longestName }), { path });
  }
  if (process.platform !== 'win32' && Buffer.byteLength(place) > longestPath) {
    throw new AppError(code, said('store.longPath', { name, most: longestPath }), { path });
  }
  return place;
}

/** The path with all symbolic links followed, as far as it leads anywhere. */
export function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // No file yet, or none that can be reached: whoever opens it will say what is wrong.
  }
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}

/** Whether something has this name, be it a link that leads nowhere. */
export function isTaken(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false; // its folder cannot be reached
  }
}
