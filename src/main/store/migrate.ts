import { chmodSync, constants, copyFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import { freeName, stemOf } from './freeName.ts';
import type { Migration, MigrationProgress } from './migrations/migration.ts';
import { misshapen } from './verifyShape.ts';

/** Marks a SQLite file as a Galley project: “GALY”. */
export const applicationId = 0x47414c59;

export function fileVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number; // SQLite answers with an integer
}

/**
 * Brings a project file to the newest version, each step in a transaction of its own. An older file is copied beside
 * itself first, as `NAME (version N).galley`, or with a number behind it where that is taken. A file from a newer program is refused and not touched.
 */
export function migrate(
  db: Database,
  path: string,
  migrations: readonly Migration[],
  progress: MigrationProgress = () => undefined,
): void {
  const from = fileVersion(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (from > newest) throw newerFile(path, from, newest);
  if (from < newest) refuseMisshapen(db, path, migrations, from);
  if (from > 0 && from < newest) copyAside(db, path, from);
  for (const step of migrations.filter((migration) => migration.version > from)) {
    db.transaction(() => {
      db.exec(step.sql);
      step.run?.(db, progress);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${step.version}`);
    })();
  }
}

export function newerFile(path: string, version: number, newest: number): AppError {
  return new AppError('file-newer', said('store.newerFile', { name: basename(path), version, newest }), {
    version,
    newest,
  });
}

/** A file whose version does not fit what is in it would come out of its migrations as something else. */
function refuseMisshapen(db: Database, path: string, migrations: readonly Migration[], version: number): void {
  const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (version === 0 ? isEmpty : misshapen(db, migrations, version).length === 0) return;
  throw new AppError('file-damaged', said('store.wrongVersion', { name: basename(path), version }), { path });
}

/** The copy gets its name when it is whole, so that no part of one passes for it later. */
function copyAside(db: Database, path: string, version: number): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  const fresh = `${path}-copy`;
  try {
    copyFileSync(path, fresh, constants.COPYFILE_FICLONE);
    chmodSync(fresh, 0o600);
    const name = freeName((mark) => `${stemOf(path)} (version ${version})${mark}.galley`, dirname(path));
    renameSync(fresh, join(dirname(path), name));
  } finally {
    rmSync(fresh, { force: true });
  }
}
