import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { cacheFolder, root } from './paths.mjs';

/**
 * Installs and builds whatever is missing.
 * @returns {Promise<string>} absolute path of the Node to run everything with
 */
export async function prepare() {
  const node = await install();
  await build(node);
  return node;
}

/** How often to look whether npm is still there. Milliseconds. */
const look = 500;

/**
 * Ends this process in order when the npm that started it is gone. npm passes SIGTERM to the shell between it and this
 * process, and the shell dies of it without a word to us.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, look);
  timer.unref();
}

/**
 * Runs one of the built programs as if the user had started it. Where this process is the right Node already the
 * program takes it over, which spares the start of a second one; signals and status are then its own.
 * @param {string} node absolute path
 * @param {string} program relative to the project
 * @param {readonly string[]} args
 * @param {string} cwd absolute
 * @returns {Promise<number | undefined>} exit status; undefined where the program has taken over
 */
export async function runProgram(node, program, args, cwd) {
  endWithNpm();
  const file = join(root, program);
  const compileCache = join(cacheFolder, 'compiled');
  if (realpathSync(process.execPath) === realpathSync(node)) {
    const { enableCompileCache } = await import('node:module');
    enableCompileCache(compileCache);
    process.chdir(cwd);
    process.argv = [process.execPath, file, ...args];
    await import(pathToFileURL(file).href);
    return undefined;
  }
  const { runThrough, withNodeFirst } = await import('./processes.mjs');
  const env = { NODE_COMPILE_CACHE: compileCache, ...withNodeFirst(node) };
  return (await runThrough(node, [file, ...args], { cwd, env })).status;
}
