import type { Database } from 'better-sqlite3';
import { openReader } from '../openReader.ts';
import { readTraceless } from '../traceless.ts';

/** The newest entry of a project's journal: which state of the project a file holds. Its label is as the journal keeps it. */
export type Head = { seq: number; at: number; label: string; coder: string | null };

/** The head of an open project; null where nothing was done yet. */
export function readHead(db: Database): Head | null {
  return (
    db.prepare<[], Head>('SELECT seq, at, label, coder FROM journal_entry ORDER BY seq DESC LIMIT 1').get() ?? null
  );
}

/** The head of a file that nobody writes; null also where it cannot be read. */
export function headOf(path: string): Head | null {
  return look(path, readHead);
}

/** Whether the file's journal went through this state: it holds the state, or a later one that grew out of it. */
export function hasPassed(path: string, head: Head): boolean {
  const entry = look(path, (db) =>
    db.prepare<[number], Head>('SELECT seq, at, label, coder FROM journal_entry WHERE seq = ?').get(head.seq),
  );
  return entry !== null && entry?.at === head.at && entry.label === head.label;
}

function look<T>(path: string, read: (db: Database) => T): T | null {
  try {
    return readTraceless(path, (file) => {
      const db = openReader(file);
      try {
        return read(db);
      } finally {
        db.close();
      }
    });
  } catch {
    return null; // the question is what it holds, and what cannot be read holds nothing
  }
}

/** The day of a moment where the program runs, as `2024-03-14`: people look for a backup by their own calendar. */
export function localDay(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
