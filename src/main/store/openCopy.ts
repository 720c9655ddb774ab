import { chmodSync, closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import { openStore } from './database.ts';
import { openReader } from './openReader.ts';
import type { Store } from './database.ts';

/**
 * Writes all that the open project holds, its log included, to a new file at `path`, and opens that for writing. The project's own
 * file is not needed for it: it may be gone from its folder. Throws what the file system and SQLite say; then there is no file.
 */
export function openCopy(store: Store, path: string): Store {
  closeSync(openSync(path, 'wx', 0o600));
  try {
    store.db.prepare('VACUUM INTO ?').run(path);
    chmodSync(path, store.mode);
    sync(path);
    if (process.platform !== 'win32') sync(dirname(path)); // its name must outlive a crash, too; Windows sees to that itself
    refuseLess(store.db, path);
    const copy = openStore(path);
    if (!copy.readOnly) return copy;
    copy.close();
    throw new Error(copy.readOnlyReason);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** The copy must end with the same act. */
function refuseLess(db: Database, path: string): void {
  const copy = openReader(path);
  try {
    if (lastAct(copy) !== lastAct(db)) throw new AppError('file-damaged', said('store.copyLacksActs'));
  } finally {
    copy.close();
  }
}

function lastAct(db: Database): number {
  const row = db.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM journal_entry').get();
  return row?.seq ?? 0;
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
