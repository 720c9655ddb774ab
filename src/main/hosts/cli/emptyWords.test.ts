import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from './run.ts';
import type { Terminal } from './terminal.ts';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';
import { nodePlatform } from '../../app/folders.ts';
import { loadVerbs } from '../../desks/all.ts';

/** As a script calls it whose variable is unset: `galley export P.galley "$OUT"`. */
const verbs = await loadVerbs();

describe('an empty word', () => {
  let place: CommandFolder;
  beforeAll(async () => {
    place = createCommandFolder();
    await place.json('new', 'P.galley', '--json');
  }, 60_000);
  afterAll(() => place.end());

  it.each([
    [['export', 'P.galley', '']],
    [['package', 'P.galley', '']],
    [['codebook', 'export', 'P.galley', '']],
    [['import', 'P.galley', 'P.galley', '']],
    [['reliability', 'P.galley', '--out', '']],
    [['export', 'P.galley', 'out', '--document', '']],
  ])('ends %j with status 2, says which, and writes nothing', { timeout: 60_000 }, async (words) => {
    const before = readdirSync(place.folder);
    const { status, out, error } = await place.galley(...words);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(error).toMatch(/^galley: .* is empty.*\n$/u);
    expect(readdirSync(place.folder)).toEqual(before);
  });

  it('is refused where a path stands in the JSON of a call', { timeout: 60_000 }, async () => {
    for (const path of ['', 'a\\u0000b']) {
      const json = `{"folder":{"path":"${path}"},"formats":["csv"]}`;
      const { status, error } = await place.galley('call', 'P.galley', 'exports.run', json);
      expect(status).toBe(2);
      expect(error).toMatch(/^galley: .*path.*\n$/u);
    }
  });

  const terminal: Terminal & { lines: string[] } = {
    folder: '/nowhere',
    lines: [],
    out: () => undefined,
    note: (line) => void terminal.lines.push(line),
    flushed: () => Promise.resolve(true),
    status: null,
    onInterrupt: () => () => undefined,
  };
  const run = (words: string[]): Promise<number> =>
    runCommandLine(words, terminal, nodePlatform('cli', '0', { forgetful: true }));

  it.each(verbs.filter(({ most }) => most > 0))('is refused at every place of $name', async (verb) => {
    const wanted = Math.max(1, verb.least);
    for (let at = 0; at < wanted; at++) {
      const words = Array.from({ length: wanted }, (_, index) => (index === at ? '' : 'x'));
      terminal.lines.length = 0;
      expect(await run([verb.name, ...words])).toBe(2);
      expect(terminal.lines[0]).toContain('is empty');
    }
  });

  it.each(verbs.flatMap((verb) => Object.entries(verb.options).map(([name, option]) => ({ verb, name, option }))))(
    'is refused as the value of $verb.name --$name',
    async ({ verb, name, option }) => {
      if (option.value === undefined) return; // a switch has none
      terminal.lines.length = 0;
      const words = Array.from({ length: verb.least }, () => 'x');
      expect(await run([verb.name, ...words, `--${name}`, ''])).toBe(2);
      expect(terminal.lines[0]).toContain(`--${name} is empty`);
    },
  );
});
