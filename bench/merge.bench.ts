/** Merging a code with some 100,000 codings into another, against the plain SQL update in one transaction. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Id } from '../src/shared/model/records.ts';
import { createClient } from '../src/shared/api/client.ts';
import type { Client } from '../src/shared/api/client.ts';
import { createApp } from '../src/main/app/createApp.ts';
import type { App } from '../src/main/app/createApp.ts';
import { directTransport } from '../src/main/app/direct.ts';
import { nodePlatform } from '../src/main/app/folders.ts';
import { methodTable } from '../src/main/desks/all.ts';
import { article } from './lib/articles.ts';
import { alternate, summarise } from './lib/measure.ts';
import { makeProject } from './lib/project.ts';
import type { Wish } from './lib/project.ts';
import { writeSection } from './lib/results.ts';

const rounds = 7;
const documents = 5000;
const codingsEach = 80;
const people = { coders: 4, codes: 4 };
const cache = join(import.meta.dirname, '..', 'node_modules', '.cache', 'bench');

function* wishes(): Generator<Wish> {
  for (let number = 0; number < documents; number++) {
    yield { name: `Document ${number}`, text: article(number, 1200), codings: codingsEach };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
const made = join(cache, 'merge-3.galley');
makeProject(made, wishes, people);

/** A copy for one run: what a run leaves in the file does not help the next. */
function freshCopy(name: string): string {
  const path = join(folder, `${name}.galley`);
  rmSync(path, { force: true });
  copyFileSync(made, path);
  return path;
}

let codings = 0;

/** The statement alone, in one transaction on a connection set up as the program's is, without its journal. */
function updatePlainly(): number {
  const db = new SqliteDatabase(freshCopy('plain'));
  try {
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'cache_size = -64000']) {
      db.pragma(pragma);
    }
    db.pragma('wal_autocheckpoint = 8000');
    const find = db.prepare<[string], { id: Uint8Array }>('SELECT id FROM code WHERE name = ?');
    const [source, target] = [find.get('Code 1')?.id, find.get('Code 2')?.id];
    const update = db.prepare('UPDATE OR IGNORE annotation SET code = ? WHERE code = ?');
    const run = db.transaction(() => update.run(target, source).changes);
    const begun = performance.now();
    codings = run.immediate();
    return performance.now() - begun;
  } finally {
    db.close();
  }
}

type Times = { merge: number; undo: number; redo: number };

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

async function mergeIn(client: Client, app: App): Promise<Times> {
  await client.call('project.open', { file: app.grants.grant(freshCopy('merged')) });
  const { codes } = await client.call('codes.list', {});
  const idOf = (name: string): Id => codes.find((code) => code.name === name)?.id ?? '';
  const pair = { source: idOf('Code 1'), target: idOf('Code 2') };
  const begun = performance.now();
  const { moved } = await client.call('codes.merge', pair);
  const merge = performance.now() - begun;
  if (Math.abs(moved - codings) > codings / 100) throw new Error(`${moved} moved, where the update moved ${codings}`);
  const undo = await timed(() => client.call('history.undo', {}));
  const redo = await timed(() => client.call('history.redo', {}));
  return { merge, undo, redo };
}

const undos: number[] = [];
const redos: number[] = [];

async function merge(): Promise<number> {
  const home = join(folder, 'home');
  const settings = { settingsFolder: join(home, 'settings'), projectsFolder: join(home, 'projects'), workers: 1 };
  const app = createApp(nodePlatform('cli', '0.0.0-bench', settings), methodTable);
  try {
    const times = await mergeIn(createClient(directTransport(app)), app);
    undos.push(times.undo);
    redos.push(times.redo);
    return times.merge;
  } finally {
    await app.close();
  }
}

try {
  const [plain, merged] = await alternate(rounds, updatePlainly, merge);
  const row = (name: string, { median, least, most }: typeof plain): string =>
    `| ${name} | ${median.toFixed(0)} | ${least.toFixed(0)} | ${most.toFixed(0)} |`;
  writeSection('Merging a code with 100,000 codings', [
    `A code with ${codings.toLocaleString('en')} codings goes into another with as many, in a project of ${(documents * codingsEach).toLocaleString('en')} codings;`,
    `\`codes.merge\` as a window calls it, until it is on the disk and announced, against \`UPDATE annotation SET code\` in one`,
    `transaction without a journal; ${rounds} of each in turn, each on a fresh copy of the file.`,
    '',
    '| | median | least | most |',
    '| --- | ---: | ---: | ---: |',
    row('plain update', plain),
    row('merge', merged),
    row('its undo', summarise(undos.slice(1))),
    row('its redo', summarise(redos.slice(1))),
    '',
    `**Ratio ${(merged.median / plain.median).toFixed(2)}** (bar: at most 3); undo against the merge ${(summarise(undos.slice(1)).median / merged.median).toFixed(2)}.`,
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
