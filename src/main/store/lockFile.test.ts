import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { lockFile } from './lockFile.ts';

/** Collects what nothing refers to any more, as V8 does at moments of its own. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // what the flag gives new contexts
  collect();
}

test('a lock is held until it is released, also when nothing in the program refers to it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-lock-'));
  try {
    const path = join(folder, 'owner');
    expect(lockFile(path, 0o600)).toHaveProperty('release');
    for (let round = 0; round < 3; round++) {
      await new Promise((turn) => setImmediate(turn));
      collectGarbage();
    }
    expect(lockFile(path, 0o600)).toBe('busy');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
