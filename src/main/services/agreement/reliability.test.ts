import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

/** Krippendorff, “Computing Krippendorff's Alpha-Reliability” (2011), section A: two observers, ten units, α = 0.095. */
const jon = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
const han = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];

const name = (unit: number): string => `unit${unit}`;

async function putUnits(): Promise<void> {
  await project.importFiles(...jon.map((_, unit) => project.put(`${name(unit)}.txt`, `Text of unit ${unit}.`)));
}

/** Marks the whole text with “Read”, so that the coder took part, and with “Yes” where the observer said 1. */
async function observe(coder: string, values: readonly number[]): Promise<void> {
  await project.client.call('coders.identify', { name: coder });
  await project.code(
    values.flatMap((value, unit) => [
      { document: name(unit), start: 0, end: 4, code: 'Read' },
      ...(value === 1 ? [{ document: name(unit), start: 0, end: 7, code: 'Yes' }] : []),
    ]),
  );
}

describe('agreement in a project', () => {
  test('of codes by article is the published alpha', async () => {
    await putUnits();
    await observe('Jon', jon);
    await observe('Han', han);
    const report = await project.client.run('reliability.run', { unit: 'document', draws: 500, seed: 7 });
    const yes = report.values.find((value) => value.name === 'Yes');
    expect(yes?.alpha.value).toBeCloseTo(0.095, 3);
    expect(yes?.agreement.value).toBeCloseTo(0.6, 10);
    expect(yes?.units).toBe(10);
    expect(yes?.verdict).toBe('not reliable');
    expect(yes?.alpha.low ?? 1).toBeLessThanOrEqual(0.095);
    expect(yes?.alpha.high ?? 0).toBeGreaterThanOrEqual(0.095);
    expect(report.coders).toEqual(['Han', 'Jon']);
    // Everybody marked “Read” everywhere: nothing varies, so the figure is undefined, not 1.
    const read = report.values.find((value) => value.name === 'Read');
    expect(read?.alpha.value).toBeNull();
    expect(read?.alpha.reason).toContain('never put to the test');
    expect(report.methods).toContain('.095');
  });

  test('is 1 for passages that two coders marked alike, and says so with their places', async () => {
    await project.importFiles(project.put('a.txt', '😀 one two three'), project.put('b.txt', 'four five six seven'));
    for (const coder of ['Ada', 'Ben']) {
      await project.client.call('coders.identify', { name: coder });
      await project.code([
        { document: 'a', start: 2, end: 5, code: 'A' },
        { document: 'b', start: 0, end: 4, code: 'B' },
      ]);
    }
    const { spans, documents } = await project.client.run('reliability.run', { draws: 0 });
    expect(documents).toBe(2);
    expect(spans?.placesAndCodes.value).toBe(1);
    expect(spans?.places.value).toBe(1);
    // Seven of 34 characters are marked, and all of them by both.
    expect(spans?.coverage.value).toBe(1);
    expect(spans?.warnings.join(' ')).not.toContain('Less than half');
    expect(spans?.f1Exact.value).toBe(1);
    expect(spans?.perCode.map(({ code, characters }) => [code, characters])).toEqual([
      ['A', 6],
      ['B', 8],
    ]);
  });

  test('of one coder alone is undefined, with the reason', async () => {
    await project.importFiles(project.put('a.txt', 'one two three'));
    await project.code([{ document: 'a', start: 0, end: 3, code: 'A' }]);
    const report = await project.client.run('reliability.run', {});
    expect(report.documents).toBe(0);
    expect(report.spans?.placesAndCodes.value).toBeNull();
    expect(report.spans?.placesAndCodes.reason).not.toBe('');
  });

  test('does not depend on when it is asked: the same seed gives the same limits', async () => {
    await putUnits();
    await observe('Jon', jon);
    await observe('Han', han);
    const ask = () => project.client.run('reliability.run', { unit: 'sentence', draws: 300, seed: 5 });
    expect(await ask()).toEqual(await ask());
  });
});
