import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

let place: CommandFolder;
beforeEach(async () => {
  place = createCommandFolder();
  await place.json('new', 'P.galley', '--json');
  place.put('a.txt', 'War and prewar. No war, no war.');
  place.put('b.txt', '👍 The war.');
  await place.galley('import', 'P.galley', 'a.txt', 'b.txt');
  place.put('codes.jsonl', '{"document":"a","start":0,"end":3,"code":"Frames / Conflict"}\n');
  await place.galley('code', 'P.galley', 'codes.jsonl', '--coder', 'Ada');
});
afterEach(() => place.end());

const codeWar = (...more: string[]) =>
  place.galley('search', 'P.galley', 'war', '--code', 'Frames / Conflict', '--coder', 'Ada', ...more);

describe('galley search', { timeout: 90_000 }, () => {
  test('finds whole words alone where it is told to', async () => {
    expect((await place.galley('search', 'P.galley', 'war')).out.match(/\[war\]/giu)).toHaveLength(5);
    const { out } = await place.galley('search', 'P.galley', 'war', '--words');
    expect(out.match(/\[war\]/giu)).toHaveLength(4);
    expect(out).not.toContain('pre[war]');
    expect((await place.galley('search', 'P.galley', 'war', '--words', '--case')).out.match(/\[war\]/gu)).toHaveLength(
      3,
    );
  });

  test('codes all hits as one step, and says what was coded already', async () => {
    const { out, status } = await codeWar('--words');
    expect([out, status]).toEqual(['3 passages in 2 documents coded “Conflict” (1 coded already)\n', 0]);
    expect((await place.galley('undo', 'P.galley')).out).toContain('Code 3 passages with “Conflict”');
    const told = await place.json(
      'search',
      'P.galley',
      'war',
      '--words',
      '--code',
      'Frames / Conflict',
      '--coder',
      'Ben',
      '--extent',
      'sentence',
      '--json',
    );
    expect(told).toMatchObject({ annotations: 3, documents: 2, present: 0, excluded: 0 });
    expect((await place.galley('verify', 'P.galley')).status).toBe(0);
  });

  test('says what another code excludes, and fails where that is all', async () => {
    const call = async (method: string, input: object) =>
      (await place.json('call', 'P.galley', method, JSON.stringify(input))) as {
        id: string;
        codes: { id: string; name: string }[];
      };
    const { codes } = await call('codes.list', {});
    const set = await call('exclusiveSets.create', { name: 'Frames', rule: 'refuse' });
    const other = await call('codes.create', { name: 'Peace' });
    for (const code of [other.id, codes.find(({ name }) => name === 'Conflict')?.id]) {
      await call('codes.update', { code, exclusiveSet: set.id });
    }
    place.put('peace.jsonl', '{"document":"b","start":2,"end":9,"code":"Peace"}\n');
    await place.galley('code', 'P.galley', 'peace.jsonl', '--coder', 'Ada');
    const { out, error: err, status } = await codeWar('--words');
    expect([out, status]).toEqual(['2 passages in 1 document coded “Conflict” (1 coded already)\n', 0]);
    expect(err).toContain('b:6-9 was not coded: “Peace” excludes it');
    const all = await place.galley('search', 'P.galley', 'the war', '--code', 'Frames / Conflict', '--coder', 'Ada');
    expect([all.out, all.status]).toEqual(['0 passages in 0 documents coded “Conflict”\n', 1]);
  });

  test('refuses a code that is not there, and words that do not go together', async () => {
    const refused = async (...words: string[]): Promise<string> => {
      const { out, error: err, status } = await place.galley('search', 'P.galley', 'war', ...words);
      expect([out, status === 0]).toEqual(['', false]);
      return err;
    };
    expect(await refused('--code', 'Conflict', '--coder', 'Ada')).toContain('There is no code “Conflict”.');
    expect(await refused('--code', 'Frames / Conflict')).toContain('say who codes: --coder NAME');
    expect(await refused('--code', 'Frames', '--coder', 'Ada', '--limit', '2')).toContain('--code takes all hits');
    expect(await refused('--code', 'Frames', '--coder', 'Ada', '--extent', 'line')).toContain('not “line”');
    expect(await refused('--extent', 'sentence')).toContain('--extent goes with --code');
    const { out } = await place.galley('stats', 'P.galley', '--json');
    expect(JSON.parse(out)).toMatchObject({ annotations: 1 });
  });
});
