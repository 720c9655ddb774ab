import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageTableNames, packageTables } from '../../shared/model/packageRows.ts';
import { createStore } from './database.ts';
import { journaledTables } from './rowChange.ts';
import { prepare } from './statements.ts';

/** What packages leave out on purpose: texts and where they come from, and talk about single places. */
const leftOut = {
  tables: ['project', 'import', 'text_version', 'disagreement'],
  columns: {
    document: [
      'text',
      'original',
      'import',
      'importer',
      'importer_version',
      'encoding',
      'encoding_source',
      'line_ends',
      'warnings',
    ],
  } as Readonly<Partial<Record<string, readonly string[]>>>,
};

test('A package carries every column of every record table, but for what it leaves out on purpose', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-package-'));
  const store = createStore(join(folder, 'a.galley'));
  try {
    expect([...packageTableNames, ...leftOut.tables].sort()).toEqual([...journaledTables].sort());
    for (const table of packageTableNames) {
      const columns = prepare<{ name: string }>(store.db, 'SELECT name FROM pragma_table_info(?)').all(table);
      const carried = [...Object.keys(packageTables[table]), ...(leftOut.columns[table] ?? [])];
      expect(carried.sort(), table).toEqual(columns.map(({ name }) => name).sort());
    }
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
