import { constants, copyFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { storeWords } from '#words/core/store.ts';
import { labelWords } from '../../shared/words/act.ts';
import { readHead } from './backup/head.ts';
import { freeName, stemOf } from './freeName.ts';

/** Copies a project and its damaged log beside it, under names that SQLite takes for nothing of the project's. Answers with them. */
export function keepLogAside(path: string): { file: string; log: string } {
  const folder = dirname(path);
  const stem = stemOf(path);
  const file = freeName((mark) => storeWords.damagedLogFile({ stem, mark }), folder);
  const log = freeName((mark) => storeWords.damagedLogName({ stem, mark }), folder);
  copyFileSync(path, join(folder, file), constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  copyFileSync(`${path}-wal`, join(folder, log), constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  return { file, log };
}

/** What a user is told of a damaged log that was taken in as far as it can be read. */
export function lossNotice(db: Database, path: string, lost: number, kept: { file: string; log: string }): string {
  const head = readHead(db);
  const at = head && new Date(head.at).toISOString().slice(0, 16).replace('T', ' ');
  const last = head && at !== null ? { label: labelWords(head.label), coder: head.coder, at } : null;
  return storeWords.damagedLog({ name: basename(path), last, lost, ...kept });
}
