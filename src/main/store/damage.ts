import { basename } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { said, say, wordsOf } from '../../shared/words/message.ts';
import type { Message } from '../../shared/words/message.ts';
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
  return new AppError('file-damaged', said('store.projectDamaged', { damage }));
}

/** What a user is told of a damaged project, on one line. */
export function damageTold(path: string, what: string | Message): Message {
  return said('store.damaged', { name: basename(path), what });
}

/** The words of `damageTold`. */
export function damageAdvice(path: string, what: string): string {
  return say(damageTold(path, what));
}

/** What kept SQLite from reading a project's records when it was opened, as an error for the user. Others stay as they are. */
export function openingDamage(error: unknown, path: string): unknown {
  if (!(error instanceof SqliteDatabase.SqliteError)) return error;
  return new AppError('file-damaged', damageTold(path, error.message), { path });
}

/** What Galley did not make in the file and has a say in what is written; null where there is nothing. */
export function strangePart(db: Database): Message | null {
  const part = meddler(db, migrations, fileVersion(db));
  return part === undefined ? null : said('store.strangePart', namedPart(part));
}

/** Looks whether a file is whole: its pages, the description of its tables, and what is strange in it. What is wrong, or null. Reads all of it once. */
export function findDamage(db: Database): string | Message | null {
  try {
    const [first] = db.pragma('quick_check(1)') as { quick_check: string }[]; // as SQLite documents it
    if (first === undefined) return said('store.cannotBeChecked');
    if (first.quick_check !== 'ok') return first.quick_check.replace(/\s+/gu, ' ');
    const [part] = misshapen(db, migrations, fileVersion(db));
    return part === undefined ? strangePart(db) : said('store.changedDescription', { part });
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError) return error.message;
    throw error;
  }
}

/** The words of `findDamage`, or ''. */
export function lookThrough(db: Database): string {
  return wordsOf(findDamage(db) ?? '');
}
