import { randomBytes } from 'node:crypto';
import { closeSync, linkSync, lstatSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { say } from '../../shared/words/message.ts';
import { logEnds, syncFile } from './backup/copy.ts';
import { lockProject } from './lock.ts';
import type { ProjectLock } from './lock.ts';
import { systemCode } from './systemFault.ts';

/**
 * A new project file gets its name when it is whole: whoever is killed while making it leaves nothing under that name. Until then
 * it lies beside its place as `.galley-….new`, locked, and what nobody locks any more is cleared away by the next one who makes or
 * opens a project in the folder.
 */
export type YoungFile = {
  readonly path: string;
  readonly lock: ProjectLock;
  /** Gives it the name, which must be free: throws the system's EEXIST. */
  name(path: string): void;
  /** Removes it, if it has no name yet, and lets the lock go. */
  end(): void;
};

const shape = /^\.galley-[0-9a-f]{12}\.new/u;

/** A place for a new file beside `path`. The file itself is not made. */
export function youngFile(path: string): YoungFile {
  const place = join(dirname(path), `.galley-${randomBytes(6).toString('hex')}.new`);
  const lock = lockProject(place);
  if ('reason' in lock) throw new Error(say(lock.reason)); // nobody knows the name
  return {
    path: place,
    lock,
    name(wanted) {
      try {
        linkSync(place, wanted);
      } catch (error) {
        if (systemCode(error) === 'EEXIST') throw error;
        // Where files have one name only, an empty file keeps the place.
        closeSync(openSync(wanted, 'wx', 0o600));
        renameSync(place, wanted);
      }
      rmSync(place, { force: true });
      syncFile(dirname(wanted));
    },
    end() {
      remove(place);
      lock.release();
    },
  };
}

/**
 * Clears away what programs that were killed had begun in this folder. It is a courtesy: what is no file, or may not be removed by
 * this user, stays and is in nobody's way.
 */
export function clearYoungFiles(folder: string): void {
  for (const name of youngNames(folder)) {
    const place = join(folder, name);
    if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory()) continue;
    const lock = lockProject(place);
    if ('reason' in lock) continue;
    try {
      remove(place);
    } catch {
      // It is another user's, or protected.
    } finally {
      lock.release();
    }
  }
}

function youngNames(folder: string): Set<string> {
  try {
    return new Set(readdirSync(folder).flatMap((name) => shape.exec(name)?.[0] ?? []));
  } catch {
    return new Set(); // in a folder that cannot be listed nothing can be found
  }
}

function remove(place: string): void {
  for (const end of ['', ...logEnds]) rmSync(`${place}${end}`, { force: true });
}
