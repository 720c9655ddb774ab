import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '../../src/shared/model/records.ts';
import type { Variable } from '../../src/shared/model/variables.ts';
import { beginProject } from '../../src/main/app/openProject.ts';
import { createStore } from '../../src/main/store/database.ts';
import type { Store } from '../../src/main/store/database.ts';
import { newId } from '../../src/main/store/ids.ts';
import { record } from '../../src/main/store/journal.ts';
import { insertAnswer } from '../../src/main/store/rows/answer.ts';
import { insertCoder } from '../../src/main/store/rows/coder.ts';
import { hashText, storeContent } from '../../src/main/store/rows/content.ts';
import { insertDocument, insertImport } from '../../src/main/store/rows/document.ts';
import { writeFact } from '../../src/main/store/rows/fact.ts';
import { writeProgress } from '../../src/main/store/rows/progress.ts';
import { insertVariable } from '../../src/main/store/rows/variable.ts';
import { article } from './articles.ts';
import { draw } from './random.ts';

export const documents = 50_000;
export const variables = 60;
export const answersEach = 10;
const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'bench');
const path = join(cache, 'list-2.galley');
const made = Date.UTC(2024, 0, 1);
const sites = ['Harbour Post', 'The Morning', 'Süddeutsche', 'Le Quotidien', '東京新聞'];

function act(store: Store, label: string, write: () => void): void {
  record(store.db, { kind: 'command', method: 'bench', coder: null, at: made }, () => {
    write();
    return { label, output: null };
  });
}

/** A question with five choices. */
export function question(number: number): Variable {
  const choices = [1, 2, 3, 4, 5].map((value) => ({ value, label: `Choice ${value}`, missing: false, help: '' }));
  const rest = { label: '', help: '', required: false, minimum: null, maximum: null, showIf: null, fallback: null };
  const plain = { scope: 'document', code: null, level: 'nominal', entityList: '', archived: false } as const;
  return { ...plain, ...rest, id: newId(), name: `v${number}`, choices, position: 10 + number };
}

/** Documents in acts of a thousand: each with outlet and date, ten answers, and for two in five a status. */
function fill(store: Store): void {
  const source = draw(60);
  const coder = newId();
  const questions = Array.from({ length: variables }, (_, number) => question(number));
  const batch = newId();
  act(store, 'Begin', () => {
    insertCoder(store.db, { id: coder, name: 'Ada', kind: 'person' }, made);
    for (const variable of questions) insertVariable(store.db, variable, made);
    insertImport(store.db, { id: batch, coder: null, program: 'bench', options: {} }, made);
  });
  for (let first = 0; first < documents; first += 1000) {
    act(store, 'Import', () => {
      for (let position = first; position < first + 1000; position++) addDocument(store, position, batch);
    });
  }
  function addDocument(to: Store, position: number, importId: Id): void {
    const content = article(position, 300);
    const sha256 = hashText(content);
    const [row] = storeContent(to.db, [
      {
        text: { content, sha256, codePoints: Array.from(content).length },
        original: { sha256, size: Buffer.byteLength(content), packing: 'text', bytes: null },
      },
    ]);
    if (!row) throw new Error('a document was not staged');
    const id = newId();
    const name = content.slice(0, 60).split('\n')[0] ?? '';
    const facts = { importer: 'text', importerVersion: 1, encoding: 'utf-8', encodingSource: 'valid', lineEnds: 'lf' };
    const place = { path: `${position}.txt`, import: importId, position, ...row };
    insertDocument(to.db, { id, name, ...place, ...facts, warnings: [], language: 'en', direction: 'ltr' }, made);
    writeFact(to.db, id, 'site', source.pick(sites), made);
    writeFact(to.db, id, 'date', new Date(made + position * 3_600_000).toISOString().slice(0, 10), made);
    for (let number = 0; number < answersEach; number++) {
      const variable = questions[(position + number * 6) % variables]?.id ?? '';
      const key = { id: newId(), document: id, annotation: null, variable, coder };
      const said = { state: 'given' as const, value: 1 + source.integer(5), evidence: [], version: 0 };
      insertAnswer(to.db, { ...key, ...said }, made);
    }
    const status = (['done', 'working'] as const)[position % 5];
    if (status) writeProgress(to.db, { id: newId(), document: id, coder, status, reason: '' }, made);
  }
}

/** The project with 50,000 documents, made at the first use and kept. Copy it before it is changed. */
export function listProject(): string {
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  const young = path.replace('.galley', '-young.galley');
  rmSync(young, { force: true });
  const store = createStore(young);
  beginProject(store, 'List', made);
  fill(store);
  store.close();
  renameSync(young, path);
  return path;
}
