import { existsSync } from 'node:fs';
import { runCaptured } from './processes.mjs';

const aptGet = '/usr/bin/apt-get';
const dpkgQuery = '/usr/bin/dpkg-query';
/** Half an hour: some packages bring hundreds of megabytes. */
const installLimit = 1_800_000;

/**
 * How to call apt-get, where it is there and may be used without asking for a password.
 * @returns {Promise<string[] | undefined>}
 */
async function aptCommand() {
  if (process.platform !== 'linux' || !existsSync(aptGet)) return undefined;
  if (process.getuid?.() === 0) return [aptGet];
  return (await runCaptured('sudo', ['-n', 'true'])).status === 0 ? ['sudo', '-n', aptGet] : undefined;
}

/**
 * Installs Debian packages where that can be done without asking, all in one call, and says so on stderr. Nothing is
 * thrown: whoever needs the packages looks for them afterwards.
 * @param {readonly string[]} packages names
 * @param {string} purpose what they are for, such as `the end-to-end tests`
 * @param {{ recommended?: boolean }} [options] `recommended: false` leaves out what the packages can do without
 */
export async function installDebian(packages, purpose, { recommended = true } = {}) {
  const [command, ...before] = packages.length === 0 ? [] : ((await aptCommand()) ?? []);
  if (command === undefined) return;
  process.stderr.write(`Installing ${packages.join(', ')} for ${purpose} (apt-get install).\n`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: installLimit };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const install = ['install', '-y', ...(recommended ? [] : ['--no-install-recommends']), ...packages];
  for (const args of [['update'], install]) {
    const { status, output } = await runCaptured(command, [...before, ...wait, ...args], options);
    if (status !== 0) process.stderr.write(output);
  }
}

/**
 * Which of these packages Debian has installed.
 * @param {readonly string[]} packages names
 * @returns {Promise<Set<string>>} empty where there is no dpkg
 */
export async function installedDebian(packages) {
  if (!existsSync(dpkgQuery)) return new Set();
  const format = '--showformat=${db:Status-Status} ${Package}\\n';
  // It ends with a status of its own where a name is unknown, having listed the others.
  const { output } = await runCaptured(dpkgQuery, ['--show', format, ...packages]);
  return installedNames(output);
}

/**
 * @param {string} listing lines of status and name, and whatever dpkg-query complains of
 * @returns {Set<string>} the names of what is installed: a package may also be half installed, or removed but known
 */
export function installedNames(listing) {
  const lines = listing.split('\n').map((line) => line.split(' '));
  return new Set(lines.flatMap(([status, name]) => (status === 'installed' && name !== undefined ? [name] : [])));
}
