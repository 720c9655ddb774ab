import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestProject } from '../services/testProject.ts';
import type { TestProject } from '../services/testProject.ts';
import { verifyReferences } from './verifyReferences.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

/** A project with an answer about a coding, with evidence; a link; a status; an earlier text; and an example. */
async function fill(): Promise<void> {
  const { client } = project;
  await project.importFiles(project.put('one.txt', 'Nobody was hurt.\n'), project.put('two.txt', 'All went home.\n'));
  const { rows } = await client.call('documents.list', { offset: 0, limit: 2 });
  const [one = '', two = ''] = rows.map(({ id }) => id);
  const { id: code } = await client.call('codes.create', { name: 'Event', parent: null });
  const [source = '', target = ''] = await Promise.all(
    [0, 7].map(async (start) => {
      const made = await client.call('annotations.create', { document: one, code, start, end: start + 4 });
      return made.id;
    }),
  );
  await client.call('annotations.create', { document: two, code, start: 0, end: 3 });
  await client.call('links.create', { source, target, relation: 'leads to' });
  const { id: variable } = await client.call('variables.create', {
    scope: 'passage',
    code,
    name: 'who',
    level: 'text',
  });
  const evidence = [{ start: 0, end: 6 }];
  await client.call('answers.set', { document: one, annotation: source, variable, value: 'nobody', evidence });
  await client.call('examples.create', { code, anchor: { document: two, start: 0, end: 3 } });
  await client.call('texts.correct', {
    document: two,
    content: 'All have gone home.\n',
    reason: '',
    decisions: (await client.call('documents.open', { document: two })).annotations.rows.map(([annotation]) => ({
      annotation,
      place: { start: 0, end: 3 },
    })),
  });
}

/** What the check says of the project's file after a stranger's hand was in it. */
async function problemsAfter(damage: string): Promise<string[]> {
  await fill();
  const status = await project.client.call('project.status', {});
  const db = new SqliteDatabase(join(project.folder, status.project?.fileName ?? ''));
  try {
    db.pragma('foreign_keys = OFF');
    db.exec(damage);
    return verifyReferences(db, { progress: () => undefined, checkpoint: () => undefined }).map(
      ({ message }) => message,
    );
  } finally {
    db.close();
  }
}

describe('A check of the project', () => {
  test('finds nothing wrong with what the program wrote', async () => {
    expect(await problemsAfter('')).toEqual([]);
  });

  const two = `(SELECT id FROM document WHERE name = 'two')`;
  test.each([
    [`UPDATE answer SET document = ${two} WHERE annotation IS NOT NULL`, /answer to “who”.*coding of another document/],
    [`UPDATE answer SET coder = NULL WHERE annotation IS NOT NULL`, /answer to “who”.*another coder/],
    [`UPDATE answer SET evidence = '[{"start":3,"end":900}]' WHERE evidence <> '[]'`, /outside the text/],
    [`UPDATE answer SET evidence = '[{"start":3,"end":3}]' WHERE evidence <> '[]'`, /outside the text/],
    [`UPDATE answer SET evidence = '[7]' WHERE evidence <> '[]'`, /outside the text/],
    [`UPDATE link SET document = ${two}`, /link “leads to” in “two”.*another document/],
    [`UPDATE progress SET version = 9 WHERE document = ${two}`, /never published/],
    [`UPDATE text_version SET number = 3`, /earlier texts of “two”/],
    [`UPDATE example SET start = 90, end = 99`, /example of “Event” points past the end/],
  ])('tells of damage: %s', async (damage, message) => {
    const problems = await problemsAfter(damage);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });
});
