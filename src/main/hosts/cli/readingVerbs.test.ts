import { readFileSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCommandFolder } from './testCommand.ts';

test.each([
  ['stats', 'P.galley'],
  ['search', 'P.galley', 'two'],
  ['log', 'P.galley'],
  ['reliability', 'P.galley'],
  ['codebook', 'export', 'P.galley', 'codes.csv'],
])('“galley %s” leaves the project as it is', async (...words) => {
  const place = createCommandFolder();
  try {
    await place.json('new', 'P.galley', '--name', 'A study', '--json');
    place.put('a.txt', 'One two.');
    await place.json('import', 'P.galley', 'a.txt', '--json');
    await place.galley('call', 'P.galley', 'codes.create', '{"name":"Claim"}');
    const path = join(place.folder, 'P.galley');
    utimesSync(path, 1_000_000, 1_000_000);
    const before = readFileSync(path);
    const { status, error } = await place.galley(...words);
    expect({ status, error }).toEqual({ status: 0, error: '' });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(statSync(path).mtimeMs).toBe(1_000_000_000);
    expect(readdirSync(place.folder).filter((name) => name.startsWith('P.galley'))).toEqual(['P.galley']);
  } finally {
    place.end();
  }
});
