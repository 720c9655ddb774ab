import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { ensureFolder, explaining } from '../files/wholeFiles.ts';

/** A folder of files that appear under their names only when all of them are whole. */
export type WholeFolder = {
  /** `name` may have folders in it, separated by `/`. With `append` the content follows what the file has. */
  write(name: string, content: string | Uint8Array, append: boolean): void;
  /** The names of the files so far, with folders as they were given. */
  names(): string[];
  /**
   * Puts the files in their places: the folder in one step where there was none, else file by file in place of those of
   * the same names. Answers with the names of files of the same kinds that were there before and are not among them.
   */
  publish(): string[];
  /** Removes what was written. Nothing happens once the folder is published. */
  discard(): void;
};

/** Begins a folder beside its place. Throws AppError `file-unwritable`. */
export function openWholeFolder(path: string): WholeFolder {
  const temporary = join(dirname(path), `.galley-${randomBytes(6).toString('hex')}.tmp`);
  ensureFolder(temporary);
  const names = new Set<string>();
  const made = new Set<string>();
  return {
    write(name, content, append) {
      const folder = dirname(name);
      explaining(path, () => {
        if (!made.has(folder)) mkdirSync(join(temporary, folder), { recursive: true });
        made.add(folder);
        if (append) appendFileSync(join(temporary, name), content);
        else writeFileSync(join(temporary, name), content, { flag: 'wx' });
      });
      names.add(name);
    },
    names: () => [...names],
    publish() {
      if (!existsSync(path)) {
        explaining(path, () => renameSync(temporary, path));
        return [];
      }
      refuseFolders(path, names);
      explaining(path, () => {
        for (const folder of made) mkdirSync(join(path, folder), { recursive: true });
        for (const name of names) renameSync(join(temporary, name), join(path, name));
      });
      rmSync(temporary, { recursive: true, force: true });
      return leftBehind(path, made, names);
    },
    discard() {
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

/** A folder that stands where a file is to go would stop the work half-way: it is refused before the first step. */
function refuseFolders(path: string, names: ReadonlySet<string>): void {
  for (const name of names) {
    const place = join(path, name);
    if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) continue;
    throw new AppError('file-unwritable', said('exporting.folderInPlace', { path: place }), { path: place });
  }
}

function leftBehind(path: string, folders: ReadonlySet<string>, names: ReadonlySet<string>): string[] {
  const kinds = new Set([...names].map((name) => extname(name)));
  return [...folders].flatMap((folder) =>
    readdirSync(join(path, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && kinds.has(extname(entry.name)))
      .map((entry) => (folder === '.' ? entry.name : `${folder}/${entry.name}`))
      .filter((name) => !names.has(name))
      .sort(),
  );
}
