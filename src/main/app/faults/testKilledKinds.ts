import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectCopy } from '../../store/backup/check.ts';
import { recordsHash } from '../../store/testContents.ts';
import { makeOldFile, oldVersion } from '../../store/testOldFile.ts';
import { createTestApp } from '../testApp.ts';
import type { TestApp } from '../testApp.ts';
import { makeRichProject } from './testRichProject.ts';

/** What one kind of work needs, and what must be true when it was killed. */
export type KilledKind = {
  /** The program is killed within so many milliseconds of its work. */
  span: number;
  /** Makes `P.galley` in the folder, and what else the work needs. */
  make(folder: string): Promise<void>;
  /** Before each start. */
  begin(folder: string): Promise<void> | void;
  /** How the open project compares with the states that were acknowledged; by its records where this is missing. */
  state?(folder: string, states: readonly string[]): 'same' | 'further' | 'lost';
  /** What should not lie in the folder any more once the project is closed, or is not as it should be. */
  left(folder: string, states: readonly string[]): string[];
};

const beside =
  /^(?:P\.galley|settings|input|exports|package\.zip|\.galley-export\.json|empty|dead|dead-wal|old|one\.galley|two\.galley|next \d)$/u;

function strangers(folder: string, also = /^$/u): string[] {
  return readdirSync(folder)
    .filter((name) => !beside.test(name) && !also.test(name))
    .map((name) => `${name} was left`);
}

/** Records of every kind, and a text with many places. */
async function makeProject(folder: string): Promise<void> {
  const rich = await makeRichProject(join(folder, 'input'));
  const path = join(folder, 'P.galley');
  copyFileSync(rich, path);
  rmSync(join(folder, 'input'), { recursive: true });
  mkdirSync(join(folder, 'input'));
  writeFileSync(
    join(folder, 'input', 'long.txt'),
    'All work and no play makes a long text for many codings. '.repeat(60),
  );
  await within(path, async ({ app, client }) => {
    await client.call('coders.identify', { name: 'Ada' });
    await client.run('imports.start', { files: [app.grants.grant(join(folder, 'input'))] });
    await client.call('variables.create', { scope: 'document', name: 'count', level: 'ratio' });
  });
}

async function within(path: string, act: (test: TestApp) => Promise<void>): Promise<void> {
  const test = createTestApp({ workers: 1 });
  try {
    if (existsSync(path)) await test.app.openProject(path);
    await act(test);
    await test.client.call('project.close', {});
  } finally {
    await test.end();
  }
}

const plain = { make: makeProject, begin: () => undefined, left: (folder: string) => strangers(folder) };

/** A package of a coded project with its files, and an empty project to join them in. */
async function makePackage(folder: string): Promise<void> {
  await makeProject(folder);
  await within(join(folder, 'P.galley'), async ({ app, client }) => {
    await client.run('packages.write', { folder: app.grants.grant(folder), name: 'package.zip' });
  });
  rmSync(join(folder, 'P.galley'));
  await within(join(folder, 'P.galley'), async ({ app, client }) => {
    await client.call('project.create', { folder: app.grants.grant(folder), name: 'P' });
    await client.call('coders.identify', { name: 'Ada' });
  });
  copyFileSync(join(folder, 'P.galley'), join(folder, 'empty'));
}

/** Two backups, and a project as a killed program leaves it: part of it in its log. */
async function makeBackups(folder: string): Promise<void> {
  await makeProject(folder);
  const path = join(folder, 'P.galley');
  const rename = (name: string) =>
    within(path, async ({ client }) => {
      await client.call('project.rename', { name });
    });
  await rename('One');
  copyFileSync(path, join(folder, 'one.galley'));
  await rename('Two');
  copyFileSync(path, join(folder, 'two.galley'));
  await within(path, async ({ client }) => {
    await client.call('project.rename', { name: 'Three' });
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, join(folder, `dead${end}`));
  });
}

const keptName = /^P \(before restore .*\)\.galley(?:-wal|-shm)?$/u;

function beginRestore(folder: string): void {
  for (const name of readdirSync(folder)) if (/^P[ .]/u.test(name)) rmSync(join(folder, name));
  for (const end of ['', '-wal']) copyFileSync(join(folder, `dead${end}`), join(folder, `P.galley${end}`));
}

/** The project is what was restored last or next, and the state before all is still there. */
function stateRestored(folder: string, states: readonly string[]): 'same' | 'further' | 'lost' {
  const known = new Map(['one', 'two'].map((name) => [recordsHash(join(folder, `${name}.galley`)), name]));
  const now = known.get(recordsHash(join(folder, 'P.galley'))) ?? 'three';
  const last = states.at(-1) ?? 'three';
  const next = last === 'one' ? 'two' : 'one';
  const hashes = readdirSync(folder).filter((name) => /^P.*\.galley$/u.test(name));
  const isThere = hashes.some((name) => isThird(join(folder, name), known));
  if (!isThere) return 'lost';
  return now === last ? 'same' : now === next ? 'further' : 'lost';
}

function isThird(path: string, known: ReadonlyMap<string, string>): boolean {
  const hash = recordsHash(path);
  return hash !== '' && !known.has(hash);
}

/** Every file under a backup's name is a whole project. */
function unsoundBackups(folder: string): string[] {
  const place = join(folder, 'settings', 'backups');
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.galley'))
    .map((entry) => ({ name: entry.name, ...inspectCopy(join(entry.parentPath, entry.name), { thorough: true }) }))
    .flatMap(({ name, problem }) => (problem === '' ? [] : [`backup ${name}: ${problem}`]));
}

const copyBefore = /^P \(version \d+\)(?: \d+)?\.galley$/u;

async function makeOld(folder: string): Promise<void> {
  makeOldFile(join(folder, 'old'), 4000);
  // What becomes of the file where nobody is killed.
  copyFileSync(join(folder, 'old'), join(folder, 'P.galley'));
  await within(join(folder, 'P.galley'), () => Promise.resolve());
  writeFileSync(join(folder, 'dead'), recordsHash(join(folder, 'P.galley')));
}

function beginMigration(folder: string): void {
  for (const name of readdirSync(folder)) if (/^P[ .]/u.test(name)) rmSync(join(folder, name));
  copyFileSync(join(folder, 'old'), join(folder, 'P.galley'));
}

function unlikeOld(folder: string): string[] {
  const copies = readdirSync(folder).filter((name) => name.startsWith(`P (version ${oldVersion})`));
  if (copies.length === 0) return ['no copy of the file before the migration'];
  return copies
    .filter((name) => recordsHash(join(folder, name)) !== recordsHash(join(folder, 'old')))
    .map((name) => `${name} is not the file before the migration`);
}

/** Files with their own names are whole: of the same bytes as those of an export that nobody killed. */
function halfWritten(folder: string): string[] {
  const whole = join(folder, 'input', 'whole');
  const out = join(folder, 'exports');
  if (!existsSync(out)) return [];
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .filter((name) => /^(?!.*galley).*\.(?:csv|jsonl|ann|txt)$/iu.test(name) && existsSync(join(whole, name)))
    .filter((name) => !readFileSync(join(out, name)).equals(readFileSync(join(whole, name))))
    .map((name) => `exported ${name} is not whole`);
}

async function makeExport(folder: string): Promise<void> {
  await makeProject(folder);
  await within(join(folder, 'P.galley'), async ({ app, client }) => {
    const whole = app.grants.grant(join(folder, 'input', 'whole'));
    await client.run('exports.run', { folder: whole, formats: ['csv', 'jsonl', 'brat'] });
  });
}

/** Every kind of work, by the names of `killedWork`. */
export const killedKinds: Readonly<Record<string, KilledKind>> = {
  coding: { ...plain, span: 60 },
  memo: { ...plain, span: 60 },
  answers: { ...plain, span: 60 },
  undo: { ...plain, span: 80 },
  import: { ...plain, span: 600 },
  're-attach': {
    ...plain,
    span: 600,
    make: makePackage,
    begin: (folder) => copyFileSync(join(folder, 'empty'), join(folder, 'P.galley')),
  },
  backup: { ...plain, span: 400, left: (folder) => [...strangers(folder), ...unsoundBackups(folder)] },
  restore: {
    span: 120,
    make: makeBackups,
    begin: beginRestore,
    state: stateRestored,
    left: (folder) => strangers(folder, keptName),
  },
  migration: {
    span: 400,
    make: makeOld,
    begin: beginMigration,
    state: (folder) =>
      recordsHash(join(folder, 'P.galley')) === readFileSync(join(folder, 'dead'), 'utf8') ? 'same' : 'lost',
    left: (folder) => [...strangers(folder, copyBefore), ...unlikeOld(folder)],
  },
  export: { ...plain, span: 600, make: makeExport, left: (folder) => [...strangers(folder), ...halfWritten(folder)] },
};
