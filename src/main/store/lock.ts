import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { said } from '../../shared/words/message.ts';
import type { Message } from '../../shared/words/message.ts';
import { find, identityOf } from './identity.ts';
import { lockFile } from './lockFile.ts';
import type { FileLock } from './lockFile.ts';
import { privateFolder } from './privateFolder.ts';

/** Held while a project is open for writing. */
export type ProjectLock = FileLock;

/** Why the right to write cannot be had, in a sentence, and the path under which the project can be read safely. */
export type LockRefusal = { reason: Message; path: string };

const inUse = said('store.inUse');

/**
 * Takes the right to write the project at a real path. There are two locks: one beside the file, for all who reach it under this
 * name, on other machines and as other users too; and one of this user's on this machine, named after the file itself, for the
 * further names (hard links) that a file may have.
 */
export function lockProject(path: string, folder = privateFolder('locks')): ProjectLock | LockRefusal {
  const place = `${path}-lock`;
  const mode = Number((find(path)?.mode ?? 0o600n) & 0o666n);
  const beside = lockFile(place, mode);
  if (beside === 'busy') return { reason: inUse, path };
  if (beside === 'unusable') {
    return { reason: said('store.lockPlaceTaken', { place: basename(place) }), path };
  }
  const own = lockFileItself(path, folder);
  if ('reason' in own) {
    beside.release();
    return own;
  }
  return {
    release() {
      own.release();
      beside.release();
    },
  };
}

function lockFileItself(path: string, folder: string | null): FileLock | LockRefusal {
  const found = find(path);
  const several = found !== null && found.nlink > 1n;
  const name = basename(path);
  if (several && process.getuid !== undefined && found.uid !== BigInt(process.getuid())) {
    return { reason: said('store.linkedOfAnotherUser', { name }), path };
  }
  const identity = identityOf(path);
  if (folder !== null && identity !== null) {
    const place = join(folder, identity);
    const lock = lockFile(place, 0o600);
    if (lock === 'busy') return { reason: inUse, path: nameInUse(`${place}.name`, identity) ?? path };
    if (lock !== 'unusable') return named(lock, `${place}.name`, path);
  }
  if (!several) return { release: () => undefined }; // the lock beside it is enough
  return { reason: said('store.linkedWithoutLock', { name }), path };
}

/**
 * Notes under which name the file is open: its log lies there, so who reads it meanwhile must come by that name, too. The note
 * stays as long as a log does.
 */
function named(lock: FileLock, note: string, path: string): FileLock {
  writeFileSync(note, path, { mode: 0o600 });
  return {
    release() {
      if (!existsSync(`${path}-wal`)) rmSync(note, { force: true });
      lock.release();
    },
  };
}

/**
 * The name of a file under which its log was left, where it has several (hard links): whoever opens it by another name would not
 * have what is in the log, and make the log useless. The name itself where there is none, or nothing is known of it.
 */
export function nameOfLog(path: string, folder = privateFolder('locks')): string {
  const found = find(path);
  if (!found || found.nlink < 2n || folder === null || existsSync(`${path}-wal`)) return path;
  const identity = identityOf(path) ?? '';
  const other = nameInUse(`${join(folder, identity)}.name`, identity);
  return other !== null && existsSync(`${other}-wal`) ? other : path;
}

function nameInUse(note: string, identity: string): string | null {
  try {
    const path = readFileSync(note, 'utf8');
    return identityOf(path) === identity ? path : null;
  } catch {
    return null; // it was closed this very moment
  }
}
