import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A window small enough for tests, beside a file that no one may read. Answers with the window's folder. */
export function writeSmallWindow(folder: string): string {
  const window = join(folder, 'window');
  mkdirSync(join(window, 'assets'), { recursive: true });
  writeFileSync(join(window, 'index.html'), '<!doctype html><head><title>Galley</title></head>');
  writeFileSync(join(window, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  return window;
}
