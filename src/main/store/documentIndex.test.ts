import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStore } from './database.ts';
import type { Store } from './database.ts';
import { answersInDocument } from './rows/answer.ts';
import { answered, factColumn, headPage, statusColumn } from './rows/documentList.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-index-'));
  store = createStore(join(folder, 'P.galley'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** What SQLite does for a statement, a line a step. */
function plan(sql: string): string[] {
  const marks = sql.match(/\?/gu) ?? [];
  const rows = store.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...marks.map(() => null));
  return (rows as { detail: string }[]).map(({ detail }) => detail);
}

describe('The document list', () => {
  test('finds answers, facts and statuses in indexes alone', () => {
    for (const sql of [
      answered('= ?', 'equal'),
      answered('= ?', 'any'),
      answered('= ?', 'holds'),
      answered('IS NULL', 'equal'),
      factColumn,
    ]) {
      expect(plan(sql)[0]).toMatch(/^SEARCH answer USING COVERING INDEX answer_by_variable/u);
    }
    expect(plan(statusColumn)).toEqual(['SEARCH progress USING COVERING INDEX progress_by_coder (coder=?)']);
    expect(plan(headPage)).toEqual(['SEARCH document USING INTEGER PRIMARY KEY (rowid>?)']);
  });

  test('finds the answers of an open document by index, those of passages too', () => {
    const steps = plan(answersInDocument).filter((step) => step.includes('answer'));
    expect(steps).toHaveLength(2);
    for (const step of steps) expect(step).toMatch(/^SEARCH answer USING INDEX answer_by_\w+ \(document=\?\)/u);
  });
});
