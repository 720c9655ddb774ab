import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Arguments } from '../../../shared/api/contract.ts';
import { exportedNames } from '../testListing.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

const wish: Arguments<'recipes.save'> = {
  ...{ name: 'Weekly', formats: ['csv', 'jsonl', 'sav', 'dta'], byteOrderMark: true },
  table: { unit: 'sentence', coders: 'rows', columns: { codes: 'share' } },
};

describe('A saved export', () => {
  test('is kept in the project with all its choices, and saving it again replaces it', async () => {
    const { client } = project;
    const first = await client.call('recipes.save', wish);
    expect(first).toMatchObject({ name: 'Weekly', table: { unit: 'sentence', filters: { codes: [], rounds: [] } } });
    expect(await client.call('recipes.list', {})).toEqual([first]);
    const second = await client.call('recipes.save', { name: 'Weekly', formats: ['csv'] });
    expect(second).toEqual({
      id: first.id,
      name: 'Weekly',
      formats: ['csv'],
      byteOrderMark: false,
      partition: null,
      raw: false,
      table: null,
    });
    expect(await client.call('recipes.list', {})).toEqual([second]);
  });

  test('can be renamed, not to a name that is taken, and removed; each can be undone', async () => {
    const { client } = project;
    const { id } = await client.call('recipes.save', wish);
    await client.call('recipes.save', { ...wish, name: 'Final' });
    const names = async () => (await client.call('recipes.list', {})).map(({ name }) => name);
    await expect(client.call('recipes.rename', { recipe: id, name: 'Final' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await client.call('recipes.rename', { recipe: id, name: 'Daily' });
    expect(await names()).toEqual(['Daily', 'Final']);
    await client.call('recipes.remove', { recipe: id });
    expect(await names()).toEqual(['Final']);
    await expect(client.call('recipes.remove', { recipe: id })).rejects.toMatchObject({ code: 'not-found' });
    expect((await client.call('history.undo', {})).label).toBe('Remove the export “Daily”');
    expect((await client.call('history.undo', {})).label).toContain('Rename the export “Weekly”');
    expect(await names()).toEqual(['Final', 'Weekly']);
  });

  test('run twice on the same data gives the same bytes', async () => {
    await project.importFiles(project.put('a.txt', 'One. =Two.\n\nThree.'));
    await project.code([{ document: 'a', start: 0, end: 4, code: 'Frames' }]);
    const { id, name, ...recipe } = await project.client.call('recipes.save', wish);
    expect([id.length, name]).toEqual([36, 'Weekly']);
    for (const folder of ['one', 'two']) {
      const file = project.app.grants.grant(join(project.folder, folder));
      await project.client.run('exports.run', { folder: file, ...recipe });
    }
    const names = exportedNames(join(project.folder, 'one'));
    expect(names).toEqual(expect.arrayContaining(['sentences.csv', 'sentences.sav', 'sentences.dta']));
    for (const file of names) {
      const [one, two] = ['one', 'two'].map((folder) => readFileSync(join(project.folder, folder, file)));
      expect(two?.equals(one ?? Buffer.alloc(0)), file).toBe(true);
    }
  });
});
