import type { Database } from 'better-sqlite3';
import { columnsOf } from './columns.ts';
import type { Column } from './columns.ts';
import type { RowChange } from './rowChange.ts';
import { misfit } from './misfit.ts';
import { prepare } from './statements.ts';

/** Takes back or repeats the row changes `first` to `last` one by one, in their order: every state between was lawful. */
export function replayRows(db: Database, direction: 'undo' | 'redo', first: number, last: number): void {
  const order = direction === 'undo' ? 'DESC' : 'ASC';
  const batch = prepare<{ id: number } & RowChange>(
    db,
    `SELECT id, record, pk, before, after FROM journal_change WHERE id BETWEEN ? AND ? ORDER BY id ${order} LIMIT 1000`,
  );
  const columns = new Map<string, Column[]>();
  for (let low = first, high = last; low <= high;) {
    const rows = batch.all(low, high);
    for (const row of rows) {
      let known = columns.get(row.record);
      if (!known) columns.set(row.record, (known = columnsOf(db, row.record)));
      const [from, to] = direction === 'undo' ? [row.after, row.before] : [row.before, row.after];
      putImage(db, row, known, from, to);
    }
    const done = rows.at(-1)?.id;
    if (done === undefined) return;
    if (direction === 'undo') high = done - 1;
    else low = done + 1;
  }
}

/** Turns one row from image `from` into image `to`. Throws when the row is not there as it should be. */
function putImage(
  db: Database,
  row: RowChange,
  columns: readonly Column[],
  from: string | null,
  to: string | null,
): void {
  const present = to === null ? null : (JSON.parse(to) as Record<string, string | number | null>); // our own image
  if (present === null) {
    expectOne(prepare(db, `DELETE FROM "${row.record}" WHERE id = ?`).run(row.pk), row);
    return;
  }
  // A column that came with a later version of the file is not in an older image: it keeps its value or default.
  const used = columns.filter(({ name }) => Object.hasOwn(present, name));
  const values = used.map(({ name, type }) => {
    const value = present[name] ?? null;
    return type === 'BLOB' && typeof value === 'string' ? Buffer.from(value, 'hex') : value;
  });
  if (from === null) {
    const names = used.map(({ name }) => `"${name}"`).join(', ');
    const marks = used.map(() => '?').join(', ');
    expectOne(prepare(db, `INSERT INTO "${row.record}" (${names}) VALUES (${marks})`).run(...values), row);
  } else {
    const sets = used.map(({ name }) => `"${name}" = ?`).join(', ');
    expectOne(prepare(db, `UPDATE "${row.record}" SET ${sets} WHERE id = ?`).run(...values, row.pk), row);
  }
}

function expectOne(result: { changes: number }, row: RowChange): void {
  if (result.changes !== 1) throw misfit(row.record);
}
