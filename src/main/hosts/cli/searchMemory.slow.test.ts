import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../../app/testBuilt.ts';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

/** A million hits in 1,000 texts of some 22,000 characters, listed by a process with all its threads. */
const documents = 1000;
const hitsEach = 1000;
const mostMemory = 500; // MB

let place: CommandFolder;
beforeAll(async () => {
  place = createCommandFolder();
  const words = 'it rains so much here, '.repeat(hitsEach);
  for (let number = 0; number < documents; number++) place.put(`texts ${number}.txt`, `Text ${number}. ${words}`);
  await place.json('new', 'P.galley', '--json');
  const files = Array.from({ length: documents }, (_, number) => `texts ${number}.txt`);
  await place.json('import', 'P.galley', ...files, '--json');
}, 240_000);
afterAll(() => place.end());

const tellPeak = encodeURIComponent(`
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS));
`);

type Listed = { status: number | null; lines: number; end: string; peak: number };

/** Runs a search, reads what it prints piece by piece, and lets it wait for the reader now and then. */
async function list(...words: string[]): Promise<Listed> {
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${tellPeak}`, commandLine, 'search', 'P.galley', ...words],
    {
      cwd: place.folder,
      env: { ...process.env, GALLEY_HOME: join(place.folder, 'home') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = once(child, 'close');
  const error = text(child.stderr);
  const listed: Listed = { status: null, lines: 0, end: '', peak: NaN };
  for await (const piece of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
    for (const sign of piece) if (sign === '\n') listed.lines++;
    listed.end = (listed.end + piece).slice(-40);
  }
  [listed.status] = (await ended) as [number | null];
  listed.peak = Number(/peak (\d+)/u.exec(await error)?.[1]) / 1024; // Node tells kilobytes
  return listed;
}

describe('A million hits', () => {
  test('are listed in words within a bounded memory', async () => {
    const { status, lines, end, peak } = await list('so');
    expect([status, lines]).toEqual([0, documents * hitsEach]);
    expect(end).toContain('[so] much here');
    expect(peak).toBeLessThan(mostMemory);
  }, 240_000);

  test('are listed as JSON within a bounded memory', async () => {
    const { status, end, peak } = await list('so', '--json');
    expect(status).toBe(0);
    expect(end).toMatch(/"quote":"so"\}\],"total":1000000\}\n$/u);
    expect(peak).toBeLessThan(mostMemory);
  }, 240_000);
});
