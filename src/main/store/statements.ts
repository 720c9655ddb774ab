import type { Database, Statement } from 'better-sqlite3';

const caches = new WeakMap<Database, Map<string, Statement>>();

/** What can be bound to a parameter. */
export type Bindable = string | number | bigint | Uint8Array | null;

/** A prepared statement whose rows have the type that the caller states beside its SQL. */
export type Prepared<Row> = {
  get(...parameters: Bindable[]): Row | undefined;
  all(...parameters: Bindable[]): Row[];
  iterate(...parameters: Bindable[]): IterableIterator<Row>;
  run(...parameters: Bindable[]): { changes: number; lastInsertRowid: number | bigint };
};

/** Prepares a statement once for each connection and gives it back on later calls. */
export function prepare<Row = unknown>(db: Database, sql: string): Prepared<Row> {
  const cache = caches.get(db) ?? new Map<string, Statement>();
  if (cache.size === 0) caches.set(db, cache);
  let statement = cache.get(sql);
  if (!statement) cache.set(sql, (statement = db.prepare(sql)));
  return statement as unknown as Prepared<Row>; // the caller knows the columns of its own SQL
}

/** As `prepare`, with rows as arrays of their columns: much cheaper for tens of thousands of rows. */
export function prepareRows<Row extends unknown[]>(db: Database, sql: string): Prepared<Row> {
  const statement = prepare<Row>(db, `/* rows */ ${sql}`) as unknown as Statement; // what `prepare` keeps
  return statement.raw() as unknown as Prepared<Row>; // the caller knows the columns of its own SQL
}
