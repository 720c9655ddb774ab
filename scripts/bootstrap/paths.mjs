import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What can be thrown away at any time, but is worth keeping between runs. Goes with `node_modules`. */
export const cacheFolder = join(root, 'node_modules', '.cache', 'galley');

/** Outside `node_modules`, because a lock must outlive the folder that it guards. */
export const lockFolder = join(root, '.cache', 'locks');

/**
 * The folder in which the user typed the command. npm runs scripts in the project's folder and tells the user's own in
 * INIT_CWD; a process started anywhere else means the folder it stands in.
 * @param {string} [current] absolute
 * @param {Record<string, string | undefined>} [env]
 * @returns {string} absolute
 */
export function callerFolder(current = process.cwd(), env = process.env) {
  return env.INIT_CWD !== undefined && env.INIT_CWD !== '' && resolve(current) === root ? env.INIT_CWD : current;
}
