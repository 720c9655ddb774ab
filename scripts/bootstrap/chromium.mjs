import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix, win32 } from 'node:path';
import { root } from './paths.mjs';
import { runCaptured } from './processes.mjs';

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
  'msedge',
];
const linuxFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsPaths = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/**
 * Where a Chromium, Chrome or Edge may stand, best first. CHROMIUM_PATH, where set, is the only answer.
 * @param {string} platform as in process.platform
 * @param {Record<string, string | undefined>} env
 * @returns {string[]} absolute paths
 */
export function chromiumCandidates(platform, env) {
  if (env.CHROMIUM_PATH) return [env.CHROMIUM_PATH];
  if (platform === 'win32') {
    const bases = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    return windowsPaths.flatMap((path) => bases.flatMap((base) => (base ? [win32.join(base, ...path)] : [])));
  }
  if (platform === 'darwin') {
    const bases = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
    return macApps.flatMap((app) => bases.map((base) => posix.join(base, `${app}.app`, 'Contents', 'MacOS', app)));
  }
  const onPath = (env.PATH ?? '').split(':').filter((folder) => folder !== '');
  const folders = [...new Set([...onPath, ...linuxFolders])];
  return linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The system's Chromium, Chrome or Edge.
 * @param {string} [platform]
 * @param {Record<string, string | undefined>} [env]
 * @param {(path: string) => boolean} [exists]
 * @returns {string | undefined} absolute path
 */
export function findChromium(platform = process.platform, env = process.env, exists = isProgram) {
  return chromiumCandidates(platform, env).find(exists);
}

/** @returns {string | undefined} the browser that Playwright has fetched, where it has */
function playwrightChromium() {
  /** @type {typeof import('playwright')} */
  const playwright = createRequire(import.meta.url)('playwright');
  const path = playwright.chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/**
 * Installs Debian's Chromium where apt-get is there and may be used without asking for a password.
 * @returns {Promise<boolean>} whether it was tried
 */
async function installWithApt() {
  if (process.platform !== 'linux' || !isProgram('/usr/bin/apt-get')) return false;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && (await runCaptured('sudo', ['-n', 'true'])).status !== 0) return false;
  process.stderr.write('Installing Chromium for the end-to-end tests (apt-get install chromium).\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', 'chromium']]) {
    const [command = '', ...rest] = isRoot ? ['apt-get', ...args] : ['sudo', '-n', 'apt-get', ...args];
    const { status, output } = await runCaptured(command, rest, { env, timeout: 300_000 });
    if (status !== 0) process.stderr.write(output);
  }
  return true;
}

/**
 * A browser for the end-to-end tests, installed if need be.
 * @param {string} node absolute path of the Node that runs Playwright's installer
 * @returns {Promise<string | undefined>} absolute path; undefined where none can be had
 */
export async function ensureChromium(node) {
  const present = findChromium() ?? (process.env.CHROMIUM_PATH ? undefined : playwrightChromium());
  if (present !== undefined || process.env.CHROMIUM_PATH) return present;
  if (await installWithApt()) {
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  process.stderr.write("Fetching Playwright's Chromium for the end-to-end tests.\n");
  const { status, output } = await runCaptured(node, [cli, 'install', 'chromium'], { timeout: 300_000 });
  if (status !== 0) process.stderr.write(output);
  return playwrightChromium();
}
