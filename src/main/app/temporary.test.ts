import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { say } from '../../shared/words/message.ts';
import { lockProject } from '../store/lock.ts';
import { clearLeftovers, makeTemporaryFolder } from './temporary.ts';

let above: string;
let locks: string;
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'galley-temporary-'));
  locks = `${above}-locks`;
  mkdirSync(locks);
});
afterEach(() => {
  for (const folder of [above, locks]) rmSync(folder, { recursive: true, force: true });
});

/** Another program that holds a folder and stays; answers when it has it. */
async function otherProgram(): Promise<{ child: ChildProcess; path: string }> {
  const script = `
    import { writeFileSync } from 'node:fs';
    import { makeTemporaryFolder } from ${JSON.stringify(join(import.meta.dirname, 'temporary.ts'))};
    const { path } = makeTemporaryFolder(${JSON.stringify(above)});
    writeFileSync(path + '/1.txt', 'an upload');
    console.log(path);
    setInterval(() => undefined, 1000);`;
  const words = ['--input-type=module', '--no-warnings', '--eval', script];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const path = await new Promise<string>((resolve) =>
    child.stdout.on('data', (text: Buffer) => resolve(text.toString().trim())),
  );
  return { child, path };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

it('clears away what a killed program left, and nothing that another uses', async () => {
  const killed = await otherProgram();
  const running = await otherProgram();
  const own = makeTemporaryFolder(above);
  try {
    await kill(killed.child);
    clearLeftovers(above, locks);
    expect(existsSync(killed.path)).toBe(false);
    expect(readdirSync(running.path)).toContain('1.txt');
    expect(existsSync(own.path)).toBe(true);
  } finally {
    await kill(running.child);
  }
  own.remove();
  clearLeftovers(above, locks);
  expect(readdirSync(above)).toEqual([]);
});

it.skipIf(process.platform === 'win32')('makes folders that are closed to other users', () => {
  const own = makeTemporaryFolder(above);
  expect(statSync(own.path).mode & 0o777).toBe(0o700);
  own.remove();
  expect(existsSync(own.path)).toBe(false);
});

it('clears locks of files that nobody has open', () => {
  const path = join(above, 'news.galley');
  writeFileSync(path, '');
  writeFileSync(join(locks, '1-2'), '');
  writeFileSync(join(locks, '1-2.name'), '/elsewhere/gone.galley');
  const lock = lockProject(path, locks);
  if ('reason' in lock) throw new Error(say(lock.reason));
  clearLeftovers(join(above, 'none'), locks);
  expect(readdirSync(locks)).toHaveLength(2);
  expect(existsSync(join(locks, '1-2'))).toBe(false);
  expect(lockProject(path, locks)).toHaveProperty('reason');
  lock.release();
  expect(readdirSync(locks)).toEqual([]);
});
