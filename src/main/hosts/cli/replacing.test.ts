import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

let place: CommandFolder;
beforeEach(async () => {
  place = createCommandFolder();
  for (const name of ['P.galley', 'Q.galley']) {
    await place.json('new', name, '--json');
    place.put('a.txt', 'Prices rise.');
    await place.json('import', name, 'a.txt', '--json');
  }
  const coded = (coder: string): Promise<unknown> => {
    const file = place.put('codings.jsonl', '{"document":"a","start":0,"end":6,"code":"Prices"}\n');
    return place.json('code', 'P.galley', file, '--coder', coder, '--json');
  };
  await coded('Ada');
  await coded('Ben');
}, 60_000);
afterEach(() => place.end());

const agreement = ['csv', 'docx', 'svg'].map((ending) => `agreement.${ending}`);

test.each([
  { words: ['codebook', 'export', 'P.galley', 'book.csv'], names: ['book.csv'] },
  { words: ['package', 'P.galley', 'codings.zip'], names: ['codings.zip'] },
  { words: ['reliability', 'P.galley', '--draws', '0', '--out', '.'], names: agreement },
])('galley $words.0 replaces what is not its own only with --replace', { timeout: 120_000 }, async (one) => {
  const { words, names } = one;
  for (const name of names) place.put(name, 'by hand');
  const before = readdirSync(place.folder).sort();
  const refused = await place.galley(...words);
  expect(refused).toMatchObject({ status: 1, out: '' });
  expect(refused.error).toContain('--replace');
  expect(refused.error.trimEnd()).not.toContain('\n');
  for (const name of names) {
    expect(refused.error).toContain(name);
    expect(readFileSync(join(place.folder, name), 'utf8')).toBe('by hand');
  }
  expect(readdirSync(place.folder).sort()).toEqual(before);
  expect((await place.galley(...words, '--replace')).status).toBe(0);
  expect((await place.galley(...words)).status).toBe(0);
  const others = words.map((word) => (word === 'P.galley' ? 'Q.galley' : word));
  if (words[0] !== 'reliability') expect((await place.galley(...others)).status).toBe(1); // Q has no coders to measure
});

test.each([
  ['export', 'P.galley', '.'],
  ['codebook', 'export', 'P.galley', 'book.csv'],
  ['package', 'P.galley', 'codings.zip'],
  ['reliability', 'P.galley', '--draws', '0', '--out', '.'],
])(
  'galley %s succeeds where its record alone cannot be written, and says so',
  { timeout: 120_000 },
  async (...words) => {
    mkdirSync(join(place.folder, '.galley-export.json'));
    const done = await place.galley(...words);
    expect(done.status).toBe(0);
    expect(done.error.split('\n').filter((line) => line.includes('written and whole'))).toHaveLength(1);
  },
);

test('--replace stands only where something is written', async () => {
  place.put('book.csv', 'path\nPrices\n');
  expect(await place.galley('codebook', 'import', 'P.galley', 'book.csv', '--replace')).toMatchObject({ status: 2 });
  expect(await place.galley('reliability', 'P.galley', '--replace')).toMatchObject({ status: 2 });
});
