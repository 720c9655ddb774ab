import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from '../database.ts';

test('Documents are found by their names in an index, in their order', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-names-'));
  const store = createStore(join(folder, 'P.galley'));
  const plan = store.db
    .prepare('EXPLAIN QUERY PLAN SELECT id FROM document WHERE name = ? ORDER BY position')
    .all('') as { detail: string }[]; // as SQLite documents it
  expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH document USING INDEX document_by_name (name=?)']);
  store.close();
  rmSync(folder, { recursive: true });
});
