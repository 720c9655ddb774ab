/** Filtering the list of 50,000 documents with 500,000 answers to 60 variables, in the core, against no filter. */
import { existsSync } from 'node:fs';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Variable } from '../src/shared/model/variables.ts';
import { createApp } from '../src/main/app/createApp.ts';
import { directTransport } from '../src/main/app/direct.ts';
import { nodePlatform } from '../src/main/app/folders.ts';
import { beginProject } from '../src/main/app/openProject.ts';
import { createClient } from '../src/shared/api/client.ts';
import type { Arguments } from '../src/shared/api/contract.ts';
import type { Id } from '../src/shared/model/records.ts';
import { createStore } from '../src/main/store/database.ts';
import type { Store } from '../src/main/store/database.ts';
import { newId } from '../src/main/store/ids.ts';
import { record } from '../src/main/store/journal.ts';
import { insertAnswer } from '../src/main/store/rows/answer.ts';
import { insertCoder } from '../src/main/store/rows/coder.ts';
import { hashText, keepStaged, stageContent } from '../src/main/store/rows/content.ts';
import { insertDocument, insertImport } from '../src/main/store/rows/document.ts';
import { writeFact } from '../src/main/store/rows/fact.ts';
import { writeProgress } from '../src/main/store/rows/progress.ts';
import { insertVariable } from '../src/main/store/rows/variable.ts';
import { article } from './lib/articles.ts';
import { quantile } from './lib/measure.ts';
import { draw } from './lib/random.ts';
import { writeSection } from './lib/results.ts';

const documents = 50_000;
const variables = 60;
const answersEach = 10;
const rounds = 41;
const cache = join(import.meta.dirname, '..', 'node_modules', '.cache', 'bench');
const path = join(cache, 'list-1.galley');
const made = Date.UTC(2024, 0, 1);
const sites = ['Harbour Post', 'The Morning', 'Süddeutsche', 'Le Quotidien', '東京新聞'];

function act(store: Store, label: string, write: () => void): void {
  record(store.db, { kind: 'command', method: 'bench', coder: null, at: made }, () => {
    write();
    return { label, output: null };
  });
}

function question(number: number): Variable {
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
      keepStaged(store.db);
    });
  }
  function addDocument(to: Store, position: number, importId: Id): void {
    const content = article(position, 300);
    const sha256 = hashText(content);
    const [row] = stageContent(to.db, [
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

function make(): void {
  if (existsSync(path)) return;
  mkdirSync(cache, { recursive: true });
  const young = path.replace('.galley', '-young.galley');
  rmSync(young, { force: true });
  const store = createStore(young);
  beginProject(store, 'List', made);
  fill(store);
  store.close();
  renameSync(young, path);
}

make();
const home = join(cache, 'list-home');
const platform = nodePlatform('test', '0.0.0', { settingsFolder: join(home, 'settings') });
const app = createApp(platform);
const client = createClient(directTransport(app));
const begun = performance.now();
await app.openProject(path);
const opening = performance.now() - begun;
await client.call('coders.identify', { name: 'Ada' });
const asked = (await client.call('variables.list', {})).filter(({ scope }) => scope === 'document');

type Filter = Omit<Arguments<'documents.list'>, 'offset' | 'limit'>;

async function time(filter: Filter): Promise<number> {
  const before = performance.now();
  await client.call('documents.list', { ...filter, offset: 0, limit: 100 });
  return performance.now() - before;
}

/** The longest time that nothing else could be done, and how long until all was read. */
async function watchFirst(): Promise<{ until: number; longest: number }> {
  await client.call('documents.list', { offset: 0, limit: 100 });
  const start = performance.now();
  let longest = 0;
  let quiet = 0;
  for (let before = start; quiet < 200;) {
    await new Promise((turn) => setImmediate(turn));
    const now = performance.now();
    longest = Math.max(longest, now - before);
    quiet = now - before > 1 ? 0 : quiet + 1;
    before = now;
  }
  return { until: performance.now() - start, longest };
}

const reading = await watchFirst();
const first = await time({ filter: 'harbour' });
const words = ['harbour', 'council tuesday', 'süddeutsche 2026', 'zürich', 'article 4', 'post 2025-01'];
const pickValue = (round: number): NonNullable<Filter['where']>[number] => ({
  variable: asked[round % asked.length]?.id ?? '',
  value: 1 + (round % 5),
});
const kinds: Record<string, (round: number) => Filter> = {
  'no filter': () => ({}),
  words: (round) => ({ filter: `${words[round % words.length] ?? ''} ${'abcdefghij'[round % 10] ?? ''}` }),
  status: (round) => ({ status: (['done', 'to-do', 'working'] as const)[round % 3] }),
  'value of a variable': (round) => ({ where: [pickValue(round)] }),
  'no answer to a variable': (round) => ({ where: [{ ...pickValue(round), value: null }] }),
  'words, status and two values': (round) => ({
    filter: 'post',
    status: 'to-do',
    where: [pickValue(round), pickValue(round + 6)],
  }),
};

const rows: string[] = [];
for (const [name, filter] of Object.entries(kinds)) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await time(filter(round)));
  const sorted = times.slice(1).toSorted((a, b) => a - b);
  rows.push(`| ${name} | ${quantile(sorted, 0.5).toFixed(1)} | ${quantile(sorted, 0.95).toFixed(1)} |`);
}
const steps: Record<'list' | 'random', number[]> = { list: [], random: [] };
for (const order of ['list', 'random'] as const) {
  let document: Id | null = null;
  for (let step = 0; step < rounds; step++) {
    const before = performance.now();
    document = await client.call('progress.next', { document, order, seed: 7 });
    steps[order].push(performance.now() - before);
  }
  const sorted = steps[order].slice(1).toSorted((a, b) => a - b);
  const name = order === 'list' ? 'next article by the list' : 'next article at random';
  rows.push(`| ${name} | ${quantile(sorted, 0.5).toFixed(1)} | ${quantile(sorted, 0.95).toFixed(1)} |`);
}
await app.close();
rmSync(home, { recursive: true, force: true });
writeSection('Filtering a list of 50,000 documents', [
  `In the core, from the call to its answer (100 rows, parsed and written as JSON): ${documents.toLocaleString('en')} documents with outlet and date,`,
  `${variables} variables, ${(documents * answersEach).toLocaleString('en')} answers of one coder; ${rounds - 1} calls of each kind, every one with another filter.`,
  `Opening the project took ${opening.toFixed(0)} ms; what the list is searched by was read in the`,
  `background within ${reading.until.toFixed(0)} ms after it, at most ${reading.longest.toFixed(0)} ms at a time; the first filter then took ${first.toFixed(0)} ms.`,
  '',
  '| | median | 95th percentile |',
  '| --- | ---: | ---: |',
  ...rows,
]);
