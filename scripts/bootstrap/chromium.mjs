import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installDebian } from './apt.mjs';
import { root } from './paths.mjs';
import { runCaptured, runThrough } from './processes.mjs';

/**
 * The system's Chromium, Chrome or Edge, found as the program itself finds it.
 * @param {string} node absolute path
 * @returns {Promise<string | undefined>} absolute path
 */
async function systemBrowser(node) {
  const { status, output } = await runCaptured(node, [join(root, 'scripts', 'browser.ts')], { cwd: root });
  if (status !== 0) throw new Error(`The search for a browser failed:\n${output}`);
  return output === '' ? undefined : output;
}

/** @returns {string | undefined} the browser that Playwright has fetched, where it has */
function playwrightBrowser() {
  /** @type {typeof import('playwright')} */
  const playwright = createRequire(import.meta.url)('playwright');
  const path = playwright.chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/**
 * A browser for the end-to-end tests, installed if need be. CHROMIUM_PATH names it; then the system's own; then the one
 * that Playwright has; then what apt-get installs; then what Playwright can fetch.
 * @param {string} node absolute path
 * @returns {Promise<string | undefined>} absolute path; undefined where none can be had
 */
export async function ensureChromium(node) {
  const present = (await systemBrowser(node)) ?? playwrightBrowser();
  if (present !== undefined) return present;
  await installDebian(['chromium'], 'the end-to-end tests');
  const installed = await systemBrowser(node);
  if (installed !== undefined) return installed;
  process.stderr.write('Fetching a Chromium for the end-to-end tests through Playwright.\n');
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  await runThrough(node, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
  return playwrightBrowser();
}
