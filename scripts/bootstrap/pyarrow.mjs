import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './paths.mjs';
import { runCaptured } from './processes.mjs';

const version = '25.0.1';
/** Debian's own first: it has pandas. */
const pythons = ['/usr/bin/python3', 'python3'];

/** Python packages for the tests alone, which Debian does not have. `formats/testing/programs.ts` puts it on PYTHONPATH. */
export const pythonFolder = join(cacheFolder, 'python');

/**
 * Fetches pyarrow into a folder of its own where a Python with pip is there; touches nothing else. Tests that miss it
 * are skipped.
 */
export async function ensurePyarrow() {
  if (existsSync(join(pythonFolder, 'pyarrow'))) return;
  for (const python of pythons) {
    if ((await runCaptured(python, ['-m', 'pip', '--version'])).status !== 0) continue;
    process.stderr.write(`Fetching pyarrow ${version} for the tests against other programs (pip install).\n`);
    const patience = ['--retries', '1', '--timeout', '30', '--disable-pip-version-check', '--quiet'];
    const place = ['--no-deps', '--only-binary', ':all:', '--target', pythonFolder, `pyarrow==${version}`];
    const { status, output } = await runCaptured(python, ['-m', 'pip', 'install', ...patience, ...place]);
    if (status !== 0) process.stderr.write(output);
    return;
  }
}
