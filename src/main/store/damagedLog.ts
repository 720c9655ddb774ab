import { constants, copyFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { readHead } from './backup/head.ts';
import { freeName, stemOf } from './freeName.ts';

/** Copies a project and its damaged log beside it, under names that SQLite takes for nothing of the project's. Answers with them. */
export function keepLogAside(path: string): { file: string; log: string } {
  const folder = dirname(path);
  const file = freeName((mark) => `${stemOf(path)} (damaged log${mark}).galley`, folder);
  const log = freeName((mark) => `${stemOf(path)} (damaged log${mark}).wal`, folder);
  copyFileSync(path, join(folder, file), constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  copyFileSync(`${path}-wal`, join(folder, log), constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  return { file, log };
}

/** What a user is told of a damaged log that was taken in as far as it can be read. */
export function lossNotice(db: Database, path: string, lost: number, kept: { file: string; log: string }): string {
  const last = readHead(db);
  const whose = last?.coder ? ` by ${last.coder}` : '';
  const when = last ? `, ${new Date(last.at).toISOString().slice(0, 16).replace('T', ' ')} UTC` : '';
  const here = last
    ? `Here is all that was done up to “${last.label}”${whose}${when}`
    : 'Nothing that was done is here';
  return `The log of ${basename(path)}, which its program left when it ended, is damaged. ${here}; ${lost === 1 ? 'one later change' : `${lost} later changes`} cannot be read. File and log were kept as “${kept.file}” and “${kept.log}”. To go on with what is here, close the project and open it again; for another state, restore a backup.`;
}
