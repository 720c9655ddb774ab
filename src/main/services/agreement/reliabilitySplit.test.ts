/** The draws of intervals are split over workers; what comes out is the same for any number of them. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Arguments } from '../../../shared/api/contract.ts';
import type { AgreementReport } from '../../../shared/api/reliability.ts';
import { seededRandom } from '../../../shared/stats/random.ts';
import { workerEntry } from '../../app/folders.ts';
import { createTestApp } from '../../app/testApp.ts';
import { agreementJobs } from '../../jobs/agreement/jobs.ts';
import type { AgreementInput } from '../../jobs/agreement/measure.ts';
import { createJobs } from '../../workers/pool.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

const seed = 20_111;
const articles = 12;
const text = 'Workers walked out. The owners called it theft. Nobody was hurt, said the mayor on Monday.';

let project: TestProject;
let path: string;

/** Three coders mark two codes in each article, most at the same place, and answer a question. */
beforeEach(async () => {
  const random = seededRandom(seed);
  project = await createTestProject();
  const { client } = project;
  await project.importFiles(...Array.from({ length: articles }, (_, at) => project.put(`t${at}.txt`, `${text} ${at}`)));
  const { rows } = await client.call('documents.list', { offset: 0, limit: articles });
  const tone = await client.call('variables.create', { scope: 'document', name: 'tone', level: 'interval' });
  for (const coder of ['Ada', 'Ben', 'Cem']) {
    await client.call('coders.identify', { name: coder });
    await project.code(
      rows.flatMap(({ name }) =>
        ['Claim', 'Blame'].flatMap((code, place) => {
          const start = place * 40 + Math.floor(random() * 6);
          return random() < 0.8 ? [{ document: name, start, end: start + 20, code }] : [];
        }),
      ),
    );
    for (const { id } of rows) {
      await client.call('answers.set', { document: id, variable: tone.id, value: Math.floor(random() * 5) });
    }
  }
  path = join(project.folder, (await client.call('project.status', {})).project?.fileName ?? '');
});
afterEach(() => project.end());

const questions: readonly Arguments<'reliability.run'>[] = [
  { draws: 1003, seed: 5 },
  { unit: 'sentence', draws: 1003, seed: 5 },
  { variables: [], draws: 1003, seed: 5 },
];

/** The reports of a program with so many workers. */
async function reportsOf(workers: number): Promise<AgreementReport[]> {
  const { app, client, end } = createTestApp({ workers });
  try {
    await client.call('project.open', { file: app.grants.grant(path) });
    const reports: AgreementReport[] = [];
    for (const question of questions) reports.push(await client.run('reliability.run', question));
    return reports;
  } finally {
    await end();
  }
}

function input(draws: number): AgreementInput {
  return { project: path, unit: 'span', agreed: false, draws, seed: 5, program: 'Galley', drawn: null };
}

describe('the bootstrap of a report', () => {
  test(`gives equal results for 1, 2 and 4 workers (seed ${seed})`, { timeout: 60_000 }, async () => {
    await project.client.call('project.close', {});
    const one = await reportsOf(1);
    expect(one[0]?.spans?.placesAndCodes).toMatchObject({ draws: 1003, value: expect.any(Number) as number });
    expect(one[0]?.spans?.placesAndCodes.low).toBeLessThan(one[0]?.spans?.placesAndCodes.high ?? 0);
    expect(one[2]?.values[0]?.alpha.low).toBeTypeOf('number');
    expect(await reportsOf(2)).toEqual(one);
    expect(await reportsOf(4)).toEqual(one);
  });

  test('is drawn in parts, each worker its share, and made anew when the project changed meanwhile', async () => {
    const jobs = createJobs({ workerEntry, workers: 4 });
    try {
      const shares = await Promise.all(
        [0, 1, 2, 3].map((part) => jobs.run(agreementJobs.draw, { ...input(1003), part, parts: 4 })),
      );
      const numbers = shares.map(({ figures }) =>
        (figures[0] ?? []).reduce((sum, { values, undefinedDraws }) => sum + values.length + undefinedDraws, 0),
      );
      expect(numbers).toEqual([250, 251, 251, 251]);
      const alone = await jobs.run(agreementJobs.measure, input(1003));
      expect(await jobs.run(agreementJobs.measure, { ...input(1003), drawn: shares })).toEqual(alone);
      // Shares of other draws show that they were taken; those of a project that has changed are not.
      const other = await Promise.all(
        [0, 1].map((part) => jobs.run(agreementJobs.draw, { ...input(1003), seed: 6, part, parts: 2 })),
      );
      const mixed = await jobs.run(agreementJobs.measure, { ...input(1003), drawn: other });
      expect(mixed.spans?.placesAndCodes.low).not.toBe(alone.spans?.placesAndCodes.low);
      const stale = other.map((share) => ({ ...share, entry: share.entry - 1 }));
      expect(await jobs.run(agreementJobs.measure, { ...input(1003), drawn: stale })).toEqual(alone);
    } finally {
      await jobs.close();
    }
  });
});
