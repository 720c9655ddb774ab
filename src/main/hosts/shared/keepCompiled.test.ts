import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-compiled-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a small program that keeps what it compiles and then loads a module; answers with what it prints. */
function run(home: string, more: Record<string, string> = {}): string {
  const module = join(folder, 'module.mjs');
  const program = join(folder, 'program.mjs');
  const keeping = pathToFileURL(join(import.meta.dirname, 'keepCompiled.ts')).href;
  writeFileSync(module, 'export const words = "loaded";\n');
  writeFileSync(
    program,
    `import { keepCompiled } from ${JSON.stringify(keeping)};
     keepCompiled();
     const { words } = await import('./module.mjs');
     console.log(words, process.env.NODE_COMPILE_CACHE ?? '-');`,
  );
  return execFileSync(process.execPath, [program], {
    env: { ...process.env, NODE_COMPILE_CACHE: undefined, GALLEY_HOME: home, ...more },
    encoding: 'utf8',
  }).trim();
}

test('what is compiled is kept in a folder of this user alone, and threads are told of it', () => {
  const home = join(folder, 'home');
  const cache = join(home, 'cache', 'compiled');
  expect(run(home)).toBe(`loaded ${cache}`);
  expect(readdirSync(cache)).not.toEqual([]);
  if (process.platform !== 'win32') expect(statSync(cache).mode & 0o077).toBe(0);
});

test('a program starts where nothing can be kept, and keeps it where whoever starts it says', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(run(join(file, 'home'))).toBe('loaded -');
  const other = join(folder, 'other');
  expect(run(join(folder, 'home'), { NODE_COMPILE_CACHE: other })).toBe(`loaded ${other}`);
  expect(existsSync(join(folder, 'home'))).toBe(false);
});
