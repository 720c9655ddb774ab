import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandLine } from '../../app/testBuilt.ts';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

let place: CommandFolder;
beforeEach(async () => {
  place = createCommandFolder();
  await place.json('new', 'P.galley', '--json');
  mkdirSync(join(place.folder, 'many'));
  for (let index = 0; index < 1500; index++) {
    writeFileSync(join(place.folder, 'many', `${index}.txt`), `${index} ${'words of a text '.repeat(300)}`);
  }
}, 60_000);
afterEach(() => place.end());

function start(...words: string[]): ChildProcess {
  const env = { ...process.env, GALLEY_HOME: join(place.folder, 'home') };
  return spawn(process.execPath, [commandLine, ...words], { cwd: place.folder, env });
}

type End = { status: number | null; signal: NodeJS.Signals | null; error: string };

function endOf(child: ChildProcess): Promise<End> {
  let error = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (error += part));
  return new Promise((resolve) => child.on('close', (status, signal) => resolve({ status, signal, error })));
}

async function until(child: ChildProcess, isThere: () => boolean): Promise<void> {
  while (child.exitCode === null && child.signalCode === null && !isThere()) await setTimeout(5);
}

/** What a shell shows as 130: ended in order with that status, or by the signal itself where nothing had been begun. */
const isInterrupted = ({ status, signal }: End): boolean => status === 130 || signal === 'SIGINT';

describe.skipIf(process.platform === 'win32')('Ctrl+C', () => {
  it.each([1, 2])(
    'pressed %d times ends an import; nothing is half-written and the lock is free',
    { timeout: 120_000 },
    async (times) => {
      const child = start('import', 'P.galley', 'many');
      child.stdout?.resume();
      const ended = endOf(child);
      await until(child, () => existsSync(join(place.folder, 'P.galley-wal')));
      for (let time = 0; time < times; time++) {
        child.kill('SIGINT');
        await setTimeout(20);
      }
      const end = await ended;
      expect(end).toSatisfy(isInterrupted);
      expect(end.error).not.toMatch(/Error:|\n +at /u);
      expect(await place.json('stats', 'P.galley', '--json')).toMatchObject({ documents: 0 });
      expect(await place.json('verify', 'P.galley', '--json')).toMatchObject({ ok: true });
      expect(readdirSync(place.folder).filter((name) => name.startsWith('P.galley'))).toEqual(['P.galley']);
    },
  );

  it('ends an export, and leaves no half file', { timeout: 120_000 }, async () => {
    await place.json('import', 'P.galley', 'many', '--json');
    const child = start('export', 'P.galley', 'out', '--unit', 'sentence', '--format', 'csv,xlsx,parquet');
    child.stdout?.resume();
    const ended = endOf(child);
    const out = join(place.folder, 'out');
    await until(child, () => existsSync(out) && readdirSync(out).some((name) => name.endsWith('.tmp')));
    child.kill('SIGINT');
    const end = await ended;
    expect(end).toSatisfy(isInterrupted);
    expect(readdirSync(out)).toEqual([]);
    expect(await place.json('verify', 'P.galley', '--json')).toMatchObject({ ok: true });
  });

  it('ends a measure of a file, which computes without a pause', { timeout: 120_000 }, async () => {
    const row = Array.from({ length: 2000 }, (_, index) => index % 7);
    const values = [row, row.map((value, index) => (index % 5 === 0 ? 1 : value))];
    place.put('m.json', JSON.stringify({ measure: 'alpha-bootstrap', input: { values, level: 'interval' } }));
    const child = start('reliability', '--matrix', 'm.json', '--draws', '1000000');
    child.stdout?.resume();
    const ended = endOf(child);
    await setTimeout(1500); // nothing outside tells that it computes
    child.kill('SIGINT');
    expect(await ended).toSatisfy(isInterrupted);
  });

  it(
    'ends a search whose reader has stopped reading; a reader who leaves is no error',
    { timeout: 120_000 },
    async () => {
      await place.json('import', 'P.galley', 'many', '--json');
      const slow = start('search', 'P.galley', 'words', '--limit', '5000');
      const slowEnd = endOf(slow);
      await new Promise((resolve) => slow.stdout?.once('readable', () => resolve(null)));
      slow.kill('SIGINT');
      slow.stdout?.destroy();
      const end = await slowEnd; // by the signal or by the pipe, whichever is heard first
      expect(end.status === 0 || isInterrupted(end)).toBe(true);
      expect(end.error).not.toMatch(/Error:|\n +at /u);
      const left = start('search', 'P.galley', 'words', '--limit', '5000');
      const leftEnd = endOf(left);
      left.stdout?.once('data', () => left.stdout?.destroy());
      expect(await leftEnd).toEqual({ status: 0, signal: null, error: '' });
    },
  );

  it.skipIf(!existsSync('/dev/full'))('is no trace either where the answer goes to a full disk', async () => {
    const out = openSync('/dev/full', 'w');
    const env = { ...process.env, GALLEY_HOME: join(place.folder, 'home') };
    const words = [commandLine, 'stats', 'P.galley'];
    const child = spawn(process.execPath, words, { cwd: place.folder, env, stdio: ['ignore', out, 'pipe'] });
    const { status, error } = await endOf(child);
    closeSync(out);
    expect(status).toBe(1);
    expect(error).toMatch(/^galley: not all of the answer could be printed\. [^\n]*the disk is full[^\n]*\n$/u);
  });
});
