import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectWords } from '#words/core/project.ts';
import { fileNameOf } from '../../../shared/text/fileNames.ts';

/** A file name made of a project's name, good on every system. */
export function projectFileName(name: string): string {
  return `${fileNameOf(name, projectWords.unnamed)}.galley`;
}

/** The name, or the first of “NAME 2”, “NAME 3” … under which a folder has no file yet. */
export function freeProjectName(folder: string, name: string): string {
  for (let at = 1; ; at++) {
    const tried = at === 1 ? name : `${name.slice(0, 290)} ${String(at)}`;
    if (!existsSync(join(folder, projectFileName(tried)))) return tried;
  }
}
