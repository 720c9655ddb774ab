import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

/** Codings of one act: so many that taking it back is a long step without a pause. */
const codings = 12_000;

let place: CommandFolder;

function start(program: string, ...words: string[]): ChildProcess {
  const env = { ...process.env, GALLEY_HOME: join(place.folder, 'home') };
  return spawn(process.execPath, [join(import.meta.dirname, program), ...words], { cwd: place.folder, env });
}

type End = { status: number | null; signal: NodeJS.Signals | null; error: string };

function endOf(child: ChildProcess): Promise<End> {
  let error = '';
  child.stdout?.resume();
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (error += part));
  return new Promise((resolve) => child.on('close', (status, signal) => resolve({ status, signal, error })));
}

async function until(child: ChildProcess, isThere: () => boolean): Promise<void> {
  while (child.exitCode === null && child.signalCode === null && !isThere()) await setTimeout(2);
}

async function said(child: ChildProcess, word: string): Promise<void> {
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (text += part));
  await until(child, () => text.includes(`${word}\n`));
}

const there = (name: string): boolean => existsSync(join(place.folder, name));
const all = (): string[] => readdirSync(place.folder);
const names = (): string[] => all().filter((name) => /^P[ .]/u.test(name));

/** A backup so large that copying it takes a while. */
function makeBackup(): void {
  const path = join(place.folder, 'backup.galley');
  copyFileSync(join(place.folder, 'P.galley'), path);
  const db = new DatabaseSync(path);
  db.exec('CREATE TABLE padding (bytes BLOB); BEGIN');
  const insert = db.prepare('INSERT INTO padding VALUES (zeroblob(10000000))');
  for (let part = 0; part < 40; part++) insert.run();
  db.exec('COMMIT');
  db.close();
}

/** The project as the next command finds it. */
async function stateOf(path: string): Promise<unknown> {
  expect(await place.json('verify', path, '--json')).toMatchObject({ ok: true });
  return await place.json('log', path, '--json');
}

/** Codings as lines of JSON, each of another place. */
function lines(count: number, code: string): string {
  const line = (index: number) => JSON.stringify({ document: 'a', start: index, end: index + 9, code });
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

beforeAll(async () => {
  place = createCommandFolder();
  place.put('a.txt', 'All work and no play makes a long text for many codings. '.repeat(700));
  place.put('codings.jsonl', lines(codings, 'First'));
  place.put('more.jsonl', lines(codings, 'Second'));
  await place.json('new', 'P.galley', '--json');
  await place.json('import', 'P.galley', 'a.txt', '--json');
  await place.json('code', 'P.galley', 'codings.jsonl', '--coder', 'Ada', '--json');
  makeBackup();
}, 120_000);
afterAll(() => place.end());

describe.skipIf(process.platform === 'win32')('Ctrl+C ends at once', () => {
  test('a step without a pause that a command begins with', async () => {
    const child = start('testBusyCommand.ts', 'P.galley', 'act');
    await said(child, 'inside');
    child.kill('SIGINT');
    expect(await endOf(child)).toEqual({ status: null, signal: 'SIGINT', error: '' });
    await stateOf('P.galley');
    expect(names()).toEqual(['P.galley']);
  });

  test('a last step without a pause behind work that was waited for', async () => {
    const child = start('testBusyCommand.ts', 'P.galley', 'end');
    await said(child, 'inside');
    child.kill('SIGINT');
    expect(await endOf(child)).toEqual({ status: null, signal: 'SIGINT', error: '' });
  });

  test('what does not end by itself when it is told to stop, at the second time', async () => {
    const child = start('testBusyCommand.ts', 'P.galley', 'stopping');
    await said(child, 'waiting');
    child.kill('SIGINT');
    await said(child, 'inside');
    child.kill('SIGINT');
    expect(await endOf(child)).toEqual({ status: null, signal: 'SIGINT', error: '' });
  });

  test.each([
    ['undo', []],
    ['code', ['more.jsonl', '--coder', 'Ada']],
    ['package', ['package.zip']],
  ])('galley %s, and the project is as it was', async (verb, words) => {
    const before = await stateOf('P.galley');
    const child = start('main.ts', verb, 'P.galley', ...words);
    const ended = endOf(child);
    await until(child, () => there('P.galley-wal'));
    child.kill('SIGINT');
    const end = await ended;
    expect(end).toSatisfy(({ status, signal }: End) => status === 130 || signal === 'SIGINT');
    expect(end.error).not.toMatch(/Error:|\n +at /u);
    expect(await stateOf('P.galley')).toEqual(before);
    expect(names()).toEqual(['P.galley']);
    expect(there('package.zip')).toBe(false);
  });

  test.each([
    ['in place', []],
    ['as a new file', ['--out', 'New.galley']],
  ])('galley restore %s, and nothing is left', async (_way, words) => {
    const before = await stateOf('P.galley');
    const child = start('main.ts', 'restore', 'P.galley', 'backup.galley', ...words);
    const ended = endOf(child);
    await until(child, () => all().some((name) => /-restored$|\.new$/u.test(name)));
    child.kill('SIGINT');
    const error = 'galley: Cancelled. The project is closed and as it was before.\n';
    expect(await ended).toEqual({ status: 130, signal: null, error });
    expect(
      all()
        .filter((name) => name.includes('galley'))
        .sort(),
    ).toEqual(['P.galley', 'backup.galley']);
    expect(await stateOf('P.galley')).toEqual(before);
  });

  test('galley new, and there is a whole project or none', async () => {
    const child = start('main.ts', 'new', 'N.galley');
    const ended = endOf(child);
    await until(child, () => all().some((name) => name.startsWith('.galley-')));
    child.kill('SIGINT');
    await ended;
    if (there('N.galley')) await stateOf('N.galley');
    else await place.json('new', 'N.galley', '--json');
    expect(all().filter((name) => name.startsWith('.galley-'))).toEqual([]);
  });
});
