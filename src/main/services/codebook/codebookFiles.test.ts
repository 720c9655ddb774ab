import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { utf16 } from '../../../shared/text/offsets.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

function read(
  name: string,
  content: string | Uint8Array,
): Promise<{ created: string[]; updated: string[]; variables: string[]; changes: string[] }> {
  return project.client.run('codebook.import', { file: project.app.grants.grant(project.put(name, content)) });
}

async function write(name: string): Promise<string> {
  await project.client.run('codebook.export', { folder: project.app.grants.grant(project.folder), name });
  return readFileSync(join(project.folder, name), 'utf8');
}

const book = [
  'path,definition,color,pattern,key',
  'Frames / Conflict,"Two sides, ""us"" and them",5,striped,1',
  'Actors,,#ff0000,,',
  'Frames,= how it is told,,,2',
  '',
].join('\n');

describe('A codebook file', () => {
  test('makes codes in the order of the file, with the codes above them, as one step', async () => {
    expect(await read('book.csv', book)).toEqual({
      created: ['Frames', 'Frames / Conflict', 'Actors'],
      updated: [],
      variables: [],
      changes: [],
    });
    expect(await write('again.csv')).toBe(
      [
        'path,definition,include,exclude,example,color,pattern,key',
        "Frames,'= how it is told,,,,1,plain,2",
        'Frames / Conflict,"Two sides, ""us"" and them",,,,5,striped,1',
        'Actors,,,,,1,plain,',
        '',
      ].join('\r\n'),
    );
    expect((await project.client.call('history.undo', {})).label).toBe('Import codebook book.csv');
    expect((await project.client.call('codes.list', {})).codes).toEqual([]);
  });

  test.each(['book.csv', 'book.json'])(
    '%s comes back as it was written, into the same project and a new one',
    async (name) => {
      await read('first.csv', book);
      const written = await write(name);
      expect(await read(`copy-${name}`, written)).toEqual({ created: [], updated: [], variables: [], changes: [] });
      const other = await createTestProject();
      try {
        const path = other.put(name, written);
        await other.client.run('codebook.import', { file: other.app.grants.grant(path) });
        await other.client.run('codebook.export', {
          folder: other.app.grants.grant(other.folder),
          name: `again-${name}`,
        });
        expect(readFileSync(join(other.folder, `again-${name}`), 'utf8')).toBe(written);
      } finally {
        await other.end();
      }
    },
  );

  test('updates codes by their path, and lets two of them swap their keys', async () => {
    await read('book.csv', book);
    const result = await read('swap.csv', 'path,key\nFrames,1\nFrames / Conflict,2\nActors,\n');
    expect(result).toEqual({ created: [], updated: ['Frames', 'Frames / Conflict'], variables: [], changes: [] });
    const { codes } = await project.client.call('codes.list', {});
    expect(codes.find(({ name }) => name === 'Conflict')).toMatchObject({ key: '2', pattern: 'striped', hue: 5 });
    expect(codes.find(({ name }) => name === 'Frames')).toMatchObject({ key: '1', definition: '= how it is told' });
  });

  test('takes a key from a code that it does not name, and says so', async () => {
    await read('book.csv', book);
    expect(await read('more.csv', 'path,key\nTone,2\n')).toEqual({
      created: ['Tone'],
      updated: ['Frames'],
      variables: [],
      changes: [],
    });
  });

  test.each(['book.json', 'book.csv'])(
    '%s holds all that there is, and gives it back to a new project',
    async (name) => {
      const { call } = project.client;
      const tables = (file: string): string[] =>
        file.endsWith('.csv') ? [file, file.replace('.csv', '.variables.csv')] : [file];
      const written = async (from: TestProject, file: string): Promise<string[]> => {
        await from.client.run('codebook.export', { folder: from.app.grants.grant(from.folder), name: file });
        return tables(file).map((one) => readFileSync(join(from.folder, one), 'utf8'));
      };
      const taken = async (into: TestProject, file: string, contents: readonly string[]): Promise<unknown> => {
        const [first = ''] = tables(file).map((one, index) => into.put(one, contents[index] ?? ''));
        return await into.client.run('codebook.import', { file: into.app.grants.grant(first) });
      };
      await project.importFiles(project.put('Harbour.txt', 'One 👩‍🚒 strike in the harbour of the city.'));
      const { rows } = await call('documents.list', { filter: '', offset: 0, limit: 1 });
      const document = rows[0]?.id ?? '';
      const set = await call('exclusiveSets.create', { name: 'Side', rule: 'refuse' });
      await call('exclusiveSets.create', { name: 'Nobody yet', rule: 'warn' });
      const top = await call('codes.create', { name: 'Actor', include: 'people', exclude: 'things' });
      const code = await call('codes.create', { name: 'Union', parent: top.id });
      await call('codes.update', { code: code.id, exclusiveSet: set.id, key: '3' });
      await call('codes.update', { code: top.id, archived: true });
      await call('examples.create', { code: code.id, anchor: { document, start: utf16(4), end: utf16(16) } });
      await call('examples.create', { code: code.id, quote: 'a line\nand “another”' });
      const list = 'People';
      const ada = await call('entities.create', { list, name: 'Ada' });
      const who = await call('variables.create', {
        scope: 'passage',
        code: code.id,
        name: 'who',
        level: 'entity',
        entityList: list,
        fallback: ada.id,
      });
      const choices = [
        { value: 1, label: 'for', missing: false, help: 'in favour' },
        { value: 99, label: 'cannot tell', missing: true, help: '' },
      ];
      await call('variables.create', {
        scope: 'passage',
        code: code.id,
        name: 'stance',
        level: 'nominal',
        choices,
        required: true,
        showIf: { match: 'all', tests: [{ variable: who.id, is: 'equal', value: ada.id }] },
      });
      await call('variables.create', { scope: 'document', name: 'tone', level: 'interval', minimum: -2, maximum: 2 });
      const contents = await written(project, name);
      expect(await taken(project, `copy-${name}`, contents)).toEqual({
        created: [],
        updated: [],
        variables: [],
        changes: [],
      });
      const other = await createTestProject();
      try {
        await other.importFiles(other.put('Harbour.txt', 'One 👩‍🚒 strike in the harbour of the city.'));
        await taken(other, name, contents);
        expect(await written(other, `again-${name}`)).toEqual(contents);
        expect((await other.client.call('exclusiveSets.list', {})).map((one) => one.name).sort()).toEqual([
          'Nobody yet',
          'Side',
        ]);
        expect(await other.client.call('examples.list', {})).toMatchObject([
          { quote: '👩‍🚒 strike'.slice(0, 12), anchor: { start: 4, end: 16 } },
          { quote: 'a line\nand “another”', anchor: null },
        ]);
        await other.client.call('history.undo', {});
        expect(await other.client.call('variables.list', {})).toEqual([]);
        expect(await other.client.call('entities.list', {})).toEqual([]);
      } finally {
        await other.end();
      }
    },
  );

  describe('gives an example its place', () => {
    const bookOf = (document: string): string =>
      JSON.stringify({
        galley: 'codebook',
        version: 2,
        codes: [{ path: 'Frames', examples: [{ quote: 'strike', anchor: { document, start: 4, end: 10 } }] }],
      });
    const placed = async (): Promise<unknown[]> =>
      (await project.client.call('examples.list', {})).map(({ anchor }) => anchor);
    const onlyDocument = async (): Promise<string | undefined> =>
      (await project.client.call('documents.list', { offset: 0, limit: 2 })).rows[0]?.id;
    const idOf = async (name: string): Promise<string | undefined> =>
      (await project.client.call('documents.list', { offset: 0, limit: 100 })).rows.find((row) => row.name === name)
        ?.id;

    test.each([
      ['Caf\u00e9', 'Cafe\u0301'],
      ['Cafe\u0301', 'Caf\u00e9'],
      ['The  paper', 'The\u00a0paper'],
      ['ﬁlm', 'film'],
    ])('in %j by the name %j, which looks the same', async (name, written) => {
      await project.importFiles(project.put(`${name}.txt`, 'One strike.'));
      expect(await read('book.json', bookOf(written))).toMatchObject({ changes: [] });
      expect(await placed()).toMatchObject([{ document: await onlyDocument(), start: 4, end: 10 }]);
    });

    test('by the very name before one that looks the same', async () => {
      const names = ['Cafe\u0301', 'Caf\u00e9'];
      for (const name of names) await project.importFiles(project.put(`${name}.txt`, `One strike. ${name}`));
      for (const name of names) {
        expect(await read('book.json', bookOf(name))).toMatchObject({ changes: [] });
        expect(await placed()).toMatchObject([{ document: await idOf(name) }]);
      }
    });

    test('in one that is called by its first line, by its file, unless another has that name', async () => {
      const text = 'One strike in the harbour\n\nThe dockers left the port before dawn, the union said on Monday.\n';
      await project.importFiles(project.put('001.txt', text));
      const by = await onlyDocument();
      expect(await read('book.json', bookOf('001'))).toMatchObject({ changes: [] });
      expect(await placed()).toMatchObject([{ document: by, start: 4, end: 10 }]);
      await project.client.call('history.undo', {});
      await project.importFiles(project.put('other.txt', 'One strike.'));
      await project.client.call('documents.rename', { document: (await idOf('other')) ?? '', name: '001' });
      await read('book.json', bookOf('001'));
      expect(await placed()).toMatchObject([{ document: await idOf('001') }]);
    });

    test('only where one document fits, says so otherwise, and keeps one that it has', async () => {
      for (const name of ['Cafe\u0301', 'Caf\u00e9'])
        await project.importFiles(project.put(`${name}.txt`, `One strike. ${name}`));
      const { changes } = await read('book.json', bookOf('Caf\u00e9\u00ad'));
      expect(changes).toEqual([expect.stringMatching(/^Frames: .*“strike”.*2 documents.*“Café/u)]);
      expect(await placed()).toEqual([null]);
      await read('book.json', bookOf('Caf\u00e9'));
      const before = await placed();
      expect(before).toMatchObject([{ start: 4 }]);
      expect(await read('book.json', bookOf('Caf\u00e9\u00ad'))).toMatchObject({ changes: [], updated: [] });
      expect(await placed()).toEqual(before);
    });
  });

  test('says what a format cannot hold, before it is written', async () => {
    await project.client.call('variables.create', { scope: 'document', name: 'tone', level: 'text' });
    expect(await project.client.call('codebook.losses', { name: 'book.json' })).toEqual([]);
    expect(await project.client.call('codebook.losses', { name: 'book.qdc' })).toEqual(['1 variable is left out']);
  });

  test('with a fault changes nothing', async () => {
    await expect(read('bad.csv', 'path,key\nA,1\nB,1\n')).rejects.toMatchObject({
      code: 'file-damaged',
      message: 'bad.csv: row 3: the key 1 belongs to “A” already; give each key to one code. Nothing was changed.',
    });
    expect((await project.client.call('codes.list', {})).codes).toEqual([]);
  });

  test('that is no UTF-8, empty, missing or of another kind is refused in clear words', async () => {
    const missing = project.app.grants.grant(join(project.folder, 'none.csv'));
    await expect(project.client.run('codebook.import', { file: missing })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
    await expect(read('latin.csv', Buffer.from('path\nFr\u00e4mung\n', 'latin1'))).rejects.toThrow(
      'latin.csv: line 2: not UTF-8',
    );
    await expect(read('empty.csv', '')).rejects.toMatchObject({ code: 'file-empty' });
    await expect(read('book.xlsx', 'x')).rejects.toMatchObject({ code: 'file-unsupported' });
  });
});
