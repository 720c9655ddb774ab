import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The first of the names that is free in the folder: with no mark, then with “ 2”, “ 3” and so on. */
export function freeName(name: (mark: string) => string, folder: string): string {
  for (let number = 1; ; number++) {
    const candidate = name(number === 1 ? '' : ` ${number}`);
    if (!existsSync(join(folder, candidate))) return candidate;
  }
}

/** A project file's name without its ending. */
export function stemOf(path: string): string {
  return basename(path).replace(/\.galley$/iu, '');
}
