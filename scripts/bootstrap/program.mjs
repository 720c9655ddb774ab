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
