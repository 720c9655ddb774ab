import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportFormatSchema } from '../src/shared/api/exports.ts';
import { exportSample, formats, show, shown } from './guide.ts';
import { views } from './guideViews.ts';

describe('The user guide shows what programs print today', () => {
  const text = readFileSync(join(import.meta.dirname, '..', 'docs', 'guide.md'), 'utf8');
  let folder = '';
  beforeAll(() => {
    folder = exportSample();
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('and its command writes every format there is', () => {
    expect(formats.split(',')).toEqual(exportFormatSchema.options);
    expect(text).toContain(formats);
  });

  for (const view of views) {
    test(view.name, { timeout: 120_000 }, ({ skip }) => {
      const print = show(view, folder);
      if (print === null) skip('the program, or its library, is not installed');
      expect(shown(text, view.name)).toBe(print);
    });
  }
});
