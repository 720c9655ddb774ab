import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { killedKinds } from './testKilledKinds.ts';
import { killAt } from './testKills.ts';

const kills = 4;
const seed = 20_261_129;

describe(`A program that is killed ${kills} times (seed ${seed}) at`, () => {
  test.each(Object.keys(killedKinds))(
    '%s has every acknowledged act afterwards, nothing by half, and leaves nothing behind',
    { timeout: 300_000 },
    async (kind) => {
      const folder = mkdtempSync(join(tmpdir(), 'galley-kills-'));
      try {
        const figures = await killAt(kind, { kills, seed, folder });
        expect(figures).toMatchObject({ kills, lost: [], found: [], traces: [] });
        // The test means something only when work was done before the kills.
        expect(figures.acknowledged).toBeGreaterThanOrEqual(Math.floor(kills / 2));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
