import { homedir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { findBrowser, thisMachine } from '../src/main/hosts/shared/browser.ts';

/** The browser in which the end-to-end tests run: the one that the program itself would open. Absolute path or null. */
export function testBrowser(): string | null {
  return findBrowser(thisMachine(homedir()));
}

// Run by itself it prints the path, for the commands that may still run on an older Node.
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(testBrowser() ?? '');
}
