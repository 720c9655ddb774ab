import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

/** Clears the screen, sets the window's title, and turns the letters that follow round. */
const acts = '\u001b[2J\u001b]0;title\u0007\u202etxt';
const shown = '\\u001b[2J\\u001b]0;title\\u0007\\u202etxt';
const acting = /[\u001b\u0007\u009b\u202e]/u; // eslint-disable-line no-control-regex -- they are meant

let place: CommandFolder;
beforeEach(async () => {
  place = createCommandFolder();
  place.put('a.txt', `Prices ${acts} rise.\n`);
  await place.json('new', 'P.galley', '--json');
  await place.json('import', 'P.galley', 'a.txt', '--json');
}, 60_000);
afterEach(() => place.end());

describe('What comes from data', { timeout: 60_000 }, () => {
  test('does nothing in a terminal: it is shown, while JSON stays what it is', async () => {
    const words = await place.galley('search', 'P.galley', 'Prices');
    expect(words.out).toContain(shown);
    expect(words.out).not.toMatch(acting);
    const json = (await place.json('search', 'P.galley', `${acts} rise`, '--json')) as { hits: { quote: string }[] };
    expect(json.hits.map(({ quote }) => quote)).toEqual([`${acts} rise`]);
  });

  test('does nothing in what is noted, in the log and in errors either', async () => {
    const line = JSON.stringify({ document: 'a', start: 0, end: 6, code: `Code ${acts}` });
    place.put('c.jsonl', `${line}\n`);
    const coded = await place.galley('code', 'P.galley', 'c.jsonl', '--coder', `Ada ${acts}`);
    expect(coded).toMatchObject({ status: 0, error: expect.stringContaining(shown) as string });
    const log = await place.galley('log', 'P.galley');
    expect(log.out).toContain(shown);
    const failed = await place.galley('export', 'P.galley', 'out', '--code', `None ${acts}`);
    expect(failed).toMatchObject({ status: 1, error: expect.stringContaining(shown) as string });
    for (const { out, error } of [coded, log, failed]) expect(out + error).not.toMatch(acting);
  });
});
