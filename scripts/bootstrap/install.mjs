import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { cacheFolder, lockFolder, root } from './paths.mjs';
import { Refusal } from './refusal.mjs';
import { contentState, isCurrent, quickState, writeStamp } from './stamp.mjs';

const neededNode = 24;
const lockFile = 'package-lock.json';
const stampFile = join(cacheFolder, 'installed.json');
const machine = `${process.platform}-${process.arch}`;
const isWindows = process.platform === 'win32';

/** The Node that the npm package `node` brings. */
export const bundledNode = join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');

/**
 * Whether what stands in `node_modules` is what the lock file asks for. Optional packages may be missing: they are
 * for other machines.
 * @param {{ packages?: Record<string, { version?: string, optional?: boolean }> }} wanted package-lock.json
 * @param {{ packages?: Record<string, { version?: string }> }} installed node_modules/.package-lock.json
 */
export function installedMatches(wanted, installed) {
  const present = installed.packages ?? {};
  return Object.entries(wanted.packages ?? {}).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = present[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

/** @param {string} path relative to the project */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** Whether the user has run npm by hand, so that nothing is left to install. */
function isInstalledByHand() {
  const hidden = 'node_modules/.package-lock.json';
  return existsSync(join(root, hidden)) && installedMatches(readJson(lockFile), readJson(hidden));
}

async function remember() {
  const files = [lockFile];
  writeStamp(stampFile, {
    quick: quickState(root, files, machine),
    content: await contentState(root, files, machine),
  });
}

/** @param {string} path */
function isInside(path) {
  return path.startsWith(join(root, 'node_modules') + sep);
}

/**
 * A Node that does not stand in `node_modules`, which npm is about to delete; this process's own where there is none.
 * @returns {string}
 */
function outerNode() {
  const name = isWindows ? 'node.exe' : 'node';
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  const candidates = [process.env.npm_node_execpath ?? '', process.execPath, ...onPath];
  return (
    candidates.find((path) => path !== '' && existsSync(path) && !isInside(realpathSync(path))) ?? process.execPath
  );
}

/**
 * npm as a script for `node`, which spares the differences between the systems' npm commands.
 * @param {string} node
 * @returns {string | undefined}
 */
function npmScript(node) {
  const folder = dirname(realpathSync(node));
  const beside = isWindows ? [folder] : [join(folder, '..', 'lib'), join(folder, '..', 'share', 'nodejs'), folder];
  const places = beside.map((place) => join(place, 'node_modules', 'npm', 'bin', 'npm-cli.js'));
  return [process.env.npm_execpath ?? '', ...places].find((path) => /\bnpm-cli\.js$/.test(path) && existsSync(path));
}

/**
 * Runs npm in the project's folder; everything it prints goes to stderr.
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit status
 */
async function npm(args) {
  const { runThrough, withNodeFirst } = await import('./processes.mjs');
  const node = outerNode();
  const script = npmScript(node);
  const options = { cwd: root, env: withNodeFirst(node), stdio: /** @type {const} */ (['ignore', 2, 2]) };
  if (script !== undefined)
    return (await runThrough(node, [script, ...args], { ...options, stdio: [...options.stdio] })).status;
  try {
    // On Windows npm is a command file, which only a shell runs. The arguments are all our own.
    const command = isWindows ? ['cmd.exe', '/d', '/s', '/c', 'npm'] : ['npm'];
    const [program = 'npm', ...before] = command;
    return (await runThrough(program, [...before, ...args], { ...options, stdio: [...options.stdio] })).status;
  } catch (error) {
    throw new Refusal(`npm was not found (${String(error)}). Install Node.js with npm from https://nodejs.org.`);
  }
}

async function installUnderLock() {
  if (await isCurrent(stampFile, root, [lockFile], machine)) return;
  if (isInstalledByHand()) {
    await remember();
    return;
  }
  process.stderr.write('Installing what Galley needs. This happens once and takes about a minute.\n');
  // No script of a package runs: none is needed but that of `node`, which `chooseNode` asks for. Warnings about engines
  // speak of the Node that installs, not of the one that will run.
  const status = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) {
    throw new Refusal(`npm ci failed with status ${status} (its words are above). Galley needs npm's registry once.`);
  }
  await remember();
}

/**
 * The Node to run everything with: the bundled one, else this one where it is new enough.
 * @returns {Promise<string>} absolute path
 */
async function chooseNode() {
  if (existsSync(bundledNode)) return bundledNode;
  if (Number(process.versions.node.split('.')[0]) >= neededNode) return process.execPath;
  const { withLock } = await import('./lock.mjs');
  // The package fetches the binary for this machine in its preinstall script.
  await withLock(join(lockFolder, 'install'), async () => {
    if (!existsSync(bundledNode)) await npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
  });
  if (existsSync(bundledNode)) return bundledNode;
  throw new Refusal(
    `Galley needs Node ${neededNode} or newer; this is ${process.version}, and npm could not fetch a newer one. ` +
      'Install it from https://nodejs.org and run the command again.',
  );
}

/**
 * Installs the packages unless they are there already. Prints to stderr only.
 * @returns {Promise<string>} absolute path of the Node that runs everything else
 * @throws {Refusal} where npm fails or no fitting Node can be had
 */
export async function install() {
  if (!(await isCurrent(stampFile, root, [lockFile], machine))) {
    const { withLock } = await import('./lock.mjs');
    await withLock(join(lockFolder, 'install'), installUnderLock, () =>
      process.stderr.write('Waiting for another Galley command that installs.\n'),
    );
  }
  return chooseNode();
}
