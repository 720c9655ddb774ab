import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract, isMethodName } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import { answerText } from '../hosts/shared/messages.ts';
import { fillForPackage, rehash, unpack, writePackage } from './testPackage.ts';
import { createTestProject } from './testProject.ts';
import type { TestProject } from './testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

const half = '\ud83d';
const signs = [
  ['U+0000', 'a\0b', /U\+0000/u],
  ['half of a character', `a${half}b`, /half of a character/u],
] as const;
/** Deeper than all that Galley writes, and harmless. */
const deep = `${'['.repeat(300)}${']'.repeat(300)}`;

async function refusal(act: Promise<unknown>): Promise<AppError> {
  const error = await act.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: expect.stringMatching(/^(?:bad-input|file-damaged)$/u) as string });
  return error as AppError;
}

const named = {
  'codes.create': (name) => ({ name }),
  'variables.create': (name) => ({ scope: 'document', name, level: 'text' }),
  'entities.create': (name) => ({ list: name, name: 'x' }),
  'coders.add': (name) => ({ name }),
  'coders.identify': (name) => ({ name }),
  'project.rename': (name) => ({ name }),
  'project.create': (name) => ({ folder: null, name }),
  'exclusiveSets.create': (name) => ({ name, rule: 'warn' }),
  'rounds.create': (name) => ({ name, kind: 'main', mode: 'open', note: '', documents: [], coders: [] }),
  'recipes.save': (name) => ({
    name,
    formats: ['csv'],
    byteOrderMark: false,
    raw: false,
    partition: null,
    table: null,
  }),
  'versions.publish': (note) => ({ note }),
  'settings.write': (name) => ({ layout: { [name]: 1 } }),
  'codebook.export': (name) => ({ folder: 'file-12345678', name: `${name}.csv` }),
} satisfies Record<string, (name: string) => object>;

describe.each(signs)('A name or a text that holds %s', (_, text, words) => {
  it.each(Object.keys(named) as (keyof typeof named)[])('is refused by %s, in plain words', async (method) => {
    if (!isMethodName(method)) throw new Error(method);
    const reply = await project.app.handle(method, named[method](text));
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    if (!reply.ok) expect(reply.error.message).toMatch(words);
    expect(contract[method]).toBeDefined();
  });

  it('is refused in files of codings, codebooks and answers, with the place', async () => {
    const { client, app } = project;
    await project.importFiles(project.put('a.txt', 'Prices rise.'));
    const line = { document: 'a', start: 0, end: 6, code: 'A' };
    for (const bad of [{ code: `A / ${text}` }, { memo: text }]) {
      const { message } = await refusal(project.code([line, { ...line, ...bad }]));
      expect(message).toMatch(/line 2/u);
      expect(message).toMatch(words);
    }
    const read = (name: string, content: string): Promise<unknown> =>
      client.run('codebook.import', { file: app.grants.grant(project.put(name, content)) });
    const json = (code: object): string =>
      JSON.stringify({ galley: 'codebook', version: 2, codes: [{ path: 'A' }, code] });
    for (const bad of [{ path: text }, { path: 'B', definition: text }, { path: 'B', set: text }]) {
      const { message } = await refusal(read('c.json', json(bad)));
      expect(message).toMatch(/code 2/u);
      expect(message).toMatch(words);
    }
    expect(await client.call('project.stats', {})).toMatchObject({ codes: 0, annotations: 0 });
  });

  it('is refused in a package, with the place', async () => {
    await fillForPackage(project);
    await writePackage(project, 'p.zip');
    const files = unpack(project, 'p.zip');
    const folder = join(project.folder, 'p.zip.d');
    const inner = JSON.stringify(text).slice(1, -1);
    for (const name of ['codes.jsonl', 'coders.jsonl', 'variables.jsonl', 'documents.jsonl', 'rounds.jsonl']) {
      const before = files.get(name) ?? '';
      writeFileSync(join(folder, name), before.replace(/"name":"/u, `"name":"${inner}`));
      rehash(folder, name);
      const { message } = await refusal(
        project.client.call('packages.inspect', { package: project.app.grants.grant(folder) }),
      );
      expect(message).toContain(`${name}, line 1: “name”`);
      expect(message).toMatch(words);
      writeFileSync(join(folder, name), before);
      rehash(folder, name);
    }
  });

  it('comes in with � and a warning as the title and facts of a web page', async () => {
    const facts = { '@type': 'NewsArticle', headline: `Strike ${text}`, author: { name: text } };
    const page = `<html><head><script type="application/ld+json">${JSON.stringify(facts)}</script></head><body><article>${'<p>Dockers walked out before dawn, the union said on Monday, and nobody came back to work.</p>'.repeat(9)}</article></body></html>`;
    const file = project.app.grants.grant(project.put('page.html', page));
    const { documents } = await project.client.run('imports.start', { files: [file] });
    expect(documents[0]).toMatchObject({ name: 'Strike a�b' });
    expect(documents[0]?.warnings.map(({ message }) => message)).toContainEqual(expect.stringMatching(/�/u));
    const document = documents[0]?.id ?? '';
    const { facts: kept } = await project.client.call('documents.open', { document });
    expect(kept).toContainEqual(expect.objectContaining({ variable: 'byline', value: 'a�b' }));
    expect(await project.client.run('project.verify', {})).toMatchObject({ ok: true });
  });
});

describe('U+0000 in tables', () => {
  it('is refused with its row', async () => {
    const { client, app } = project;
    await project.importFiles(project.put('a.txt', 'Prices rise.'));
    await client.call('variables.create', { scope: 'document', name: 'v', level: 'text' });
    const answers = app.grants.grant(project.put('a.csv', 'document,variable,value\na,v,x\0y\n'));
    expect((await refusal(client.run('answers.import', { file: answers }))).message).toMatch(/row 2: .*U\+0000/u);
    const codes = app.grants.grant(project.put('c.csv', 'path,definition\nA,fine\nB,x\0y\nC\0,\n'));
    const error = await refusal(client.run('codebook.import', { file: codes }));
    expect(error.details['faults']).toMatch(/row 3: .*U\+0000.*\nrow 4: .*U\+0000/u);
  });
});

describe('JSON that is nested deeper than any of ours', () => {
  it('is refused as the input of a method, on every carrier', async () => {
    const input: unknown = JSON.parse(`{"name":"A","parent":${deep}}`);
    const told = { code: 'bad-input', message: expect.stringMatching(/codes\.create: .* deep/u) as string };
    expect(await project.app.handle('codes.create', input)).toMatchObject({ ok: false, error: told });
    const call = `{"id":7,"method":"codes.create","input":${deep}}`;
    expect(JSON.parse((await answerText(project.app, call)) ?? 'null')).toMatchObject({
      id: 7,
      ok: false,
      error: told,
    });
  });

  it('is refused in files, with the place', async () => {
    const { client, app } = project;
    await project.importFiles(project.put('a.txt', 'Prices rise.'));
    project.put('l.jsonl', `{"document":"a","start":0,"end":6,"code":"A"}\n{"document":"a","x":${deep}}\n`);
    const codings = app.grants.grant(join(project.folder, 'l.jsonl'));
    expect((await refusal(client.run('codings.import', { file: codings }))).message).toMatch(/line 2: .* deep/u);
    const book = app.grants.grant(project.put('c.json', `{"galley":"codebook","version":2,"codes":${deep}}`));
    expect((await refusal(client.run('codebook.import', { file: book }))).message).toMatch(/c\.json: .* deep/u);
    await fillForPackage(project);
    await writePackage(project, 'p.zip');
    unpack(project, 'p.zip');
    const folder = join(project.folder, 'p.zip.d');
    writeFileSync(join(folder, 'entities.jsonl'), `{"id":${deep}}\n`);
    rehash(folder, 'entities.jsonl');
    const inspected = client.call('packages.inspect', { package: app.grants.grant(folder) });
    expect((await refusal(inspected)).message).toMatch(/entities\.jsonl, line 1: .* deep/u);
  });

  it('does not keep a web page out whose facts are so', async () => {
    const page = `<html><head><script type="application/ld+json">{"@type":${'['.repeat(20_000)}${']'.repeat(20_000)}}</script></head><body><p>Dockers walked out.</p></body></html>`;
    const file = project.app.grants.grant(project.put('page.html', page));
    expect(await project.client.run('imports.start', { files: [file] })).toMatchObject({ refused: [] });
  });
});
