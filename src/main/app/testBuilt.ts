import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programFolder } from './folders.ts';

/**
 * Whether tests run the built program in place of the sources: `npm run check` and `npm test` say so, having built it from them. It
 * starts in a third of the time, and it is what users run.
 */
const isBuilt = process.env['GALLEY_TEST_BUILT'] === '1';

const built = (name: string): string => join(programFolder(), 'out', 'main', name);

/** The command line, as a file for Node. */
export const commandLine = isBuilt ? built('cli.js') : join(import.meta.dirname, '..', 'hosts', 'cli', 'main.ts');

/** What threads run; undefined: the sources. */
export const builtWorkerEntry: URL | undefined = isBuilt ? pathToFileURL(built('worker.js')) : undefined;
