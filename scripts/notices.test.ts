import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Notice } from './notices/packages.ts';
import { notices } from './notices/plugin.ts';

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'galley-notices-'));
});
afterEach(() => rmSync(project, { recursive: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), content);
}

function addPackage(name: string, licence: string, rest: object = {}): void {
  const manifest = { name, version: '1.0.0', license: licence, main: 'index.js', type: 'module', ...rest };
  write(`node_modules/${name}/package.json`, JSON.stringify(manifest));
  write(`node_modules/${name}/index.js`, `export const from = '${name}';`);
  write(`node_modules/${name}/LICENSE`, `Terms of ${name}.\n`);
}

async function built(external: readonly string[] = []): Promise<Notice[]> {
  await build({
    root: project,
    configFile: false,
    logLevel: 'silent',
    plugins: [notices(project)],
    build: { outDir: 'out', rollupOptions: { input: join(project, 'main.js'), external: [...external] } },
  });
  return JSON.parse(readFileSync(join(project, 'out', 'notices.json'), 'utf8')) as Notice[];
}

test('The notices name packages in the code, fonts in the styles, and what is loaded at run time with all it needs', async () => {
  addPackage('used', 'MIT');
  addPackage('unused', 'MIT');
  addPackage('@faces/serif', 'OFL-1.1');
  write('node_modules/@faces/serif/serif.woff2', 'x'.repeat(10_000));
  write('node_modules/@faces/serif/index.css', "@font-face { font-family: S; src: url('./serif.woff2'); }");
  addPackage('outside', 'ISC', { dependencies: { below: '1', absent: '1' } });
  addPackage('below', 'Apache-2.0');
  write('style.css', "@import '@faces/serif/index.css'; body { font-family: S; }");
  write('main.js', "import './style.css'; import { from } from 'used'; import 'outside'; console.log(from);");
  const found = await built(['outside']);
  expect(found.map(({ name, licence }) => [name, licence])).toEqual([
    ['@faces/serif', 'OFL-1.1'],
    ['below', 'Apache-2.0'],
    ['outside', 'ISC'],
    ['used', 'MIT'],
  ]);
  expect(found[0]).toMatchObject({ version: '1.0.0', text: 'Terms of @faces/serif.' });
});

test('The notices name the data of others among the sources, where it is in the program', async () => {
  write('src/shared/text/words/table.ts', "export const ranges = { CR: ['d 1'] };");
  write('src/shared/text/words/UNICODE-LICENSE.txt', 'Terms of Unicode.\n');
  write('main.js', "import { ranges } from './src/shared/text/words/table.ts'; console.log(ranges);");
  expect(await built()).toEqual([
    { name: 'Unicode Character Database', version: '17.0.0', licence: 'Unicode-3.0', text: 'Terms of Unicode.' },
  ]);
  write('main.js', 'console.log(1);');
  expect(await built()).toEqual([]);
});

test('The terms of Unicode are those that jsdom ships with the same data', () => {
  const root = dirname(import.meta.dirname);
  const theirs = readFileSync(join(root, 'node_modules/jsdom/LICENSE.txt'), 'utf8');
  const ours = readFileSync(join(root, 'src/shared/text/words/UNICODE-LICENSE.txt'), 'utf8');
  expect(theirs).toContain('Unicode Character Database 17.0.0');
  expect(ours).toBe(theirs.slice(theirs.indexOf('UNICODE LICENSE V3')));
});

test('A package whose licence does not allow shipping it ends the build', async () => {
  addPackage('closed', 'SEE LICENSE IN LICENSE');
  write('main.js', "import { from } from 'closed'; console.log(from);");
  await expect(built()).rejects.toThrow('closed 1.0.0 cannot be shipped: its licence is “SEE LICENSE IN LICENSE”');
});
