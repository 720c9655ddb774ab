import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestApp } from '../../app/testApp.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-notices-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function list(name: string, packages: readonly string[]): string {
  const path = join(folder, name);
  const notices = packages.map((one) => ({ name: one, version: '1.0.0', licence: 'MIT', text: `Terms of ${one}` }));
  writeFileSync(path, JSON.stringify(notices));
  return path;
}

test('Notices of all bundles are told once each, by name, without a project', async () => {
  const noticesFiles = [list('main.json', ['zod', 'csv']), list('renderer.json', ['face', 'zod'])];
  const { client, end } = createTestApp({ noticesFiles });
  const found = await client.call('program.notices', {});
  expect(found.map(({ name }) => name)).toEqual(['csv', 'face', 'zod']);
  await end();
});

test('A program that was not built says how to make the list', async () => {
  const { client, end } = createTestApp({ noticesFiles: [join(folder, 'none.json')] });
  await expect(client.call('program.notices', {})).rejects.toThrow('none.json, is made with the program: run');
  await end();
});
