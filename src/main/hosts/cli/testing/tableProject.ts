import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Arguments } from '../../../../shared/api/contract.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { AnswerState, AnswerValue } from '../../../../shared/model/variables.ts';
import { longText } from '../../../formats/tables/statistics/testing/sample.ts';
import { createTestProject } from '../../../services/testProject.ts';
import type { TestProject } from '../../../services/testProject.ts';

/** Four scraped articles that lie beside the project where it is developed. */
export const articles = resolve(import.meta.dirname, '../../../../../../shared/corpus/articles');
export const hasArticles = existsSync(articles);

const choices = [
  { value: 1, label: 'conflict' },
  { value: 2, label: 'human interest 🙂' },
  { value: 3, label: 'عواقب' },
  { value: 99, label: 'cannot tell', missing: true },
];

/** A question of every level, under names that no statistics program takes as they are; two become one when cleaned. */
const questions: readonly { wish: Arguments<'variables.create'>; given: AnswerValue; other: AnswerValue }[] = [
  {
    wish: { scope: 'document', name: '1st frame', level: 'nominal', label: 'Which frame?', choices },
    given: 2,
    other: 99,
  },
  { wish: { scope: 'document', name: 'if', level: 'ordinal', label: 'How sure?', choices }, given: 3, other: 1 },
  {
    wish: { scope: 'document', name: 'Ärger/Wut', level: 'interval', label: 'Anger', minimum: -5 },
    given: -1.5,
    other: 0.25,
  },
  { wish: { scope: 'document', name: 'Ärger Wut', level: 'ratio', label: '', minimum: 0 }, given: 1e15, other: 7 },
  {
    wish: { scope: 'document', name: 'day', level: 'date', label: 'Which day?' },
    given: '2024-02-29',
    other: '1969-12-31',
  },
  {
    wish: { scope: 'document', name: 'topics', level: 'multiple', choices: choices.slice(0, 3) },
    given: [1, 3],
    other: [2],
  },
  { wish: { scope: 'document', name: 'comment', level: 'text', label: 'שאלה' }, given: longText, other: '-8' },
];

/** Answers that every program must show: of `plain`, which Ada answered, of `other`, and of those without a value. */
export const answered = {
  full: { '1st frame': 2, if: 3, 'Ärger/Wut': -1.5, 'Ärger Wut': 1e15, day: '2024-02-29', comment: longText },
  other: { '1st frame': 99, if: 1, 'Ärger/Wut': 0.25, 'Ärger Wut': 7, day: '1969-12-31', comment: '-8' },
} as const;

const texts: Readonly<Record<string, string>> = {
  full: 'Tax cuts help. Critics object.\n\nMinister Roe agrees.',
  other: `שלום 👩‍👩‍👧 عالم.\n\n${longText}`,
  absent: '=1+1 is two. -2 is less.',
  inapplicable: '@home, +1, "quoted", a; b\tc.',
  untouched: 'Nobody has begun.',
};

async function ask(project: TestProject): Promise<Map<string, Id>> {
  const ids = new Map<string, Id>();
  for (const { wish } of questions) ids.set(wish.name, (await project.client.call('variables.create', wish)).id);
  const person = { scope: 'document', name: 'who', level: 'entity', entityList: 'people' } as const;
  ids.set('who', (await project.client.call('variables.create', person)).id);
  const { codes } = await project.client.call('codes.list', {});
  const code = codes.find(({ name }) => name === 'Claim')?.id ?? '';
  const stance = { scope: 'passage', code, name: 'stance', level: 'nominal', choices } as const;
  ids.set('stance', (await project.client.call('variables.create', stance)).id);
  return ids;
}

/** Codings of every text: its first sentence, and all of the long paragraph; quotations of the articles as they come. */
async function code(project: TestProject, names: readonly string[]): Promise<void> {
  const first = names.map((document, at) => {
    return { document, start: 0, end: 12, code: at % 2 === 0 ? 'Claim' : 'Frames / Ärger/Wut', memo: 'a, "b"\nc' };
  });
  const start = Array.from((texts['other'] ?? '').split('\n\n')[0] ?? '').length + 2;
  const long = { document: 'other', start, end: start + Array.from(longText).length, code: '=Risk' };
  await project.code([...first, long, { document: 'full', start: 0, end: 30, code: 'Claim' }]);
}

async function answer(
  project: TestProject,
  ids: ReadonlyMap<string, Id>,
  documents: ReadonlyMap<string, Id>,
): Promise<void> {
  const person = await project.client.call('entities.create', {
    list: 'people',
    name: 'Rōe, “M.”',
    attributes: { party: 'A' },
  });
  const set = async (
    document: string,
    variable: string,
    state: AnswerState,
    value: AnswerValue | null,
  ): Promise<void> => {
    const place = { document: documents.get(document) ?? '', variable: ids.get(variable) ?? '' };
    await project.client.call('answers.set', { ...place, state, value });
  };
  for (const {
    wish: { name },
    given,
    other,
  } of questions) {
    await set('full', name, 'given', given);
    await set('other', name, 'given', other);
    await set('absent', name, 'absent', null);
    await set('inapplicable', name, 'not-applicable', null);
  }
  await set('full', 'who', 'given', person.id);
  await set('absent', 'who', 'absent', null);
  const { rows } = await project.client.call('segments.list', {
    document: documents.get('full') ?? '',
    offset: 0,
    limit: 9,
  });
  for (const { id } of rows) {
    const place = { document: documents.get('full') ?? '', annotation: id, variable: ids.get('stance') ?? '' };
    await project.client.call('answers.set', { ...place, value: 3 });
  }
}

/** A closed project of the four articles (where they are there) and texts that are hard to write, answered by two coders. */
export async function makeHardProject(): Promise<TestProject & { file: string }> {
  const project = await createTestProject();
  const front = '---\ndate: 2024-02-29\noutlet: "Süddeutsche, \\"Zeitung\\""\n---\n\n';
  const own = Object.entries(texts).map(([name, text]) =>
    project.put(`${name}.md`, name === 'full' ? front + text : text),
  );
  const others = hasArticles ? readdirSync(articles).map((name) => join(articles, name)) : [];
  await project.importFiles(...own, ...others);
  const { rows } = await project.client.call('documents.list', { offset: 0, limit: 99 });
  const documents = new Map(rows.map(({ name, id }) => [name, id]));
  const coded = [...documents.keys()].filter((name) => name !== 'untouched');
  await code(project, coded);
  const ids = await ask(project);
  await answer(project, ids, documents);
  await project.client.call('coders.identify', { name: 'Βen' });
  await code(project, coded.slice(0, 3));
  const one = { document: documents.get('full') ?? '', variable: ids.get('1st frame') ?? '' };
  await project.client.call('answers.set', { ...one, value: 1 });
  await project.app.close();
  return { ...project, file: fileIn(project.folder) };
}

/** A closed project with one text and 2,000 codes, each of which it has once. */
export async function makeWideProject(): Promise<TestProject & { file: string }> {
  const project = await createTestProject();
  await project.importFiles(project.put('wide.txt', 'All of it.'));
  await project.code(
    Array.from({ length: 2000 }, (_, at) => ({ document: 'wide', start: 0, end: 1 + (at % 9), code: `Code ${at}` })),
  );
  await project.app.close();
  return { ...project, file: fileIn(project.folder) };
}

/** The characters of the article files, in code points, by document name. */
export function articleLengths(): Map<string, number> {
  const names = hasArticles ? readdirSync(articles) : [];
  return new Map(
    names.map((name) => {
      const text = readFileSync(join(articles, name), 'utf8').replace(/\r\n?/gu, '\n');
      return [name.replace(/\.txt$/u, ''), Array.from(text).length];
    }),
  );
}

function fileIn(folder: string): string {
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.galley')) ?? '');
}
