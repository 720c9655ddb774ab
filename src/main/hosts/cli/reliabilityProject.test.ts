import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgreementReport } from '../../../shared/api/reliability.ts';
import { exportedNames } from '../../services/testListing.ts';
import { createTestProject } from '../../services/testProject.ts';
import type { TestProject } from '../../services/testProject.ts';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

let project: TestProject;
let place: CommandFolder;
let file: string;

/**
 * Ada and Ben mark the same words in `a` and `c`, others in `b`; Cem codes `c` alone, as they do. `a` and `b` are the round
 * “Pilot”, blind for Ada and Ben. What is alike is taken over into the agreed version.
 */
beforeAll(async () => {
  place = createCommandFolder();
  project = await createTestProject();
  const { call, run } = project.client;
  await project.importFiles(...['a', 'b', 'c'].map((name) => project.put(`${name}.txt`, name.repeat(100))));
  const { rows } = await call('documents.list', { offset: 0, limit: 10 });
  const [a = '', b = ''] = rows.map(({ id }) => id);
  await call('documents.setFact', { document: a, variable: 'site', value: 'Herald' });
  await call('documents.setFact', { document: b, variable: 'site', value: 'Post' });
  const mark = async (coder: string, ...starts: [document: string, start: number][]): Promise<void> => {
    await call('coders.identify', { name: coder });
    await project.code(starts.map(([document, start]) => ({ document, start, end: start + 10, code: 'A' })));
  };
  await mark('Ada', ['a', 0], ['b', 0], ['c', 0]);
  await mark('Ben', ['a', 0], ['b', 20], ['c', 0]);
  await mark('Cem', ['c', 0]);
  const coders = await call('coders.list', {});
  await run('agreed.start', {});
  await call('rounds.create', {
    name: 'Pilot',
    kind: 'training',
    mode: 'blind',
    documents: [a, b],
    coders: coders.filter(({ name }) => name !== 'Cem').map(({ id }) => id),
  });
  file = join(project.folder, (await call('project.status', {})).project?.fileName ?? '');
  await call('project.close', {});
}, 60_000);
afterAll(async () => {
  place.end();
  await project.end();
});

async function measured(...words: string[]): Promise<AgreementReport> {
  return (await place.json('reliability', file, ...words, '--draws', '0', '--json')) as AgreementReport; // its answer
}

describe('galley reliability of a project', () => {
  test('takes a round, a fact, the agreed version, and writes its files', async () => {
    const report = await measured('--round', 'Pilot', '--by', 'site', '--agreed', '--out', 'report');
    expect([report.documents, report.coders]).toEqual([2, ['Ada', 'Ben']]);
    // One of two passages is alike: F1 = 2·1 / (2 + 2).
    expect(report.spans?.f1Exact.value).toBe(0.5);
    expect(report.groups?.rows.map(({ value, rows }) => [value, rows[0]?.agreement.value])).toEqual([
      ['Herald', 1],
      ['Post', 0],
    ]);
    // The agreed version holds the passage of `a` and nothing in `b`: each has it, and one too many.
    const against = report.against?.map(({ coder, spans }) => [coder, spans?.exact]);
    expect(against).toMatchObject([
      ['Ada', { precision: { value: 0.5 }, recall: { value: 1 } }],
      ['Ben', { precision: { value: 0.5 }, recall: { value: 1 } }],
    ]);
    const names = ['agreement-methods.txt', 'agreement-units.csv', 'agreement.csv', 'agreement.docx', 'agreement.svg'];
    expect(exportedNames(join(place.folder, 'report')).sort()).toEqual(names);
    expect(readFileSync(join(place.folder, 'report', 'agreement-methods.txt'), 'utf8')).toBe(`${report.methods}\n`);
    expect(report.methods).toContain('“Pilot”');
    const alone = await measured('--round', 'Pilot', '--by', 'site', '--agreed');
    expect(report).toEqual(alone);
  });

  test('takes the coders whose work is measured', async () => {
    const report = await measured('--coder', 'Ada, Cem');
    expect([report.documents, report.coders, report.spans?.f1Exact.value]).toEqual([1, ['Ada', 'Cem'], 1]);
    // Ada has articles in a blind round; measuring her work is not acting in her name.
    const both = await measured('--coder', 'Ada,Ben', '--unit', 'document', '--out', 'both');
    expect([both.coders, both.values.map(({ name }) => name)]).toEqual([['Ada', 'Ben'], ['A']]);
    expect(readdirSync(join(place.folder, 'both'))).toContain('agreement-units.csv');
  });

  test('says which names are unknown, and which ones there are', async () => {
    const fails = async (...words: string[]): Promise<string> => {
      const { status, out, error } = await place.galley('reliability', file, ...words);
      expect([status, out]).toEqual([1, '']);
      return error;
    };
    expect(await fails('--round', 'Final')).toContain('no round “Final”');
    expect(await fails('--coder', 'Ada,Dan')).toContain('no coder “Dan”');
    expect(await fails('--by', 'weather')).toContain('There are: ');
    expect(await fails('--codes', 'B')).toContain('no code “B”');
  });
});
