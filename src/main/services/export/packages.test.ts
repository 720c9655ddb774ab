import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AttachReport } from '../../../shared/api/packages.ts';
import { tableNames, tableOf } from '../../../shared/model/recordTables.ts';
import { readPackage } from '../../formats/projects/package/content.ts';
import { packageVersion } from '../../formats/projects/package/manifest.ts';
import { recordName } from '../../jobs/files/exportRecord.ts';
import { arabic, fillForPackage, strike, unpack, writePackage } from '../testPackage.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

/** Re-attaches in a project of its own, and answers with the report and what that project exports. */
async function attach(name: string, ...files: string[]): Promise<{ report: AttachReport; other: TestProject }> {
  const other = await createTestProject();
  const { grants } = other.app;
  const report = await other.client.run('packages.attach', {
    package: grants.grant(join(project.folder, name)),
    files: files.map((file) => grants.grant(file)),
  });
  return { report, other };
}

async function exported(from: TestProject, folder: string): Promise<Map<string, string>> {
  const path = join(from.folder, folder);
  await from.client.run('exports.run', { folder: from.app.grants.grant(path), formats: ['csv', 'jsonl', 'spacy'] });
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== recordName, // which tells of moments
  );
  return new Map(names.map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]));
}

describe('A package', () => {
  test('says what was coded, in files that anyone can read, and the same bytes every time', async () => {
    await fillForPackage(project);
    expect(await writePackage(project, 'p.zip', { quote: 10, freeText: 'keep' })).toEqual({
      documents: 2,
      codings: 4,
      cleaned: 0,
      folder: project.folder,
      warnings: [],
    });
    await writePackage(project, 'again.zip', { quote: 10, freeText: 'keep' });
    expect(readFileSync(join(project.folder, 'p.zip')).equals(readFileSync(join(project.folder, 'again.zip')))).toBe(
      true,
    );
    const files = unpack(project, 'p.zip');
    const lines = (name: string): Record<string, unknown>[] =>
      (files.get(name) ?? '')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const codings = lines('codings.jsonl');
    expect(codings.map(({ quote, cut }) => [quote, cut])).toEqual([
      ['漢字', false],
      ['the', false],
      ['Two hundre', true],
      ['Nobody ret', true],
    ]);
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(codings.map((row) => row['quote_hash'])).toEqual(
      ['漢字', 'the', 'Two hundred dockers ', 'Nobody returned.'].map((quote) => hash(quote).slice(0, 32)),
    );
    const documents = lines('documents.jsonl');
    expect(documents.map((row) => [row['name'], row['text_sha256'], row['characters']])).toEqual([
      ['arabic', hash(arabic), Array.from(arabic).length],
      ['strike', hash(strike), Array.from(strike).length],
    ]);
    expect(files.get('README.txt')).toContain('at most the first 10 characters');
    expect(JSON.parse(files.get('codebook.json') ?? '')).toMatchObject({ codes: expect.any(Array) as unknown });
    expect(readdirSync(project.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test.each([[0], [20], [30]])('of quotations up to %i characters has no longer piece of a text', async (quote) => {
    await fillForPackage(project);
    // A memo and the note of a round repeat more of an article than that.
    expect((await writePackage(project, 'p.zip', { quote })).cleaned).toBe(2);
    const all = [...unpack(project, 'p.zip').values()].join('\n').toLowerCase();
    const limit = Math.max(quote, 20);
    for (const text of [strike, arabic].map((one) => one.toLowerCase())) {
      for (let at = 0; at + limit + 1 <= text.length; at++) {
        const piece = text.slice(at, at + limit + 1);
        expect(all.includes(piece) || all.includes(JSON.stringify(piece).slice(1, -1)), piece).toBe(false);
      }
    }
    if (quote === 0) expect(all).not.toContain('漢字');
  });

  test('holds words of an article in no place where people write, and no free words at all when they are dropped', async () => {
    await fillForPackage(project);
    const { call } = project.client;
    const leak = 'had walked out before dawn, the union said';
    const told = (place: string): string => `${place}: ${leak}`;
    const { codes } = await call('codes.list', {});
    const [code = ''] = codes.map(({ id }) => id);
    const rules = { definition: told('definition'), include: told('include'), exclude: told('exclude') };
    await call('codes.update', { code, ...rules });
    await call('variables.create', {
      scope: 'document',
      name: 'source',
      level: 'nominal',
      label: told('label'),
      help: told('help'),
      choices: [{ value: 1, label: 'none', help: told('choice') }],
    });
    await call('entities.create', { list: 'people', name: 'Ann', attributes: { role: told('attribute') } });
    await call('versions.publish', { note: told('note') });
    const { rows } = await call('documents.list', { offset: 0, limit: 9 });
    const document = rows.find(({ name }) => name === 'strike')?.id ?? '';
    await call('progress.set', { document, status: 'set-aside', reason: told('reason') });
    const { annotations } = await call('documents.open', { document });
    const [first, second] = annotations.rows;
    await call('annotations.setMemo', { annotation: first?.[0] ?? '', memo: told('memo') });
    await call('links.create', {
      source: second?.[0] ?? '',
      target: first?.[0] ?? '',
      relation: told('relation'),
    });

    await writePackage(project, 'kept.zip', { freeText: 'keep' });
    const kept = [...unpack(project, 'kept.zip').values()].join('\n');
    for (const place of 'definition include exclude label help choice attribute note reason memo relation'.split(' '))
      expect(kept, place).toContain(told(place));
    await writePackage(project, 'clean.zip');
    for (const [name, text] of unpack(project, 'clean.zip')) expect(text, name).not.toContain(leak);
    await writePackage(project, 'dropped.zip', { freeText: 'drop' });
    const dropped = unpack(project, 'dropped.zip');
    for (const [name, text] of dropped) expect(text, name).not.toContain(leak);
    expect(dropped.get('statuses.jsonl')?.match(/"reason":"[^"]/gu)).toBeNull();
    expect(dropped.get('codings.jsonl')?.match(/"memo":"[^"]/gu)).toBeNull();
  });

  test('without what people wrote has no memos, and no answers in words', async () => {
    await fillForPackage(project);
    await writePackage(project, 'p.zip', { freeText: 'drop' });
    const files = unpack(project, 'p.zip');
    expect(files.get('codings.jsonl')).not.toContain('who?');
    expect(files.get('answers.jsonl')).not.toContain('the dockers');
    expect(files.get('answers.jsonl')).toContain('Coast Wire');
  });
});

describe('Re-attaching', () => {
  test('with the same files gives the exports of the first project, byte for byte', async () => {
    await fillForPackage(project);
    await writePackage(project, 'p.zip', { quote: 0, freeText: 'keep' });
    const { report, other } = await attach('p.zip', join(project.folder, 'files'));
    try {
      expect(report.documents.map(({ name, match, codings, placed }) => [name, match, codings, placed])).toEqual([
        ['arabic', 'text', 2, 2],
        ['strike', 'text', 2, 2],
      ]);
      expect(report).toMatchObject({ exact: 4, moved: 0, open: [], extra: [], refused: [], evidence: 0 });
      const [before, after] = [await exported(project, 'out'), await exported(other, 'out')];
      // The corpus file names the project and the moment of its last change, which are those of the new project.
      const neutral = (text = ''): string => text.replace(/"(?:project|exported)":"[^"]*",?/gu, '');
      expect([...after.keys()]).toEqual([...before.keys()]);
      for (const [name, content] of before) expect(neutral(after.get(name)), name).toBe(neutral(content));
      expect(await other.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
      const open = async (one: TestProject): Promise<unknown> => {
        const { rows } = await one.client.call('documents.list', { offset: 0, limit: 9 });
        const { answers, links, progress, assignments } = await one.client.call('documents.open', {
          document: rows[1]?.id ?? '',
        });
        const [versions, rounds] = [
          await one.client.call('versions.list', {}),
          await one.client.call('rounds.list', {}),
        ];
        return { answers, links, progress, assignments, versions, rounds };
      };
      expect(await open(other)).toEqual(await open(project));
    } finally {
      await other.end();
    }
  });

  test('with another version of a text places only words among what stood around them, and lists the others', async () => {
    await fillForPackage(project);
    await writePackage(project, 'p.zip', { quote: 40 });
    const folder = join(project.folder, 'others');
    mkdirSync(folder);
    writeFileSync(join(folder, 'strike.txt'), strike.replace('Two hundred', 'On Monday two hundred'));
    writeFileSync(join(folder, 'arabic.txt'), arabic);
    writeFileSync(join(folder, 'stranger.txt'), 'Nothing of this was coded.');
    const { report, other } = await attach('p.zip', folder);
    try {
      expect(report.documents.map(({ match, placed }) => [match, placed])).toEqual([
        ['text', 2],
        ['title', 1],
      ]);
      expect(report).toMatchObject({ exact: 2, moved: 1, extra: ['stranger'] });
      expect(report.open).toMatchObject([
        {
          document: 'strike',
          code: 'Frames / Conflict',
          quote: 'Two hundred dockers ',
          reason: 'only similar words stand in the text',
        },
      ]);
      expect(report.open[0]?.suggestion?.quote).toContain('hundred dockers');
      const { rows } = await other.client.call('documents.list', { offset: 0, limit: 9 });
      expect(rows.map(({ name }) => name)).toEqual(['arabic', 'strike']);
      const { text, annotations } = await other.client.call('documents.open', { document: rows[1]?.id ?? '' });
      expect(annotations.rows.map(([, start, end]) => text.slice(start, end))).toEqual(['Nobody returned.']);
      expect(await other.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
    } finally {
      await other.end();
    }
  });

  test('without quotations places nothing in a text that is another one', async () => {
    await fillForPackage(project);
    await writePackage(project, 'p.zip', { quote: 0 });
    const folder = join(project.folder, 'others');
    mkdirSync(folder);
    writeFileSync(join(folder, 'strike.txt'), `${strike}More.`);
    writeFileSync(join(folder, 'arabic.txt'), arabic);
    const { report, other } = await attach('p.zip', folder);
    await other.end();
    expect(report.documents.map(({ match, placed }) => [match, placed])).toEqual([
      ['text', 2],
      ['missing', 0],
    ]);
    expect(report).toMatchObject({ exact: 2, moved: 0, open: [] });
  });

  test('reads a package that says nothing of surroundings, and places its codings in the same text only', async () => {
    await fillForPackage(project);
    await writePackage(project, 'p.zip', { quote: 40 });
    const files = unpack(project, 'p.zip');
    const folder = join(project.folder, 'p.zip.d');
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
    const [was = '', manifest = ''] = [files.get('codings.jsonl'), files.get('manifest.json')];
    const older = was.replace(/,"stands":.*?(?=\}\n)/gu, '');
    expect(older).not.toContain('"reach"');
    writeFileSync(join(folder, 'codings.jsonl'), older);
    const packed = manifest.replace(hash(was), hash(older)).replace('"version": 2', '"version": 1');
    writeFileSync(join(folder, 'manifest.json'), packed);
    const texts = join(project.folder, 'others');
    mkdirSync(texts);
    writeFileSync(join(texts, 'arabic.txt'), arabic);
    writeFileSync(join(texts, 'strike.txt'), `CORRECTED.\n${strike}`);
    const { report, other } = await attach('p.zip.d', texts);
    await other.end();
    expect(report).toMatchObject({ exact: 2, moved: 0 });
    expect(report.open.map(({ quote, suggestion }) => [quote, suggestion?.quote])).toEqual([
      ['Two hundred dockers ', 'Two hundred dockers '],
      ['Nobody returned.', 'Nobody returned.'],
    ]);
    expect(report.open[0]?.reason).toContain('older package');
  });

  test('reads a package from before there was a kind of record, and wants its file in all later ones', async () => {
    await fillForPackage(project);
    await writePackage(project, 'p.zip');
    const texts = unpack(project, 'p.zip');
    const files = new Map(
      [...texts].map(([name, text]): [string, Uint8Array] => [name, new TextEncoder().encode(text)]),
    );
    files.delete('recipes.jsonl');
    const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    const later = readPackage({ files, sha256 }, (table) => (table === 'recipe' ? packageVersion + 1 : 1));
    expect(later.tables.recipe).toEqual([]);
    expect(later.tables.code.length).toBeGreaterThan(0);
    expect(() => readPackage({ files, sha256 })).toThrow('recipes.jsonl: the file is missing');
  });

  test('has every kind of record that is packaged since the first version, or says since which', () => {
    const first = [
      'answers',
      'assignments',
      'coders',
      'codes',
      'codings',
      'documents',
      'entities',
      'examples',
      'links',
    ];
    const others = ['recipes', 'rounds', 'sets', 'statuses', 'variables', 'versions'];
    const names = tableNames.flatMap((name) => {
      const { packaged, packagedSince } = tableOf(name);
      return packaged !== undefined && packagedSince === undefined ? [packaged] : [];
    });
    expect(names.sort()).toEqual([...first, ...others]);
  });

  test('reads a package from before rounds had notes', async () => {
    await fillForPackage(project);
    await writePackage(project, 'p.zip');
    const files = unpack(project, 'p.zip');
    const folder = join(project.folder, 'p.zip.d');
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
    const [was = '', manifest = ''] = [files.get('rounds.jsonl'), files.get('manifest.json')];
    const rounds = was.replace(/"note":"[^"]*",/u, '');
    expect(rounds).not.toBe(was);
    writeFileSync(join(folder, 'rounds.jsonl'), rounds);
    writeFileSync(join(folder, 'manifest.json'), manifest.replace(hash(was), hash(rounds)));
    const { other } = await attach('p.zip.d', join(project.folder, 'files'));
    expect(await other.client.call('rounds.list', {})).toMatchObject([{ name: 'R1', note: '', documents: 1 }]);
    await other.end();
  });

  test('refuses a project that holds work, and files of which none is meant', async () => {
    await fillForPackage(project);
    await writePackage(project, 'p.zip');
    const { grants } = project.app;
    const source = grants.grant(join(project.folder, 'p.zip'));
    const files = [grants.grant(project.put('stranger.txt', 'Nothing of this.'))];
    await expect(project.client.run('packages.attach', { package: source, files })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(attach('p.zip', join(project.folder, 'stranger.txt'))).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('such as “arabic”') as string,
    });
  });
});
