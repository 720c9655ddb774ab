import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agreementFileSchema } from '../../../shared/api/reliability.ts';
import { describeReliability } from '../../hosts/cli/verbs/reliabilityProject.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

const unzip = spawnSync('unzip', ['-v']).status === 0;

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

/** So many articles that two coders marked alike, but for the end of one passage, which `departs` by some characters. */
async function codeTwice(articles: number, departs: number): Promise<void> {
  const names = Array.from({ length: articles }, (_, at) => `a${at}`);
  await project.importFiles(
    ...names.map((name) => project.put(`${name}.txt`, `One two three four five six seven ${name}.`)),
  );
  for (const coder of ['Ada', 'Ben']) {
    await project.client.call('coders.identify', { name: coder });
    await project.code(
      names.map((document, at) => {
        const end = 7 + at + (coder === 'Ben' && at === 0 ? departs : 0);
        return { document, start: 0, end, code: 'Count' };
      }),
    );
  }
}

const asked = { unit: 'span', draws: 300, seed: 3 } as const;

describe('intervals of few articles', () => {
  test('of one article are undefined, and every way of showing the figure says why', async () => {
    await codeTwice(1, 6);
    const report = await project.client.run('reliability.run', asked);
    const figure = report.spans?.placesAndCodes;
    expect(figure?.value).toBeGreaterThan(0);
    expect(figure).toMatchObject({ low: null, high: null, below800: null, interval: 'undefined', resampled: 1 });
    const note = 'no interval: only 1 article';
    expect(figure?.note).toBe(note);
    expect(report.spans?.warnings).toContain('Only 1 article has two coders: too few for an interval.');
    expect(report.methods).toContain(`(${note})`);
    expect(report.methods).toContain('No interval is given for fewer than 5 articles.');
    expect(report.methods).not.toContain('bootstrap samples');
    expect(describeReliability(report)).toContain(`(${note})`);
    const folder = project.app.grants.grant(join(project.folder, 'out'));
    await project.client.run('reliability.export', { ...asked, folder, files: agreementFileSchema.options });
    const read = (name: string): string => readFileSync(join(project.folder, 'out', name), 'utf8');
    expect(read('agreement.csv')).toContain(`,undefined,${note},`);
    expect(read('agreement.svg')).toContain(`(${note})</text>`);
    if (!unzip) return;
    const path = join(project.folder, 'out', 'agreement.docx');
    expect(execFileSync('unzip', ['-p', path, 'word/document.xml'], { encoding: 'utf8' })).toContain(`(${note})`);
  });

  test('of five to nine articles are approximate, and say so', async () => {
    await codeTwice(7, 6);
    const report = await project.client.run('reliability.run', asked);
    expect(report.spans?.placesAndCodes).toMatchObject({
      interval: 'approximate',
      note: 'approximate: only 7 articles',
    });
    const { low, high } = report.spans?.placesAndCodes ?? { low: null, high: null };
    expect(low ?? 1).toBeLessThan(high ?? 0);
    expect(report.methods).toMatch(/\[95 % CI \S+, \S+; approximate: only 7 articles\]/u);
    expect(report.spans?.warnings).toContain('Only 7 articles have two coders: intervals are approximate.');
  });

  test('of perfect agreement in ten articles are [1, 1], without a word', async () => {
    await codeTwice(10, 0);
    const { spans } = await project.client.run('reliability.run', asked);
    expect(spans?.placesAndCodes).toMatchObject({ value: 1, low: 1, high: 1, interval: 'sound', note: '' });
  });
});
