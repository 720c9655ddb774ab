import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { createTestProject } from './testProject.ts';
import type { TestProject } from './testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

const name = 'Économie';
const alike = 'E\u0301cono\u00admie';

describe('A name that looks like one that is there', () => {
  test('is refused, with the name that is there', async () => {
    const { client } = project;
    const refusal = { code: 'conflict', message: expect.stringContaining(`“${name}”`) as string };
    await client.call('codes.create', { name, parent: null });
    await expect(client.call('codes.create', { name: alike, parent: null })).rejects.toMatchObject(refusal);
    await client.call('entities.create', { list: 'people', name, attributes: {} });
    await expect(client.call('entities.create', { list: 'people', name: alike, attributes: {} })).rejects.toMatchObject(
      refusal,
    );
    await client.call('exclusiveSets.create', { name, rule: 'warn' });
    await expect(client.call('exclusiveSets.create', { name: alike, rule: 'warn' })).rejects.toMatchObject(refusal);
    await client.call('variables.create', { scope: 'document', name, level: 'text' });
    await expect(
      client.call('variables.create', { scope: 'document', name: alike, level: 'text' }),
    ).rejects.toMatchObject(refusal);
    const coder = await client.call('coders.add', { name });
    expect(await client.call('coders.add', { name: alike })).toEqual(coder);
  });

  test('of who acts stays hers when she is added as a coder, before she has done anything', async () => {
    const { client } = project;
    const ada = await client.call('coders.identify', { name });
    expect(await client.call('coders.add', { name: alike })).toEqual(ada);
    expect((await client.call('project.status', {})).coder).toEqual(ada);
    expect(await client.call('coders.list', {})).toContainEqual(ada);
    expect(await client.call('coders.add', { name })).toEqual(ada);
  });

  test('may differ in its capitals, and is kept as it was typed', async () => {
    const { client } = project;
    await client.call('codes.create', { name: alike, parent: null });
    await client.call('codes.create', { name: 'économie', parent: null });
    expect((await client.call('codes.list', {})).codes.map((code) => code.name)).toEqual([alike, 'économie']);
  });

  test('and was there already stays, and can be changed and told apart', async () => {
    const { client } = project;
    const first = await client.call('codes.create', { name, parent: null });
    const second = await client.call('codes.create', { name: 'Other', parent: null });
    const db = new SqliteDatabase(join(project.folder, 'Test.galley'));
    db.prepare('UPDATE code SET name = ? WHERE name = ?').run(alike, 'Other');
    db.close();
    await client.call('codes.update', { code: second.id, name: alike, definition: 'the second' });
    await client.call('codes.update', { code: first.id, name, definition: 'the first' });
    const { codes: listed } = await client.call('codes.list', {});
    expect(listed.map((code) => [code.name, code.definition])).toEqual([
      [name, 'the first'],
      [alike, 'the second'],
    ]);
    await client.call('codes.update', { code: second.id, name: 'Économies' });
  });
});
