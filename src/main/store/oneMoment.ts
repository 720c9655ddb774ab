import type { Database } from 'better-sqlite3';

/**
 * Runs `read` in one read transaction: everything it sees is of the same moment, whatever others write meanwhile. The
 * connection must be a reader's own.
 */
export function atOneMoment<T>(db: Database, read: () => T): T {
  db.exec('BEGIN');
  try {
    return read();
  } finally {
    db.exec('COMMIT');
  }
}

/** As `atOneMoment`, for reading that waits in between. The connection must be used by nobody else meanwhile. */
export async function throughOneMoment<T>(db: Database, read: () => Promise<T>): Promise<T> {
  db.exec('BEGIN');
  try {
    return await read();
  } finally {
    db.exec('COMMIT');
  }
}
