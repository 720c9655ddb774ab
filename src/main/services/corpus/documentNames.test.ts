import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

const composed = 'Économie';
const decomposed = 'E\u0301conomie';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
  await project.client.call('variables.create', { scope: 'document', name: 'tone', level: 'text' });
});
afterEach(() => project.end());

const add = (name: string): Promise<unknown> => project.importFiles(project.put(`${name}.txt`, `Text of ${name}.`));

/** What codings and answers say of documents of these names: who was found, or the fault. */
const readers = {
  codings: (...documents: string[]) =>
    project.code(documents.map((document) => ({ document, start: 0, end: 4, code: 'Word' }))),
  answers: (...documents: string[]) => {
    const rows = documents.map((document) => `${document},tone,grave\n`).join('');
    const file = project.put('answers.csv', `document,variable,value\n${rows}`);
    return project.client.run('answers.import', { file: project.app.grants.grant(file) });
  },
};

const named = async (name: string): Promise<string> => {
  const { rows } = await project.client.call('documents.list', { offset: 0, limit: 100 });
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

  test('is found whether few or many of all are named', async () => {
    const names = Array.from({ length: 45 }, (_, number) => `Article ${number}`);
    const files = names.map((name) => project.put(`${name}.txt`, `Text of ${name}.`));
    await project.importFiles(...files);
    await readers[kind]('Article 44');
    expect(await Promise.all(names.map(work))).toEqual(names.map((name) => Number(name === 'Article 44')));
    await readers[kind](...names.slice(5, 20).reverse());
    const coded = names.map((name, index) => Number(name === 'Article 44' || (index >= 5 && index < 20)));
    expect(await Promise.all(names.map(work))).toEqual(coded);
    await expect(readers[kind](...names.slice(0, 30), 'Article 45')).rejects.toThrow(
      'there is no document “Article 45”',
    );
  });

  test('is not guessed among several, nor found in other capitals', async () => {
    await add(composed);
    await add(decomposed);
    await expect(readers[kind](`${composed}\u00ad`)).rejects.toThrow('2 documents are named');
    await expect(readers[kind]('économie')).rejects.toThrow('there is no document “économie”');
  });
});
