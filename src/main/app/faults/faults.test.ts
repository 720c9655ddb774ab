import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { damageLogs } from './testDamagedLogs.ts';
import { playHistories } from './testHistories.ts';
import { openLinks } from './testLinks.ts';
import { replaceFiles } from './testReplacements.ts';
import { restoreBackups } from './testRestores.ts';

const seed = 20_261_129;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-faults-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Longer forms of these run as `npm run test:faults`. */
describe(`What was acknowledged is there, or its loss is told (seed ${seed}),`, () => {
  test('where the log of a killed program is damaged', { timeout: 120_000 }, async () => {
    const figures = await damageLogs({ logs: 10, seed, folder });
    expect(figures).toMatchObject({ silent: [], wrong: [], traces: [] });
    expect(figures.told).toBeGreaterThan(0);
  });

  test('where a backup is put in the place of anything and that is cut off', { timeout: 120_000 }, () => {
    const figures = restoreBackups({ restores: 12, seed, folder });
    expect(figures).toMatchObject({ lost: [], traces: [] });
    expect(figures.cutOff).toBeGreaterThan(0);
  });

  test.skipIf(process.platform === 'win32')(
    'where the file is taken away while it is open',
    { timeout: 120_000 },
    async () => {
      const figures = await replaceFiles({ replacements: 8, seed, folder });
      expect(figures).toMatchObject({ lost: [], silent: [], traces: [] });
      expect(figures.acknowledged).toBeGreaterThan(8);
    },
  );

  test.skipIf(process.platform === 'win32')('where a project has many names', { timeout: 120_000 }, () => {
    const figures = openLinks({ links: 8, seed, folder });
    expect(figures).toMatchObject({ doubled: [], lost: [], traces: [] });
    expect(figures.openings).toBeGreaterThan(figures.writers);
    expect(figures.acknowledged).toBeGreaterThan(8);
  });

  test('where acts are taken back and brought back', { timeout: 120_000 }, () => {
    const figures = playHistories({ histories: 2, steps: 60, seed, folder });
    expect(figures).toMatchObject({ wrong: [], traces: [] });
    expect(figures.replays).toBeGreaterThan(20);
  });
});
