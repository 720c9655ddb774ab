import { copyFileSync, existsSync, rmSync } from 'node:fs';

/**
 * A project file for a test of its own. `make` makes it the first time that it is asked for, and later tests get a copy of what
 * was made then: a dozen commands take longer than many a test.
 */
export function madeOnce(file: string, make: () => void): void {
  for (const end of ['', '-lock', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  const kept = `${file}.made`;
  if (existsSync(kept)) {
    copyFileSync(kept, file);
    return;
  }
  make();
  copyFileSync(file, kept);
}
