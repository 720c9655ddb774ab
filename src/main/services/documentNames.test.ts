import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestProject } from './testProject.ts';
import type { TestProject } from './testProject.ts';

const composed = 'Économie';
const decomposed = 'E\u0301conomie';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
  await project.client.call('variables.create', { scope: 'document', name: 'tone', level: 'text' });
});
afterEach(() => project.end());

const add = (name: string): Promise<unknown> => project.importFiles(project.put(`${name}.txt`, `Text of ${name}.`));

/** What codings and answers say of a document of this name: who was found, or the fault. */
const readers = {
  codings: (document: string) => project.code([{ document, start: 0, end: 4, code: 'Word' }]),
  answers: (document: string) =>
    project.client.run('answers.import', {
      file: project.app.grants.grant(project.put('answers.csv', `document,variable,value\n${document},tone,grave\n`)),
    }),
};

const named = async (name: string): Promise<string> => {
  const { rows } = await project.client.call('documents.list', { offset: 0, limit: 10 });
  return rows.find((row) => row.name === name)?.id ?? '';
};

/** How many codings and answers a document has. */
async function work(name: string): Promise<number> {
  const { annotations, answers } = await project.client.call('documents.open', { document: await named(name) });
  return annotations.rows.length + answers.length;
}

describe.each(['codings', 'answers'] as const)('A document that a file of %s names', (kind) => {
  test('may look like its name, where one alone does', async () => {
    await add(composed);
    await readers[kind](`${decomposed}\u00ad`);
    expect(await work(composed)).toBe(1);
  });

  test('is the one of the very name, whatever else looks like it', async () => {
    await add(composed);
    await add(decomposed);
    await readers[kind](decomposed);
    expect([await work(composed), await work(decomposed)]).toEqual([0, 1]);
  });

  test('is not guessed among several, nor found in other capitals', async () => {
    await add(composed);
    await add(decomposed);
    await expect(readers[kind](`${composed}\u00ad`)).rejects.toThrow('2 documents are named');
    await expect(readers[kind]('économie')).rejects.toThrow('there is no document “économie”');
  });
});
