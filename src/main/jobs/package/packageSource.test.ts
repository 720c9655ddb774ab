import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFolder } from './packageSource.ts';

it('The files of an unpacked package are held to the limit together, before any of them is read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-package-'));
  try {
    for (const name of ['a', 'b']) writeFileSync(join(folder, name), 'x'.repeat(600));
    expect([...readFolder(folder, ['a', 'b'], 1200).keys()]).toEqual(['a', 'b']);
    expect(() => readFolder(folder, ['a', 'b'], 1199)).toThrow(/have 1 MB; Galley reads packages of up to 1 MB/u);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
