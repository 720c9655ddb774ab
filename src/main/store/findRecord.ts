import type { Database } from 'better-sqlite3';
import type { ListedTable } from '../../shared/api/events.ts';
import type { RecordOf } from '../../shared/model/recordTables.ts';
import type { Id } from '../../shared/model/records.ts';
import { findAnswer } from './rows/answer.ts';
import { findDocument } from './rows/document.ts';
import { recordReader } from './rows/record.ts';

type Find<T extends ListedTable> = (db: Database, id: Id) => RecordOf<T> | undefined;

/** Records that are more than their row. */
const joined: { readonly [T in ListedTable]?: Find<T> } = { answer: findAnswer, document: findDocument };

const finders = new Map<ListedTable, Find<ListedTable>>();

/** A record of any kind as it is now, as the contract gives it. */
export function findRecord(db: Database, table: ListedTable, id: Id): RecordOf<ListedTable> | undefined {
  let find = finders.get(table);
  // A row of a table that is not joined says all of its record.
  if (!find) finders.set(table, (find = joined[table] ?? (recordReader(table).find as Find<ListedTable>)));
  return find(db, id);
}
