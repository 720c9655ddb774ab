import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { plainCode } from '../../src/shared/model/records.ts';
import type { Annotation, Code, Coder, Id } from '../../src/shared/model/records.ts';
import { utf16 } from '../../src/shared/text/offsets.ts';
import { beginProject } from '../../src/main/app/openProject.ts';
import { createStore } from '../../src/main/store/database.ts';
import type { Store } from '../../src/main/store/database.ts';
import { newId } from '../../src/main/store/ids.ts';
import { record } from '../../src/main/store/journal.ts';
import { insertAnnotation } from '../../src/main/store/rows/annotation.ts';
import { insertCode } from '../../src/main/store/rows/code.ts';
import { insertCoder } from '../../src/main/store/rows/coder.ts';
import { hashText, storeContent } from '../../src/main/store/rows/content.ts';
import { insertDocument, insertImport } from '../../src/main/store/rows/document.ts';
import { draw } from './random.ts';
import type { Draw } from './random.ts';

/** A document to make, with so many codings of 5 to 400 UTF-16 units in it. */
export type Wish = { name: string; text: string; codings: number };

type Maker = { store: Store; source: Draw; now: number; codes: Id[]; coders: Id[] };

const made = Date.UTC(2024, 0, 1);
/** Codings go into the file in acts of about so many. */
const actSize = 50_000;
const documentsInAct = 1000;

function act(maker: Maker, method: string, label: string, write: () => void): void {
  const head = { kind: 'command' as const, method, coder: null, at: maker.now };
  record(maker.store.db, head, () => {
    write();
    return { label, output: null };
  });
}

function addPeopleAndCodes(maker: Maker, coders: number, codes: number): void {
  const { db } = maker.store;
  act(maker, 'codes.import', 'Import codebook', () => {
    for (let number = 0; number < coders; number++) {
      const coder: Coder = { id: newId(), name: `Coder ${number + 1}`, kind: 'person' };
      insertCoder(db, coder, maker.now);
      maker.coders.push(coder.id);
    }
    for (let number = 0; number < codes; number++) {
      const code: Code = {
        id: newId(),
        parent: null,
        name: `Code ${number + 1}`,
        ...plainCode,
        hue: (number % 12) + 1,
        pattern: number % 24 < 12 ? 'plain' : 'striped',
        key: number < 10 ? String(number) : null,
        position: number,
      };
      insertCode(db, code, maker.now);
      maker.codes.push(code.id);
    }
  });
}

function addDocuments(maker: Maker, wishes: readonly Wish[], firstPosition: number): Id[] {
  const { store, now } = maker;
  const staged = storeContent(
    store.db,
    wishes.map(({ text }) => {
      const sha256 = hashText(text);
      const size = Buffer.byteLength(text);
      return {
        text: { content: text, sha256, codePoints: Array.from(text).length },
        original: { sha256, size, packing: 'text' as const, bytes: null },
      };
    }),
  );
  const ids = wishes.map(() => newId());
  const importId = newId();
  act(maker, 'imports.start', `Import ${wishes.length} documents`, () => {
    insertImport(store.db, { id: importId, coder: null, program: 'bench', options: {} }, now);
    wishes.forEach(({ name }, index) => {
      const content = staged[index];
      const id = ids[index];
      if (!content || id === undefined) throw new Error('a document was not staged');
      const facts = { importer: 'text', importerVersion: 1, encoding: 'utf-8', encodingSource: 'valid' };
      const looks = { lineEnds: 'lf', warnings: [], language: 'en', direction: 'ltr' as const };
      const position = firstPosition + index;
      insertDocument(
        store.db,
        { id, name, position, ...content, import: importId, path: name, ...facts, ...looks },
        now,
      );
    });
  });
  return ids;
}

/** Moves an offset off the middle of a surrogate pair. */
function whole(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}

function addCodings(maker: Maker, document: Id, { text, codings }: Wish): void {
  const { store, source, now } = maker;
  const taken = new Set<string>();
  for (let number = 0; number < codings;) {
    const start = whole(text, source.integer(text.length - 401));
    const end = whole(text, start + 5 + source.integer(396));
    const code = source.pick(maker.codes);
    const coder = source.pick(maker.coders);
    const key = `${start} ${end} ${code} ${coder}`;
    if (taken.has(key)) continue;
    taken.add(key);
    const span = { start: utf16(start), end: utf16(end) };
    const annotation: Annotation = { id: newId(), document, code, coder, ...span, memo: '' };
    insertAnnotation(store.db, annotation, text.slice(start, end), now);
    number++;
  }
}

/** Lists of neighbours that together have about `size` of what `weigh` counts. */
function* batches<T>(items: Iterable<T>, size: number, weigh: (item: T) => number): Generator<T[]> {
  let batch: T[] = [];
  let weight = 0;
  for (const item of items) {
    batch.push(item);
    weight += weigh(item);
    if (weight < size) continue;
    yield batch;
    batch = [];
    weight = 0;
  }
  if (batch.length > 0) yield batch;
}

/**
 * Makes a project file through the program's own store and journal, unless it is there already. The same wishes make the
 * same codings on every machine. `codes` of them: the first ten are pinned to the digits 0 to 9.
 */
export function makeProject(
  path: string,
  wishes: () => Iterable<Wish>,
  { coders, codes }: { coders: number; codes: number },
): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const young = path.replace(/\.galley$/u, '-young.galley');
  rmSync(young, { force: true });
  const store = createStore(young);
  const maker: Maker = { store, source: draw(codes), now: made, codes: [], coders: [] };
  try {
    beginProject(store, 'Benchmark', made);
    addPeopleAndCodes(maker, coders, codes);
    let position = 0;
    for (const some of batches(wishes(), documentsInAct, () => 1)) {
      const ids = addDocuments(maker, some, position);
      position += some.length;
      const places = some.map((wish, index) => ({ wish, id: ids[index] ?? '' }));
      for (const part of batches(places, actSize, ({ wish }) => wish.codings)) {
        act(maker, 'codings.import', 'Import codings', () => {
          for (const { wish, id } of part) addCodings(maker, id, wish);
        });
      }
    }
  } finally {
    store.close();
  }
  renameSync(young, path);
}
