import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { FileRef } from '../../shared/api/files.ts';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';

/** What a reference stands for. `shownAs` is the name that reports use: relative, with forward slashes. */
export type Grant = { path: string; shownAs: string; temporary: boolean };

/** The files and folders that the window may name. Only hosts and the file browser turn paths into references. */
export type Grants = {
  grant(path: string, options?: { temporary?: boolean; shownAs?: string }): FileRef;
  /** Throws `not-found` for a word that no one granted. */
  find(file: FileRef): Grant;
  path(file: FileRef): string;
};

export function createGrants(): Grants {
  const byRef = new Map<FileRef, Grant>();
  const byPath = new Map<string, FileRef>();
  const find = (file: FileRef): Grant => {
    const grant = byRef.get(file);
    if (!grant) throw new AppError('not-found', said('app.fileNotGranted'));
    return grant;
  };
  return {
    grant(path, options = {}) {
      const shownAs = options.shownAs ?? basename(path);
      const key = `${path}\n${shownAs}`;
      const known = byPath.get(key);
      if (known !== undefined) return known;
      const file: FileRef = `file-${randomBytes(18).toString('base64url')}`;
      byRef.set(file, { path, shownAs, temporary: options.temporary ?? false });
      byPath.set(key, file);
      return file;
    },
    find,
    path: (file) => find(file).path,
  };
}
