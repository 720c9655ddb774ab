import { resolve } from 'node:path';
import { programs } from './build.mjs';
import { callerFolder } from './paths.mjs';
import { prepare, runProgram } from './program.mjs';
import { Refusal } from './refusal.mjs';

/**
 * @param {string} platform as in process.platform
 * @param {Record<string, string | undefined>} env
 */
export function hasDisplay(platform, env) {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/**
 * @param {readonly string[]} args what the user typed: files and folders, after `--` also those that begin with `-`
 * @param {string} cwd absolute: what relative paths mean
 * @returns {string[]} absolute paths
 * @throws {Refusal} for options, of which there are none
 */
export function filesToOpen(args, cwd) {
  const end = args.indexOf('--');
  const option = (end < 0 ? args : args.slice(0, end)).find((arg) => arg.startsWith('-'));
  if (option !== undefined) {
    throw new Refusal(`npm start takes files and folders, not ${option}: npm start -- [FILE…]`, 2);
  }
  return args.filter((_arg, index) => index !== end).map((arg) => resolve(cwd, arg));
}

/**
 * Opens the workbench: in Electron, else in an app window of the system's Chromium; without a display it serves.
 * @param {readonly string[]} args
 * @returns {Promise<number | undefined>} exit status; undefined where the program has taken over this process
 */
export async function start(args) {
  const cwd = callerFolder();
  const files = filesToOpen(args, cwd);
  const node = await prepare();
  if (!hasDisplay(process.platform, process.env)) {
    return runProgram(node, programs.loopback, ['--serve', ...files], cwd);
  }
  const { findElectron, runElectron } = await import('./electron.mjs');
  const electron = await findElectron(node);
  const status = electron === undefined ? undefined : await runElectron(electron, node, files, cwd);
  if (status !== undefined) return status;
  process.stderr.write('Electron is not available here; opening Galley in a Chromium window instead.\n');
  return runProgram(node, programs.loopback, ['--window', ...files], cwd);
}
