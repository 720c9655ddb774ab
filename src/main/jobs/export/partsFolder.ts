import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { explaining } from '../files/wholeFiles.ts';

/**
 * A folder that readers take for one table: folders `NAME=VALUE` with files in them. It appears under its name only when
 * it is whole, in place of the one that had that name, of which no part may stay behind.
 */
export type PartsFolder = {
  /** Adds to a file of a folder in it, both made where they are missing. */
  append(folder: string, file: string, bytes: Uint8Array): void;
  publish(): void;
  /** Removes what was written. Nothing happens once the folder is published. */
  discard(): void;
};

/** Begins a folder beside its place. Throws AppError `file-unwritable`. */
export function openPartsFolder(path: string): PartsFolder {
  const mark = randomBytes(6).toString('hex');
  const temporary = join(dirname(path), `.galley-${mark}.tmp`);
  const old = join(dirname(path), `.galley-${mark}-old.tmp`);
  explaining(path, () => mkdirSync(temporary));
  const made = new Set<string>();
  let published = false;
  return {
    append(folder, file, bytes) {
      explaining(path, () => {
        if (!made.has(folder)) mkdirSync(join(temporary, folder));
        made.add(folder);
        appendFileSync(join(temporary, folder, file), bytes);
      });
    },
    publish() {
      refuseOthers(path);
      explaining(path, () => {
        const hadOne = moveIfThere(path, old);
        try {
          renameSync(temporary, path);
        } catch (error) {
          if (hadOne) renameSync(old, path);
          throw error;
        }
        published = true;
        rmSync(old, { recursive: true, force: true });
      });
    },
    discard() {
      if (!published) rmSync(temporary, { recursive: true, force: true });
    },
  };
}

/** Whether there was something to move. */
function moveIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** What is in the way is replaced only when it is a table, too: a file, or a folder with nothing but parts. */
function refuseOthers(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  const other = readdirSync(path).find((name) => !name.includes('=') && !name.startsWith('.'));
  if (other === undefined) return;
  throw new AppError('file-unwritable', said('exporting.noTable', { path, other }), { path });
}
