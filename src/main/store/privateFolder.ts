import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of this user on this machine, the same for every Galley of theirs whatever its settings are and closed to others; null
 * where it cannot be had. On Unix its place must not hang on TMPDIR, which differs between sessions of one user.
 */
export function privateFolder(...below: string[]): string | null {
  const user = process.getuid?.();
  const top = user === undefined ? join(tmpdir(), 'galley') : `/tmp/galley-${user}`;
  return makeFolder(top, below, user);
}

/** `top` and what is below it, made where it is missing; null unless all of it belongs to `user` alone. */
export function makeFolder(top: string, below: readonly string[], user: number | undefined): string | null {
  let folder = top;
  try {
    ensureOwn(folder, user);
    for (const name of below) {
      folder = join(folder, name);
      ensureOwn(folder, user);
    }
    return folder;
  } catch {
    return null; // someone else's, a file, or a place that cannot be written: what for does not matter here
  }
}

function ensureOwn(folder: string, user: number | undefined): void {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) mkdirSync(folder, { mode: 0o700, recursive: true });
  const found = lstatSync(folder); // not followed: a link could lead to where others may write
  if (!found.isDirectory() || (user !== undefined && found.uid !== user)) throw new Error('not a folder of this user');
  if (user !== undefined && (found.mode & 0o077) !== 0) chmodSync(folder, 0o700);
}
