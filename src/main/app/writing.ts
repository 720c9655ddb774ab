import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';

/** What a task writes: files of a kind in a folder, or one file. */
export type Writing = {
  /** A word for files that belong together: those of other kinds may be written into the same folder meanwhile. */
  kind: string;
  /** The folder, or the file. */
  path: string;
  /** What the user calls it. */
  shownAs: string;
};

/** The places that running tasks write to. */
export type Places = {
  /**
   * Takes a place until the returned function is called; `label` says what the task is called. Throws `conflict` when
   * another task writes there: some files would be of the one and some of the other.
   */
  take(writing: Writing, label: () => string): () => void;
};

export function createPlaces(): Places {
  const taken = new Map<string, () => string>();
  return {
    take({ kind, path, shownAs }, label) {
      const key = `${kind}\n${followed(path)}`;
      const other = taken.get(key);
      if (other) {
        throw new AppError('conflict', said('app.placeTaken', { task: other(), place: shownAs }));
      }
      taken.set(key, label);
      return () => void taken.delete(key);
    },
  };
}

/** The path without symbolic links, as far as there is anything on the disk. */
function followed(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(followed(folder), basename(path)); // what is not there yet is itself no link
  }
}
