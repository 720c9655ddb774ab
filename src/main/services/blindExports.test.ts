/** Whoever codes in a blind round takes out of the project their own work alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Arguments, Result } from '../../shared/api/contract.ts';
import { createBlindProject } from './testBlindRound.ts';
import type { BlindProject } from './testBlindRound.ts';

let made: BlindProject;
beforeEach(async () => {
  made = await createBlindProject();
});
afterEach(() => made.project.end());

type Wish = Omit<Arguments<'exports.run'>, 'folder'>;

async function exported(wish: Wish): Promise<Result<'exports.run'>> {
  const { app, client, folder } = made.project;
  return await client.run('exports.run', { folder: app.grants.grant(join(folder, 'out')), ...wish });
}

/** The rows of a file by column, as an independent reader has them. */
function rows(name: string): Record<string, string>[] {
  return parse(readFileSync(join(made.project.folder, 'out', name)), { columns: true });
}

const note = 'Only the work of Ada, who codes in a blind round.';

describe('An export in a blind round', () => {
  test('has the codings and counts of one coder, and its dictionaries say so', async () => {
    const { warnings } = await exported({ formats: ['csv'] });
    expect(warnings).toEqual([note]);
    expect(rows('codings.csv').map(({ coder, quote }) => [coder, quote])).toEqual([
      ['Ada', 'Nobody'],
      ['Ada', 'Nobody'],
    ]);
    expect(rows('documents.csv').map((row) => row['n: Claim'])).toEqual(['1', '1']);
    const notes = new Map(rows('documents.dictionary.csv').map((row) => [row['source'], row['note']]));
    expect(notes.get('code')).toContain(note);
    expect(notes.get('document')).not.toContain(note);
  });

  test('has no answers of others, whatever rows are chosen', async () => {
    const { blind, open, tone } = made;
    await made.project.client.call('answers.set', { document: open, variable: tone, value: 'sharp' });
    for (const coders of ['rows', 'columns', 'pooled'] as const) {
      await exported({ formats: ['csv'], table: { unit: 'document', coders } });
      const all = readFileSync(join(made.project.folder, 'out', 'documents.csv'), 'utf8');
      expect(all, coders).toContain('sharp');
      expect(all, coders).not.toContain('calm');
      expect(all, coders).not.toContain('Ben');
    }
    // An article that only others have touched is to do, like one that nobody has.
    const { totals } = await made.project.client.run('exports.preview', {
      table: { unit: 'document', coders: 'rows', filters: { documents: [blind], statuses: ['working'] } },
    });
    expect(totals.rows).toBe(1);
  });

  test('shows no others in its preview, and refuses to take their work or the agreed version', async () => {
    const { client } = made.project;
    const ben = (await client.call('coders.list', {})).find(({ name }) => name === 'Ben')?.id ?? '';
    const seen = await client.run('exports.preview', { table: { unit: 'coding', coders: 'rows' } });
    expect(seen.totals.rows).toBe(2);
    const others: Wish['table'][] = [
      { unit: 'coding', coders: 'rows', filters: { coders: [ben] } },
      { unit: 'document', coders: 'agreed' },
    ];
    for (const table of others) {
      if (!table) throw new Error('a table is asked for');
      await expect(exported({ formats: ['csv'], table })).rejects.toMatchObject({ code: 'conflict' });
      await expect(client.run('exports.preview', { table })).rejects.toMatchObject({ code: 'conflict' });
    }
  });

  test('marks only own passages in annotated texts', async () => {
    await exported({ formats: ['brat', 'spacy', 'html'] });
    const folder = join(made.project.folder, 'out');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const brat = files.filter(({ name }) => name.endsWith('.ann'));
    expect(brat).toHaveLength(2);
    for (const { parentPath, name } of brat) {
      const marks = readFileSync(join(parentPath, name), 'utf8').match(/^T.*$/gmu) ?? [];
      expect(marks.map((mark) => mark.split('\t').at(-1))).toEqual(['Nobody']);
    }
    const page = files.filter(({ name }) => name.endsWith('.html'));
    for (const { parentPath, name } of page) expect(readFileSync(join(parentPath, name), 'utf8')).not.toContain('Ben');
  });

  test('of somebody who codes in no such round has the work of all', async () => {
    await made.project.client.call('coders.identify', { name: 'Dora' });
    expect((await exported({ formats: ['csv'] })).warnings).toEqual([]);
    expect(rows('codings.csv')).toHaveLength(6);
  });
});

test('A package, which holds the work of all coders, is not written for a coder of a blind round', async () => {
  const { app, client, folder } = made.project;
  const wish = { folder: app.grants.grant(folder), name: 'p.zip' };
  await expect(client.run('packages.write', wish)).rejects.toMatchObject({ code: 'conflict' });
  await client.call('coders.identify', { name: 'Dora' });
  expect(await client.run('packages.write', wish)).toMatchObject({ codings: 6 });
});
