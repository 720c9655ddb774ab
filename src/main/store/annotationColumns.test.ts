import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codingsTogether } from './annotationColumns.ts';
import { createStore } from './database.ts';

test('The codings of a document come out of the index in its order, without being sorted or kept aside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-columns-'));
  const store = createStore(join(folder, 'P.galley'));
  try {
    const steps = store.db.prepare(`EXPLAIN QUERY PLAN ${codingsTogether}`).all(null);
    expect((steps as { detail: string }[]).map(({ detail }) => detail)).toEqual([
      'SEARCH annotation USING INDEX annotation_by_place (document=?)',
    ]);
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
});
