import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import type { Problem } from '../../shared/api/project.ts';
import type { Migration } from './migrations/migration.ts';

type Part = { type: string; name: string; sql: string | null };

const parts = `SELECT type, name, sql FROM sqlite_schema ORDER BY name`;

/** The tables and indexes of a file of this version that are not there, or not as Galley makes them. Further ones may be there. */
export function misshapen(db: Database, migrations: readonly Migration[], version: number): string[] {
  const model = new SqliteDatabase(':memory:');
  try {
    for (const step of migrations) if (step.version <= version) model.exec(step.sql);
    const found = new Map(
      db
        .prepare<[], Part>(parts)
        .all()
        .map((part) => [part.name, part]),
    );
    return model
      .prepare<[], Part>(parts)
      .all()
      .filter(({ type, name, sql }) => found.get(name)?.type !== type || found.get(name)?.sql !== sql)
      .map(({ name }) => name);
  } finally {
    model.close();
  }
}

/** The tables and indexes against those that Galley makes. */
export function verifyShape(db: Database, migrations: readonly Migration[], version: number): Problem[] {
  return misshapen(db, migrations, version).map((name) => ({
    kind: 'file',
    document: '',
    message: `The description of ${name} in the file is not as Galley wrote it.`,
  }));
}
