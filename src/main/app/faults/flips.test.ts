import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { flipBytes } from './testFlips.ts';

test(
  'A flipped byte that changes what a project holds is found on opening or by verifying, and undo invents nothing',
  { timeout: 600_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-flips-'));
    try {
      const figures = await flipBytes({ flips: 60, seed: 20_261_129, folder });
      expect(figures).toMatchObject({ missed: [], traces: [], invented: [] });
      // The test means something only when flips changed what the project holds, and undo had something to do.
      expect(figures.changed).toBeGreaterThan(15);
      expect(figures.foundByVerify).toBeGreaterThan(15);
      expect(figures.replayed).toBeGreaterThan(60);
      expect(figures.refused).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
