import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A stamp remembers the state of a set of files. `quick` lists path, size and modification time, which is what most
 * runs compare; `content` is a hash over the bytes, so that a checkout that only touches files changes nothing.
 * @typedef {{ quick: string, content: string }} Stamp
 */

/**
 * Every file at or below the given paths, in a fixed order. Paths that do not exist are left out.
 * @param {string} root absolute
 * @param {readonly string[]} inputs files and folders, relative to root
 * @param {RegExp} [ignored] files whose name matches are left out
 * @returns {string[]} relative to root, with `/`
 */
export function filesBelow(root, inputs, ignored) {
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {string} */ path) => {
    const entries = readdirSync(join(root, path), { withFileTypes: true });
    entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.isDirectory()) visit(`${path}/${entry.name}`);
      else if (ignored === undefined || !ignored.test(entry.name)) found.push(`${path}/${entry.name}`);
    }
  };
  for (const input of inputs) {
    const stats = statSync(join(root, input), { throwIfNoEntry: false });
    if (stats === undefined) continue;
    if (stats.isDirectory()) visit(input);
    else found.push(input);
  }
  return found;
}

/**
 * @param {string} root
 * @param {readonly string[]} files relative to root
 * @param {string} [salt] whatever else the result depends on, such as the machine's kind
 */
export function quickState(root, files, salt = '') {
  const lines = files.map((file) => {
    const stats = statSync(join(root, file), { throwIfNoEntry: false });
    return stats === undefined ? `${file} gone` : `${file} ${stats.size} ${stats.mtimeMs}`;
  });
  return [salt, ...lines].join('\n');
}

/**
 * @param {string} root
 * @param {readonly string[]} files relative to root
 * @param {string} [salt]
 * @returns {Promise<string>} hexadecimal SHA-256 over names and bytes
 */
export async function contentState(root, files, salt = '') {
  // Loaded here: most runs end at the quick comparison and never need it.
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256').update(`${salt}\0`);
  for (const file of files) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path of a stamp's file
 * @returns {Stamp | undefined} undefined where there is none, or none that can be read
 */
export function readStamp(path) {
  try {
    const { quick, content } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof quick === 'string' && typeof content === 'string' ? { quick, content } : undefined;
  } catch {
    // A missing or damaged stamp means the same as none: the work behind it is done again.
    return undefined;
  }
}

/**
 * @param {string} path
 * @param {Stamp} stamp
 */
export function writeStamp(path, stamp) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(stamp));
}

/**
 * Whether the files are still in the state of the stamp. Where only times differ the stamp is brought up to date.
 * @param {string} path of the stamp's file
 * @param {string} root
 * @param {readonly string[]} files relative to root
 * @param {string} [salt]
 * @returns {Promise<boolean>}
 */
export async function isCurrent(path, root, files, salt) {
  const stamp = readStamp(path);
  if (stamp === undefined) return false;
  const quick = quickState(root, files, salt);
  if (quick === stamp.quick) return true;
  if ((await contentState(root, files, salt)) !== stamp.content) return false;
  writeStamp(path, { quick, content: stamp.content });
  return true;
}
