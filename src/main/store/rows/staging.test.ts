import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededRandom } from '../../../shared/stats/random.ts';
import { createStore, openStore } from '../database.ts';
import type { Store } from '../database.ts';
import { newId } from '../ids.ts';
import { historyState, record, replay } from '../journal.ts';
import { hashText } from './content.ts';
import type { NewContent, StoredContent } from './content.ts';
import { insertDocument, insertImport } from './document.ts';
import { openStaging } from './staging.ts';
import type { Staging } from './staging.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-staging-'));
  store = createStore(join(folder, 'P.galley'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** A text with an original of its own, or one that is the text's UTF-8 form. */
function contentOf(content: string, file = content): NewContent {
  const bytes = Buffer.from(file, 'utf8');
  const isText = file === content;
  return {
    text: { content, sha256: hashText(content), codePoints: content.length },
    original: {
      sha256: hashText(file),
      size: bytes.length,
      packing: isText ? 'text' : 'none',
      bytes: isText ? null : bytes,
    },
  };
}

/** Makes documents of stored content, as the command of a task does. */
function commit(staging: Staging, rows: readonly StoredContent[], names: readonly string[]): void {
  record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
    const origin = newId();
    insertImport(store.db, { id: origin, coder: null, program: 'test', options: {} }, 1);
    rows.forEach((row, at) => {
      const name = names[at] ?? '';
      const facts = { importer: 'text', importerVersion: 1, encoding: 'utf-8', encodingSource: 'bom', lineEnds: 'lf' };
      const looks = { warnings: [], language: '', direction: 'ltr' as const };
      const place = { ...row, position: at, path: name, import: origin };
      insertDocument(store.db, { id: newId(), name, ...place, ...facts, ...looks }, 1);
    });
    staging.keep();
    return { label: 'Import', output: null };
  });
}

/** Names of documents with their texts and originals; every stored text and original by row. */
function held(): { documents: [string, string, string][]; texts: Map<number, string>; originals: number[] } {
  const rows = store.db
    .prepare(
      `SELECT name, mine.content AS text, ifnull(kept.content, CAST(bytes AS TEXT)) AS original FROM document
       JOIN text AS mine ON mine.id = document.text JOIN original ON original.id = document.original
       LEFT JOIN text AS kept ON kept.id = original.text`,
    )
    .all() as { name: string; text: string; original: string }[];
  const texts = store.db.prepare('SELECT id, content FROM text').all() as { id: number; content: string }[];
  const originals = store.db.prepare('SELECT id FROM original ORDER BY id').all() as { id: number }[];
  return {
    documents: rows.map(({ name, text, original }) => [name, text, original]),
    texts: new Map(texts.map(({ id, content }) => [id, content])),
    originals: originals.map(({ id }) => id),
  };
}

function staged(): unknown {
  const count = (table: string): string => `(SELECT count(*) FROM ${table}) AS ${table}`;
  return store.db.prepare(`SELECT ${['staging', 'staged_text', 'staged_original'].map(count).join(', ')}`).get();
}

const none = { staging: 0, staged_text: 0, staged_original: 0 };

describe('Stagings', () => {
  test('of two tasks have nothing to do with each other, and no row number is given twice', () => {
    const [one, two] = [openStaging(store.db), openStaging(store.db)];
    const mine = two.add([contentOf('two 1'), contentOf('two 2')]);
    const gone = one.add([contentOf('one 1'), contentOf('one 2', 'file of one 2')]);
    one.end();
    const again = two.add([contentOf('two 3'), contentOf('two 4', 'file of two 4')]);
    expect(gone.some(({ text }) => again.some((row) => row.text === text))).toBe(false);
    expect(gone.some(({ original }) => again.some((row) => row.original === original))).toBe(false);
    commit(two, [...mine, ...again], ['1', '2', '3', '4']);
    two.end();
    expect(held().documents).toEqual([
      ['1', 'two 1', 'two 1'],
      ['2', 'two 2', 'two 2'],
      ['3', 'two 3', 'two 3'],
      ['4', 'two 4', 'file of two 4'],
    ]);
    expect(held().texts.size).toBe(4);
    expect(staged()).toEqual(none);
  });

  test('give no row number again after the project was opened anew', () => {
    const [row] = openStaging(store.db).add([contentOf('left behind')]);
    const path = store.path;
    store.close();
    store = openStore(path);
    expect([held().texts.size, held().originals, staged()]).toEqual([0, [], none]);
    const [next] = openStaging(store.db).add([contentOf('another')]);
    expect(next?.text).toBeGreaterThan(row?.text ?? Infinity);
    expect(next?.original).toBeGreaterThan(row?.original ?? Infinity);
  });

  test.each([['first'], ['second']])(
    'let what two tasks need go with the last of them (the %s ends first)',
    (which) => {
      const [one, two] = [openStaging(store.db), openStaging(store.db)];
      // Both read the same file, but not alike: for the second its bytes are not the text.
      one.add([contentOf('bytes')]);
      two.add([contentOf('another reading', 'bytes')]);
      const [before, after] = which === 'first' ? [one, two] : [two, one];
      before.end();
      expect(held().originals).toHaveLength(1);
      expect([...held().texts.values()]).toContain('bytes');
      after.end();
      expect([held().texts.size, held().originals, staged()]).toEqual([0, [], none]);
    },
  );

  test('keep what became the project’s through another task, undone or not', () => {
    const [one, two] = [openStaging(store.db), openStaging(store.db)];
    const rows = one.add([contentOf('shared'), contentOf('bytes')]);
    two.add([contentOf('shared'), contentOf('another reading', 'bytes'), contentOf('mine')]);
    commit(one, rows, ['shared', 'bytes']);
    one.end();
    replay(store.db, 'undo', null, 2);
    two.end();
    expect([...held().texts.values()].sort()).toEqual(['bytes', 'shared']);
    replay(store.db, 'redo', null, 2);
    expect(held().documents).toEqual([
      ['shared', 'shared', 'shared'],
      ['bytes', 'bytes', 'bytes'],
    ]);
  });

  test('tell rows that hold something else', () => {
    const staging = openStaging(store.db);
    const [row, other] = staging.add([contentOf('right', 'file'), contentOf('wrong')]);
    if (!row || !other) throw new Error('nothing was staged');
    const right = { rows: row, text: hashText('right'), original: hashText('file') };
    expect(staging.unlike([right])).toBeUndefined();
    expect(staging.unlike([])).toBeUndefined();
    for (const rows of [
      { ...row, text: other.text },
      { ...row, original: other.original },
      { text: 99, original: row.original },
    ]) {
      expect(staging.unlike([{ ...right, rows }])).toBe(0);
      const many = [...Array.from({ length: 4100 }, () => right), { ...right, rows }, right, { ...right, rows }];
      expect(staging.unlike(many)).toBe(4100);
    }
  });

  test.each([1, 2, 3, 4, 5])('hold in every order of tasks, undo and redo (seed %i)', (seed) => {
    const random = seededRandom(seed);
    type Running = { staging: Staging; rows: StoredContent[]; texts: string[] };
    const running: Running[] = [];
    const contents = new Map<string, string>(); // what each document was made of, by its name
    const numbers = new Map<number, string>(); // what each row number of a text ever stood for
    let made = 0;
    for (let step = 0; step < 300; step++) {
      const at = Math.floor(random() * running.length);
      const task = running[at];
      const choice = random();
      if (choice < 0.2 && running.length < 4) running.push({ staging: openStaging(store.db), rows: [], texts: [] });
      else if (choice < 0.6 && task) {
        const text = `text ${Math.floor(random() * 60)}`;
        task.rows.push(...task.staging.add([contentOf(text, random() < 0.5 ? text : `file of ${text}`)]));
        task.texts.push(text);
      } else if (choice < 0.7 && task) {
        const names = task.texts.map((text) => {
          const name = `document ${++made}`;
          contents.set(name, text);
          return name;
        });
        commit(task.staging, task.rows, names);
        task.staging.end();
        running.splice(at, 1);
      } else if (choice < 0.8 && task) {
        task.staging.end();
        running.splice(at, 1);
      } else if (choice < 0.9 && historyState(store.db, null).undo) replay(store.db, 'undo', null, 1);
      else if (historyState(store.db, null).redo) replay(store.db, 'redo', null, 1);
      const { documents, texts } = held();
      for (const [name, text] of documents) expect(text).toBe(contents.get(name));
      for (const [id, text] of texts) {
        expect(numbers.get(id) ?? text).toBe(text);
        numbers.set(id, text);
      }
    }
    for (const { staging } of running) staging.end();
    expect(staged()).toEqual(none);
    while (historyState(store.db, null).undo) replay(store.db, 'undo', null, 1);
    while (historyState(store.db, null).redo) replay(store.db, 'redo', null, 1);
    for (const [name, text] of held().documents) expect(text).toBe(contents.get(name));
    expect(store.db.pragma('foreign_key_check')).toEqual([]);
  });
});
