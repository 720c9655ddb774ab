/** Filtering the list of 50,000 documents with 500,000 answers to 60 variables, in the core, against no filter. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../src/main/app/createApp.ts';
import { directTransport } from '../src/main/app/direct.ts';
import { nodePlatform } from '../src/main/app/folders.ts';
import { methodTable } from '../src/main/desks/all.ts';
import { createClient } from '../src/shared/api/client.ts';
import type { Arguments } from '../src/shared/api/contract.ts';
import type { Id } from '../src/shared/model/records.ts';
import { answersEach, documents, listProject, variables } from './lib/listProject.ts';
import { quantile } from './lib/measure.ts';
import { writeSection } from './lib/results.ts';

const rounds = 41;
const path = listProject();
const home = join(path, '..', 'list-home');
const platform = nodePlatform('test', '0.0.0', { settingsFolder: join(home, 'settings') });
const app = createApp(platform, methodTable);
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
