import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, root } from './paths.mjs';
import { runCaptured, runThrough, withNodeFirst } from './processes.mjs';

const folder = join(root, 'node_modules', 'electron');
const failureFile = join(cacheFolder, 'electron-unavailable.json');
const fetchLimit = 90_000;
const day = 86_400_000;
/** A program that dies of one of these so soon never showed a window: the system does not let Electron run. */
const startLimit = 5_000;
const crashes = ['SIGTRAP', 'SIGABRT', 'SIGSEGV', 'SIGILL', 'SIGBUS'];

/** @returns {string | undefined} the binary, where it is there */
export function installedElectron() {
  try {
    const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
    const path = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(path) ? path : undefined;
  } catch {
    // Electron's installer writes path.txt last: without it there is no binary.
    return undefined;
  }
}

/**
 * @param {string} record what `noteFailure` wrote
 * @param {string} version Electron's
 * @param {number} now milliseconds since 1970
 */
export function isRecentFailure(record, version, now) {
  try {
    const failure = JSON.parse(record);
    return failure.version === version && failure.time <= now && now - failure.time < day;
  } catch {
    return false;
  }
}

/**
 * Electron's binary, fetched if need be. A fetch that failed is not tried again for a day.
 * @param {string} node absolute path
 * @returns {Promise<string | undefined>}
 */
export async function findElectron(node) {
  const installed = installedElectron();
  if (installed !== undefined) return installed;
  const installer = join(folder, 'install.js');
  if (!existsSync(installer)) return undefined;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (existsSync(failureFile) && isRecentFailure(readFileSync(failureFile, 'utf8'), version, Date.now()))
    return undefined;
  process.stderr.write(`Fetching Electron ${version}. This happens once.\n`);
  await runCaptured(node, [installer], { cwd: root, env: withNodeFirst(node), timeout: fetchLimit });
  const fetched = installedElectron();
  mkdirSync(cacheFolder, { recursive: true });
  if (fetched === undefined) writeFileSync(failureFile, JSON.stringify({ version, time: Date.now() }));
  else rmSync(failureFile, { force: true });
  return fetched;
}

/**
 * Opens the workbench in Electron and waits for its end.
 * @param {string} electron the binary
 * @param {string} node absolute path
 * @param {readonly string[]} files absolute paths
 * @param {string} cwd absolute
 * @returns {Promise<number | undefined>} exit status; undefined where Electron cannot run on this system
 */
export async function runElectron(electron, node, files, cwd) {
  // Chromium refuses to run as root with its sandbox.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const started = Date.now();
  try {
    const { status, signal } = await runThrough(electron, [...sandbox, root, ...files], {
      cwd,
      env: withNodeFirst(node),
    });
    const crashed = signal !== null && crashes.includes(signal) && Date.now() - started < startLimit;
    return crashed ? undefined : status;
  } catch {
    // The binary cannot be started at all, for one of another processor: the same as having none.
    return undefined;
  }
}
