import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFile } from '../store/lockFile.ts';
import { makeFolder, privateFolder } from '../store/privateFolder.ts';

/** A folder that is this program's as long as it runs. */
export type TemporaryFolder = { readonly path: string; remove(): void };

/** Locked in each folder by the program that it belongs to. */
const owner = 'owner';
const attempts = 10;

/** Where temporary folders of this user's windows lie; null where there can be no place for them that is closed to others. */
function windowsFolder(): string | null {
  const user = process.getuid?.();
  return makeFolder(join(tmpdir(), user === undefined ? 'galley' : `galley-${user}`), ['windows'], user);
}

/** Makes a folder that only this user can read. `above` is for tests. */
export function makeTemporaryFolder(above = windowsFolder()): TemporaryFolder {
  // Without a place of our own nobody can clear away what is left there; the system does that in the end.
  if (above === null) return unowned(mkdtempSync(join(tmpdir(), 'galley-')));
  for (let attempt = 1; ; attempt++) {
    const path = mkdtempSync(join(above, 'window-'));
    const lock = lockFile(join(path, owner), 0o600);
    if (typeof lock !== 'string') {
      return {
        path,
        remove() {
          lock.release();
          clear(path);
        },
      };
    }
    // Another program that starts has taken the new folder for one that was left.
    if (attempt === attempts) return unowned(path);
  }
}

function unowned(path: string): TemporaryFolder {
  return { path, remove: () => clear(path) };
}

/** Clears away what programs of this user left that have ended. Never what one uses that still runs, on whatever account. */
export function clearLeftovers(above = windowsFolder(), locks = privateFolder('locks')): void {
  for (const name of namesIn(above)) {
    const path = join(above ?? '', name);
    const lock = lockFile(join(path, owner), 0o600);
    if (typeof lock === 'string') continue;
    lock.release();
    clear(path);
  }
  for (const name of namesIn(locks)) {
    if (name.endsWith('.name')) continue;
    const lock = lockFile(join(locks ?? '', name), 0o600);
    if (typeof lock === 'string') continue;
    rmSync(join(locks ?? '', `${name}.name`), { force: true });
    lock.release();
  }
}

function clear(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function namesIn(folder: string | null): string[] {
  if (folder === null) return [];
  try {
    return readdirSync(folder);
  } catch {
    return []; // gone this moment; what cannot be read cannot be cleared either
  }
}
