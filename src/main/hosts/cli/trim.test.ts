import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

let place: CommandFolder;
beforeEach(async () => {
  place = createCommandFolder();
  await place.json('new', 'P.galley', '--json');
  place.put('a.txt', 'War is over.\n\nPeace.\n');
  await place.galley('import', 'P.galley', 'a.txt');
  const lines = [
    { document: 'a', start: 0, end: 14, code: 'War' },
    { document: 'a', start: 3, end: 6, code: 'War' },
    { document: 'a', start: 14, end: 20, code: 'Peace' },
  ];
  place.put('codes.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await place.galley('code', 'P.galley', 'codes.jsonl', '--coder', 'Ada');
});
afterEach(() => place.end());

test(
  'galley trim lists what would be trimmed, trims it as one step, and has nothing to do then',
  { timeout: 90_000 },
  async () => {
    expect(await place.galley('trim', 'P.galley')).toMatchObject({ status: 2 });
    const trim = (...more: string[]) => place.galley('trim', 'P.galley', '--coder', 'Ada', ...more);
    expect((await trim('--dry-run')).out).toBe('a\t0–12\tWar is over.\na\t4–6\tis\n2 codings would be trimmed\n');
    expect(await trim()).toMatchObject({ out: '2 codings trimmed\n', status: 0 });
    expect((await trim()).out).toBe('0 codings trimmed\n');
    expect((await place.galley('verify', 'P.galley')).status).toBe(0);
    expect((await place.galley('undo', 'P.galley', '--coder', 'Ada')).out).toContain('Trim 2 codings');
    expect(await place.json('trim', 'P.galley', '--coder', 'Ada', '--json')).toEqual({ trimmed: 2, doubles: 0 });
  },
);
