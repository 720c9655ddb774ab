import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

let place: CommandFolder;
beforeEach(async () => {
  place = createCommandFolder();
  await place.json('new', 'P.galley', '--json');
  place.put('a.txt', 'Prices rise.');
  for (const name of ['pipe', 'pipe.csv']) spawnSync('mkfifo', [join(place.folder, name)]);
}, 60_000);
afterEach(() => place.end());

// Nobody ever writes to the pipe: whoever reads it waits for good.
test.skipIf(process.platform === 'win32')(
  'No verb waits for a pipe that nobody writes to',
  { timeout: 120_000 },
  async () => {
    const lines: string[] = [];
    for (const words of [
      ['code', 'P.galley', 'pipe', '--coder', 'Ada'],
      ['answer', 'P.galley', 'pipe', '--coder', 'Ada'],
      ['codebook', 'import', 'P.galley', 'pipe.csv'],
      ['re-attach', 'pipe', 'a.txt', 'Q.galley'],
      ['reliability', '--matrix', 'pipe'],
      ['stats', 'pipe'],
      ['verify', 'pipe'],
      ['restore', 'P.galley', 'pipe'],
    ]) {
      const { status, error } = await place.galley(...words);
      expect([words, status]).toEqual([words, 1]);
      lines.push(error);
    }
    for (const line of lines) expect(line).toMatch(/^galley: .*pipe(?:\.csv)?: it is a pipe, not a file.*\n$/u);
    const { status, out } = await place.galley('import', 'P.galley', 'pipe');
    expect(status).toBe(1);
    expect(out).toContain('neither a file nor a folder');
  },
);
