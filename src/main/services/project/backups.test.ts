import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp } from '../../app/testApp.ts';
import type { TestApp } from '../../app/testApp.ts';

const article = 'A long enough sentence to be coded in two places.';

let main: TestApp;
beforeEach(async () => {
  main = createTestApp();
  await main.client.call('project.create', { folder: null, name: 'Study' });
  await main.client.call('coders.identify', { name: 'Ada' });
});
afterEach(() => main.end());

const path = (): string => join(main.folder, 'projects', 'Study.galley');

async function importText(name: string, content: string): Promise<string> {
  const file = join(main.folder, name);
  writeFileSync(file, content);
  const { documents } = await main.client.run('imports.start', { files: [main.app.grants.grant(file)] });
  return documents[0]?.id ?? '';
}

async function reopen(): Promise<void> {
  await main.client.call('project.close', {});
  await main.app.openProject(path());
}

/** A backup with one document and one coding; the project has another document, another code and two codings more. */
async function makeStates(): Promise<{ document: string; backup: string }> {
  const { client } = main;
  const document = await importText('a.txt', article);
  await client.call('annotations.create', { document, start: 0, end: 6, code: { name: 'First', parent: null } });
  await reopen();
  const second = await importText('b.txt', `${article} Twice.`);
  for (const start of [0, 10]) {
    const code = { name: 'Second', parent: null };
    await client.call('annotations.create', { document: second, start, end: start + 6, code });
  }
  const { backups } = await client.call('backups.list', { project: null });
  expect(backups).toHaveLength(1);
  return { document, backup: backups[0]?.file ?? '' };
}

describe('Backups of the open project', () => {
  test('are listed with what stands in them, also while it is changed further', async () => {
    await makeStates();
    const { fileName, backups } = await main.client.call('backups.list', { project: null, check: true });
    expect(fileName).toBe('Study.galley');
    expect(backups).toMatchObject([
      { kind: 'day', isOfHere: true, sound: true, problem: '', counts: { documents: 1, codes: 1, codings: 1 } },
    ]);
    expect(backups[0]?.last).toMatchObject({ label: 'Code “First”', coder: 'Ada' });
  });

  test('are compared with the project: acts, documents, codes and codings that only one of them has', async () => {
    const { backup } = await makeStates();
    const look = await main.client.call('backups.look', { project: null, backup });
    expect(look).toMatchObject({ problem: '', isHidden: false, documents: { total: 1, first: ['a'] } });
    expect(look.acts[0]).toMatchObject({ label: 'Code “First”' });
    const nothing = { acts: { total: 0 }, documents: { total: 0 }, codes: { total: 0 }, codings: 0 };
    expect(look.difference?.onlyCopy).toMatchObject(nothing);
    expect(look.difference?.onlyProject).toMatchObject({
      documents: { total: 1, first: ['b'] },
      codes: { total: 1, first: ['Second'] },
      codings: 2,
    });
    expect(look.difference?.onlyProject.acts.first.map(({ label }) => label)).toEqual([
      'Code “Second”',
      'Code “Second”',
      'Import 1 document',
    ]);
  });

  test('come back in place: the project is closed, restored and opened again', async () => {
    const { backup } = await makeStates();
    const { status, kept } = await main.client.call('backups.restore', { project: null, backup });
    expect(status.project).toMatchObject({ fileName: 'Study.galley', readOnly: false });
    expect(await main.client.call('project.stats', {})).toMatchObject({ documents: 1, annotations: 1 });
    await main.app.openProject(join(main.folder, 'projects', kept ?? ''));
    expect(await main.client.call('project.stats', {})).toMatchObject({ documents: 2, annotations: 3 });
    expect(await main.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
  });

  test('come back as a new file beside the project', async () => {
    const { backup } = await makeStates();
    const made = await main.client.call('backups.restoreAs', { project: null, backup, out: null });
    expect(made.fileName).toMatch(/^Study \(backup of \d{4}-\d\d-\d\d\)\.galley$/u);
    expect(await main.client.call('project.stats', {})).toMatchObject({ documents: 2 });
    await main.client.call('project.open', { file: made.file });
    expect(await main.client.call('project.stats', {})).toMatchObject({ documents: 1 });
  });

  test('that are damaged leave the project open as it was', async () => {
    await makeStates();
    const bad = join(main.folder, 'bad.galley');
    writeFileSync(bad, 'A letter to somebody');
    const backup = main.app.grants.grant(bad);
    await expect(main.client.call('backups.restore', { project: null, backup })).rejects.toMatchObject({
      code: 'file-damaged',
    });
    expect(await main.client.call('project.stats', {})).toMatchObject({ documents: 2, annotations: 3 });
    expect(await main.client.call('backups.look', { project: null, backup })).toMatchObject({
      problem: 'bad.galley is not a Galley project.',
      counts: null,
      difference: null,
    });
  });

  test('of a project that is gone are found by its place', async () => {
    await makeStates();
    await main.client.call('project.close', {});
    rmSync(path());
    await expect(main.client.call('backups.list', { project: null })).rejects.toMatchObject({ code: 'no-project' });
    const project = main.app.grants.grant(path());
    const { backups } = await main.client.call('backups.list', { project });
    expect(backups).toMatchObject([{ counts: { documents: 2 } }]);
    const { status, kept } = await main.client.call('backups.restore', { project, backup: backups[0]?.file ?? '' });
    expect([status.project, kept]).toEqual([null, null]);
    await main.app.openProject(path());
    expect(await main.client.call('project.stats', {})).toMatchObject({ documents: 2 });
  });

  test('do not tell whoever codes in a blind round what others did', async () => {
    const { document } = await makeStates();
    const { client } = main;
    const ben = await client.call('coders.add', { name: 'Ben' });
    const round = await client.call('rounds.create', { name: 'Blind', kind: 'reliability', mode: 'blind' });
    await client.call('rounds.assign', { round: round.id, documents: [document], coders: [ben.id] });
    await reopen();
    await client.call('codes.create', { name: 'Third' });
    await client.call('coders.identify', { name: 'Ben' });
    const { backups } = await client.call('backups.list', { project: null });
    expect(backups).toMatchObject([{ isHidden: true, counts: { codings: 0 }, last: { label: '', coder: null } }]);
    const look = await client.call('backups.look', { project: null, backup: backups[0]?.file ?? '' });
    expect(look).toMatchObject({ isHidden: true, acts: [], counts: { codings: 0 } });
    expect(look.difference?.onlyProject).toMatchObject({ acts: { total: 0, first: [] }, codings: 0 });
    expect(JSON.stringify(look)).not.toContain('Ada');
  });
});
