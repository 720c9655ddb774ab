import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import type { tableChoiceSchema } from '../../../shared/model/dataTable.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
  const dates = { one: '2026-03-01', two: '06/07/2023', three: 'around 1650', four: '2026-03-31T09:30:00Z' };
  for (const [name, date] of Object.entries(dates)) {
    await project.importFiles(project.put(`${name}.md`, `---\ntitle: ${name}\ndate: ${date}\n---\nA text.\n`));
  }
});
afterEach(() => project.end());

type Outcome = { warnings: string[]; files: { name: string; rows: number }[] };

async function run(table: z.input<typeof tableChoiceSchema> | null): Promise<Outcome> {
  const folder = project.app.grants.grant(join(project.folder, 'out'));
  return project.client.run('exports.run', { folder, formats: ['csv'], table, replace: true });
}

const records = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(project.folder, 'out', name)), { columns: true, bom: true });

test('a column of days stays one when some values are no days: their cells are empty, and named', async () => {
  const { warnings } = await run(null);
  expect(records('documents.csv').map(({ document, date }) => [document, date])).toEqual([
    ['one', '2026-03-01'],
    ['two', ''],
    ['three', ''],
    ['four', '2026-03-31'],
  ]);
  expect(records('documents.dictionary.csv').find(({ column }) => column === 'date')).toMatchObject({ type: 'date' });
  expect(warnings).toEqual([
    'Date: 2 values do not read as days, so the cells are empty: “06/07/2023” in two, “around 1650” in three. ' +
      'Set them among the facts, as YYYY-MM-DD.',
  ]);
});

test('a choice by days says which documents it leaves out because their date is none', async () => {
  const facts = await project.client.call('variables.list', {});
  const date = facts.find(({ name }) => name === 'date')?.id ?? '';
  const where = [{ variable: date, from: '1600-01-01', to: null }];
  const { warnings } = await run({ unit: 'document', coders: 'pooled', filters: { where } });
  expect(records('documents.csv').map(({ document }) => document)).toEqual(['one', 'four']);
  expect(warnings).toEqual([
    'Date: 2 values do not read as days, so the choice of rows leaves out these documents: “06/07/2023” in two, ' +
      '“around 1650” in three. Set them among the facts, as YYYY-MM-DD.',
  ]);
});
