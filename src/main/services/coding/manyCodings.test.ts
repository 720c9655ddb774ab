import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Passages } from '../../../shared/api/codings.ts';
import type { Result } from '../../../shared/api/contract.ts';
import type { Id } from '../../../shared/model/records.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import { createTestApp } from '../../app/testApp.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

async function texts(...contents: string[]): Promise<Id[]> {
  await project.importFiles(...contents.map((content, at) => project.put(`${'abc'[at] ?? at}.txt`, content)));
  return project.client.call('documents.ids', {});
}

/** What is found of a piece of text, as passages. */
async function found(query: string): Promise<Passages[]> {
  const { hits } = await project.client.run('search.text', { query, limit: 10_000 });
  const byDocument = new Map<Id, Passages>();
  for (const { document, text, start, end } of hits) {
    const known = byDocument.get(document) ?? { document, text, spans: [] };
    known.spans.push([utf16(start), utf16(end)]);
    byDocument.set(document, known);
  }
  return [...byDocument.values()];
}

async function newCode(name: string): Promise<Id> {
  return (await project.client.call('codes.create', { name })).id;
}

async function coded(code?: Id): Promise<string[]> {
  const { rows } = await project.client.call('segments.list', { ...(code && { code }), offset: 0, limit: 1000 });
  return rows.map(({ quote }) => quote);
}

const history = () => project.client.call('history.state', {});
const apply = (passages: Passages[], code: Id | { name: string; parent: null }, extent?: 'sentence' | 'paragraph') =>
  project.client.run('codings.apply', { passages, code, ...(extent && { extent }) });

describe('Coding many passages', () => {
  test('is one act with a label, which undo and redo take back and do again, and which verifies', async () => {
    const [a = ''] = await texts('War and war.', 'No war, no word.', 'Peace.');
    const code = await newCode('Conflict');
    const result = await apply(await found('war'), code);
    expect(result).toEqual({ code, annotations: 3, documents: 2, present: 0, excluded: 0, excludedPlaces: [] });
    expect(await coded(code)).toEqual(['War', 'war', 'war']);
    expect((await project.client.call('documents.open', { document: a })).progress).toMatchObject([
      { status: 'working' },
    ]);
    expect(await project.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
    const { label } = await project.client.call('history.undo', {});
    expect(label).toBe('Code 3 passages with “Conflict”');
    expect(await coded()).toEqual([]);
    expect((await project.client.call('documents.open', { document: a })).progress).toEqual([]);
    await project.client.call('history.redo', {});
    expect(await coded(code)).toEqual(['War', 'war', 'war']);
  });

  test('makes the code that it names in the same act', async () => {
    await texts('War and war.');
    const { code } = await apply(await found('war'), { name: 'Conflict', parent: null });
    expect(await coded(code)).toHaveLength(2);
    expect((await apply(await found('and'), { name: 'Conflict', parent: null })).code).toBe(code);
    await project.client.call('history.undo', {});
    await project.client.call('history.undo', {});
    expect((await project.client.call('codes.list', {})).codes).toEqual([]);
  });

  test('takes whole characters, sentences and paragraphs, each of them once', async () => {
    await texts('War is war. Peace is not\nwar. The end.\n\nA cafe\u0301 of war.');
    const [code, other, third] = [await newCode('A'), await newCode('B'), await newCode('C')];
    expect(await apply(await found('war'), code, 'sentence')).toMatchObject({ annotations: 3, present: 0 });
    expect(await coded(code)).toEqual(['War is war.', 'war.', 'A cafe\u0301 of war.']);
    expect(await apply(await found('not war'), other, 'paragraph')).toMatchObject({ annotations: 1 });
    expect(await coded(other)).toEqual(['War is war. Peace is not\nwar. The end.']);
    const [first] = await found('war');
    const start = 'War is war. Peace is not\nwar. The end.\n\nA '.length;
    const halfLetter: Passages = {
      document: first?.document ?? '',
      text: first?.text ?? 0,
      spans: [[utf16(start), utf16(start + 4)]],
    };
    expect(await apply([halfLetter], third)).toMatchObject({ annotations: 1 });
    expect(await coded(third)).toEqual(['cafe\u0301']);
    expect(await project.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
  });

  test('passes over what is coded so already, and leaves no step where that is all', async () => {
    const [a = ''] = await texts('War and war.');
    const code = await newCode('Conflict');
    await project.client.call('annotations.create', { document: a, ...{ start: 0, end: 3 }, code });
    const passages = await found('war');
    const { places } = await project.client.run('codings.plan', { passages, extent: 'passage', code });
    expect(places).toEqual([
      [0, 3, 'coded'],
      [8, 11, 'open'],
    ]);
    expect(await apply(passages, code)).toMatchObject({ annotations: 1, documents: 1, present: 1 });
    const before = await history();
    expect(await apply(passages, code)).toMatchObject({ annotations: 0, documents: 0, present: 2 });
    expect(await history()).toEqual(before);
    // Another coder has not coded them.
    await project.client.call('coders.identify', { name: 'Ben' });
    expect(await apply(passages, code)).toMatchObject({ annotations: 2, present: 0 });
  });

  test('passes over what another code of a set excludes, and names it', async () => {
    const [a = ''] = await texts('👍 War and war.');
    const [code, other] = [await newCode('Conflict'), await newCode('Peace')];
    const set = await project.client.call('exclusiveSets.create', { name: 'Frames', rule: 'refuse' });
    for (const one of [code, other]) await project.client.call('codes.update', { code: one, exclusiveSet: set.id });
    await project.client.call('annotations.create', { document: a, start: 3, end: 8, code: other });
    const passages = await found('war');
    const { places } = await project.client.run('codings.plan', { passages, extent: 'passage', code });
    expect(places.map(([, , state]) => state)).toEqual(['excluded', 'open']);
    expect(await apply(passages, code)).toMatchObject({
      annotations: 1,
      excluded: 1,
      excludedPlaces: [{ document: a, name: 'a', start: 2, end: 5, by: 'Peace' }],
    });
    await project.client.call('exclusiveSets.update', { set: set.id, rule: 'warn' });
    expect(await apply(passages, code)).toMatchObject({ annotations: 1, present: 1, excluded: 0 });
  });

  test('is refused as a whole where a text was corrected or a document has gone, and holds again once that is undone', async () => {
    const [a = '', b = ''] = await texts('War and war.', 'No war.');
    const code = await newCode('Conflict');
    const passages = await found('war');
    const states = async (): Promise<string[]> => {
      const { places } = await project.client.run('codings.plan', { passages, extent: 'sentence', code });
      return places.map(([, , state]) => state);
    };
    await project.client.call('texts.correct', { document: b, content: 'Now war.', reason: '', decisions: [] });
    const before = await history();
    await expect(apply(passages, code)).rejects.toMatchObject({
      code: 'conflict',
      message: 'The text of “b” was corrected since these passages were found. Nothing was coded. Search again.',
    });
    expect(await states()).toEqual(['open', 'open', 'corrected']);
    expect([await coded(), await history()]).toEqual([[], before]);
    await project.client.call('history.undo', {});
    await project.client.call('documents.remove', { documents: [a] });
    await expect(apply(passages, code)).rejects.toMatchObject({ code: 'not-found' });
    expect(await states()).toEqual(['gone', 'gone', 'open']);
    await project.client.call('history.undo', {});
    expect(await apply(passages, code)).toMatchObject({ annotations: 3 });
  });

  test('is refused with an archived code, without a coder, and for passages outside of the text', async () => {
    const [a = ''] = await texts('War.');
    const code = await newCode('Conflict');
    const [one] = await found('war');
    const outside: Passages = { document: a, text: one?.text ?? 0, spans: [[utf16(0), utf16(99)]] };
    await expect(apply([outside], code)).rejects.toMatchObject({ code: 'bad-input' });
    const empty: Passages = { ...outside, spans: [[utf16(2), utf16(2)]] };
    await expect(apply([empty], code)).rejects.toMatchObject({ code: 'bad-input' });
    await project.client.call('codes.update', { code, archived: true });
    await expect(apply(await found('war'), code)).rejects.toMatchObject({ code: 'conflict' });
    expect(await coded()).toEqual([]);
    const path = join(project.folder, 'Nobody.galley');
    await project.client.call('project.close', {});
    copyFileSync(join(project.folder, 'Test.galley'), path);
    const nobody = createTestApp();
    try {
      await nobody.client.call('project.open', { file: nobody.app.grants.grant(path) });
      const passages = [{ document: a, text: one?.text ?? 0, spans: [[0, 3] as [number, number]] }];
      const made = nobody.client.run('codings.apply', { passages, code: { name: 'A', parent: null } });
      await expect(made).rejects.toMatchObject({ code: 'no-coder' });
    } finally {
      await nobody.end();
    }
  });

  test('takes 50,000 at once and no more, and can be cancelled', async () => {
    const [a = ''] = await texts('war '.repeat(50_000));
    const code = await newCode('Conflict');
    const spans = Array.from({ length: 50_000 }, (_, at): [number, number] => [at * 4, at * 4 + 3]);
    const { hits } = await project.client.run('search.text', { query: 'war', limit: 1 });
    const passages = [{ document: a, text: hits[0]?.text ?? 0, spans }];
    const cancelled = project.client.run('codings.apply', { passages, code, extent: 'sentence' }, ({ id, state }) => {
      if (state === 'running') void project.client.call('tasks.cancel', { task: id });
    });
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(await coded()).toEqual([]);
    const result: Result<'codings.apply'> = await project.client.run('codings.apply', { passages, code });
    expect(result).toMatchObject({ annotations: 50_000, documents: 1 });
    await project.client.call('history.undo', {});
    expect(await coded()).toEqual([]);
    const more = [{ document: a, text: hits[0]?.text ?? 0, spans: [...spans, [0, 2] as [number, number]] }];
    await expect(project.client.run('codings.apply', { passages: more, code })).rejects.toMatchObject({
      code: 'bad-input',
    });
  }, 60_000);
});
