import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AnyEvent } from '../../../shared/api/events.ts';
import { annotationFormatSchema } from '../../../shared/api/exports.ts';
import { exportedNames } from '../testListing.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

test('Annotation files that are cancelled half-way leave nothing half-written, and what was there as it was', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `text ${index}`);
  await project.importFiles(...names.map((name) => project.put(`${name}.txt`, `${name} ${'word '.repeat(1200)}`)));
  await project.code(
    names.flatMap((document) =>
      Array.from({ length: 100 }, (_, place) => ({ document, start: place, end: place + 40, code: 'C' })),
    ),
  );
  const out = join(project.folder, 'out');
  mkdirSync(join(out, 'brat'), { recursive: true });
  writeFileSync(join(out, 'brat', 'text 0.ann'), 'as it was');
  const run = (): Promise<unknown> =>
    project.client.run('exports.run', {
      folder: project.app.grants.grant(out),
      formats: [...annotationFormatSchema.options],
      replace: true,
    });
  const half: string[] = [];
  const stop = project.app.listen((event: AnyEvent) => {
    if (event.event !== 'task' || event.data.method !== 'exports.run' || event.data.state !== 'running') return;
    const { id, done, total } = event.data;
    if (half.length > 0 || total === 0 || done < total / 2 || done === total) return;
    half.push(...readdirSync(out, { recursive: true }).map(String));
    void project.client.call('tasks.cancel', { task: id });
  });
  await expect(run()).rejects.toMatchObject({ code: 'cancelled' });
  stop();
  // It was under way in folders of its own, one for each format.
  const begun = half.filter((name) => name.endsWith('.tmp'));
  expect(begun).toHaveLength(annotationFormatSchema.options.length);
  expect(half.length).toBeGreaterThan(100);
  expect(readdirSync(out)).toEqual(['brat']);
  expect(readdirSync(join(out, 'brat'))).toEqual(['text 0.ann']);
  expect(readFileSync(join(out, 'brat', 'text 0.ann'), 'utf8')).toBe('as it was');

  await run();
  expect(exportedNames(out).sort()).toEqual([...annotationFormatSchema.options].sort());
  expect(readdirSync(join(out, 'brat')).filter((name) => name.endsWith('.txt'))).toHaveLength(names.length);
}, 120_000);
