import { basename } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { fileVersion } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { meddler, misshapen, namedPart } from './verifyShape.ts';

/** What SQLite says when it meets damage, on one line; null for every other error. */
export function damageIn(error: unknown): string | null {
  const isDamage = error instanceof SqliteDatabase.SqliteError && /CORRUPT|NOTADB/u.test(error.code);
  return isDamage ? error.message : null;
}

/** What met damage while a project was open, as an error for the user. Other errors stay as they are. */
export function damageFault(error: unknown): unknown {
  const damage = damageIn(error);
  if (damage === null) return error;
  return new AppError(
    'file-damaged',
    `The project file is damaged (${damage}), and this needs what cannot be read in it. Verify the project, then restore a backup.`,
  );
}

/** What a user is told of a damaged project, on one line. */
export function damageAdvice(path: string, what: string): string {
  const name = basename(path);
  return `${name} is damaged (${what}), so nothing more is written to it. Verify it to see what is wrong, and restore a backup: “galley backups ${name}” lists them.`;
}

/** What kept SQLite from reading a project's records when it was opened, as an error for the user. Others stay as they are. */
export function openingDamage(error: unknown, path: string): unknown {
  if (!(error instanceof SqliteDatabase.SqliteError)) return error;
  return new AppError('file-damaged', damageAdvice(path, error.message), { path });
}

/** What Galley did not make in the file and has a say in what is written, in words, or ''. */
export function strangePart(db: Database): string {
  const part = meddler(db, migrations, fileVersion(db));
  return part === undefined ? '' : `it holds ${namedPart(part)} that Galley did not make`;
}

/** Looks whether a file is whole: its pages, the description of its tables, and what is strange in it. What is wrong, or ''. Reads all of it once. */
export function lookThrough(db: Database): string {
  try {
    const [first] = db.pragma('quick_check(1)') as { quick_check: string }[]; // as SQLite documents it
    if (first?.quick_check !== 'ok') return (first?.quick_check ?? 'it cannot be checked').replace(/\s+/gu, ' ');
    const [part] = misshapen(db, migrations, fileVersion(db));
    return part === undefined ? strangePart(db) : `the description of ${part} is not as it was written`;
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError) return error.message;
    throw error;
  }
}
