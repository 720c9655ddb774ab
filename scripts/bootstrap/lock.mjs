import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder whose owner wrote no name into it for this long was left by a process that died at once. Milliseconds. */
const ownerless = 10_000;
const pause = 100;

/** @param {string} folder */
function claim(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Windows answers EPERM while a folder of that name is being removed.
    if (['EEXIST', 'EPERM'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) return false;
    throw error;
  }
  return true;
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Whether nobody who still runs holds the lock.
 * @param {string} folder
 */
export function isStale(folder) {
  try {
    return !isRunning(Number(readFileSync(join(folder, 'owner'), 'utf8')));
  } catch {
    const stats = statSync(folder, { throwIfNoEntry: false });
    return stats !== undefined && Date.now() - stats.mtimeMs > ownerless;
  }
}

/**
 * Removes a lock whose owner is gone. A second folder guards the removal, and staleness is asked again inside it:
 * otherwise a slow process could remove the lock that a quick one has taken over in the meantime.
 * @param {string} folder
 */
function removeStale(folder) {
  const guard = `${folder}.removal`;
  if (!claim(guard)) {
    if (isStale(guard)) rmSync(guard, { recursive: true, force: true });
    return;
  }
  try {
    if (isStale(folder)) rmSync(folder, { recursive: true, force: true });
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
}

/**
 * Runs `work` while no other process runs work under the same lock; waits for as long as that takes.
 * @template T
 * @param {string} folder the lock: a folder that exists exactly while it is held
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, onWait) {
  mkdirSync(dirname(folder), { recursive: true });
  let told = false;
  while (!claim(folder)) {
    if (isStale(folder)) {
      removeStale(folder);
    } else if (!told) {
      told = true;
      onWait?.();
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  try {
    writeFileSync(join(folder, 'owner'), String(process.pid));
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
