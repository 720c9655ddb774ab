/** What main-text extraction left out of a web page is kept afterwards, as long as nobody worked on the text. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Id } from '../../../shared/model/records.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

const sentence =
  'The council of the harbour town met on Monday, and its members argued about the new bridge for hours. ';
const note = 'A correction was made to an earlier version of this report, which gave a wrong number of votes.';
const page = `<!doctype html><html lang="en"><head><title>Bridge</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Bridge</h1>${[1, 2, 3].map((number) => `<p>Paragraph ${number}. ${sentence.repeat(3)}</p>`).join('')}</article>
<footer><div class="footer-note"><p>${note}</p></div>Copyright 2024</footer></body></html>`;

let project: TestProject;
let document: Id;

beforeEach(async () => {
  project = await createTestProject();
  await project.importFiles(project.put('bridge.html', page), project.put('plain.txt', 'Plain words.\n'));
  document = await idOf('Bridge');
});
afterEach(() => project.end());

async function idOf(name: string): Promise<Id> {
  const { rows } = await project.client.call('documents.list', { offset: 0, limit: 9 });
  return rows.find((row) => row.name === name)?.id ?? '';
}

function keep(options: { wholePage?: boolean } = {}): Promise<Result<'texts.keepLeftOut'>> {
  return project.client.run('texts.keepLeftOut', { document, ...options });
}

async function text(): Promise<string> {
  return (await project.client.call('documents.text', { document })).text;
}

async function warnings(): Promise<string[]> {
  return (await project.client.call('documents.source', { document })).warnings.map(({ code }) => code);
}

/** The text stays as it is, and the refusal says this. */
async function expectRefused(words: RegExp): Promise<void> {
  const before = await text();
  await expect(keep()).rejects.toMatchObject({ code: 'conflict', message: expect.stringMatching(words) as unknown });
  expect(await text()).toBe(before);
}

describe('Keeping what was left out of a web page', () => {
  test('gives the document its text with the passages, as one step that is undone and brought back', async () => {
    const { call, run } = project.client;
    const before = await text();
    expect(before).not.toContain(note);
    expect(await warnings()).toEqual(['passage-left-out', 'menus-left-out']);
    const kept = await keep();
    const after = await text();
    expect(after).toBe(`${before}\n\n${note}`);
    expect(kept).toMatchObject({ before: before.length, characters: after.length });
    expect(kept.warnings.map(({ code }) => code)).toEqual(['menus-left-out']);
    expect(await warnings()).toEqual(['menus-left-out']);
    expect((await call('texts.versions', { document })).map(({ number, characters }) => [number, characters])).toEqual([
      [1, before.length],
    ]);
    expect((await call('history.state', {})).undo?.label).toBe('Keep what was left out of “Bridge”');

    await call('history.undo', {});
    expect([await text(), await warnings()]).toEqual([before, ['passage-left-out', 'menus-left-out']]);
    expect(await call('texts.versions', { document })).toEqual([]);
    await call('history.redo', {});
    expect([await text(), await warnings()]).toEqual([after, ['menus-left-out']]);
    expect(await run('project.verify', {})).toEqual({ ok: true, problems: [] });
  });

  test('or the text of the whole page, menus and all', async () => {
    await keep({ wholePage: true });
    expect(await text()).toContain('• Home\n• News');
    expect(await text()).toContain(note);
    expect(await warnings()).toEqual([]);
  });

  test('the texts of both stay when the project is closed and opened again', async () => {
    const { call, run } = project.client;
    const before = await text();
    await keep();
    const after = await text();
    await call('history.undo', {});
    await call('project.close', {});
    await call('project.open', { file: project.app.grants.grant(`${project.folder}/Test.galley`) });
    expect(await text()).toBe(before);
    await call('history.redo', {});
    expect(await text()).toBe(after);
    expect(await run('project.verify', {})).toEqual({ ok: true, problems: [] });
  });

  test('is refused where somebody coded the text, until that is gone', async () => {
    const { call } = project.client;
    const code = (await call('codes.create', { name: 'Event', parent: null })).id;
    const { id } = await call('annotations.create', { document, code, start: 0, end: 6 });
    await expectRefused(/“Bridge” has codings.*Correct its text/u);
    await call('annotations.remove', { annotations: [id] });
    await keep();
    expect(await text()).toContain(note);
  });

  test('is refused where answers point at passages of the text', async () => {
    const { call } = project.client;
    const tone = (await call('variables.create', { scope: 'document', name: 'tone', level: 'text' })).id;
    await call('answers.set', { document, variable: tone, value: 'calm', evidence: [{ start: 0, end: 6 }] });
    await expectRefused(/answers/u);
  });

  test('is refused where an example stands in the text', async () => {
    const { call } = project.client;
    const code = (await call('codes.create', { name: 'Event', parent: null })).id;
    await call('examples.create', { code, anchor: { document, start: 0, end: 6 } });
    await expectRefused(/example/u);
  });

  test('is refused where something was said about a passage', async () => {
    await project.client.call('disagreements.mark', { place: { document, start: 0, end: 6 }, mark: 'slip' });
    await expectRefused(/disagreement/u);
  });

  test('is refused where the text was corrected', async () => {
    const content = (await text()).replace('Monday', 'Tuesday');
    await project.client.call('texts.correct', { document, content, reason: '', decisions: [] });
    await expectRefused(/corrected/u);
  });

  test('is refused where there is nothing to keep, and for what is no web page', async () => {
    await keep();
    await project.client.call('history.undo', {});
    await project.importFiles(project.put('short.html', '<title>Short</title><p>Closed today.</p>'));
    document = await idOf('Short');
    await expect(keep()).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/nothing/iu) as unknown,
    });
    document = await idOf('plain');
    await expect(keep()).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/web page/u) as unknown,
    });
  });

  test('is not undone when somebody coded the text that it gave', async () => {
    const { call } = project.client;
    await keep();
    await call('coders.identify', { name: 'Ben' });
    const code = (await call('codes.create', { name: 'Event', parent: null })).id;
    const start = (await text()).indexOf('correction');
    await call('annotations.create', { document, code, start, end: start + 10 });
    await call('coders.identify', { name: 'Ada' });
    await expect(call('history.undo', {})).rejects.toMatchObject({ code: 'conflict' });
    expect(await text()).toContain(note);
  });

  test('a coding of the text before it is not brought back into the other one', async () => {
    const { call, run } = project.client;
    const code = (await call('codes.create', { name: 'Event', parent: null })).id;
    await call('annotations.create', { document, code, start: 20, end: 30 });
    await call('history.undo', {});
    await call('coders.identify', { name: 'Ben' });
    await keep({ wholePage: true });
    await call('coders.identify', { name: 'Ada' });
    await expect(call('history.redo', {})).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/Keep what was left out of “Bridge”” by Ben/u) as unknown,
    });
    expect(await run('project.verify', {})).toEqual({ ok: true, problems: [] });
  });

  test('is refused to who codes the document blind, whether others worked there or not', async () => {
    const { call } = project.client;
    for (const name of ['Ada', 'Ben']) await call('coders.add', { name });
    const coders = (await call('coders.list', {})).map(({ id }) => id);
    await call('rounds.create', { name: 'Blind', kind: 'reliability', mode: 'blind', documents: [document], coders });
    const refusal = async (): Promise<unknown> => {
      const before = await text();
      const error: unknown = await keep().catch((thrown: unknown) => thrown);
      expect(await text()).toBe(before);
      if (!(error instanceof AppError)) throw error;
      return { code: error.code, message: error.message, details: error.details };
    };
    const without = await refusal();
    expect(without).toMatchObject({ code: 'conflict', message: expect.stringMatching(/blind/u) as unknown });
    await call('coders.identify', { name: 'Ben' });
    const code = (await call('codes.create', { name: 'Event', parent: null })).id;
    await call('annotations.create', { document, code, start: 0, end: 6 });
    await call('coders.identify', { name: 'Ada' });
    expect(await refusal()).toEqual(without);
  });
});
