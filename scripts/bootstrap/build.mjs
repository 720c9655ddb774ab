import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder, root } from './paths.mjs';
import { Refusal } from './refusal.mjs';
import { contentState, filesBelow, isCurrent, quickState, writeStamp } from './stamp.mjs';

const inputs = [
  'src',
  'resources',
  'scripts/notices',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const notBuilt = /\.test\.tsx?$|\.md$/;
const stampFile = join(root, 'out', '.stamp');

/** The programs of a build, relative to the project. */
export const programs = { cli: 'out/main/cli.js', loopback: 'out/main/loopback.js', electron: 'out/main/electron.js' };

/** Whether the program is built from the sources as they are. */
export async function isBuilt() {
  return (await isCurrent(stampFile, root, filesBelow(root, inputs, notBuilt))) && existsSync(join(root, programs.cli));
}

/** @param {string} node */
async function buildUnderLock(node) {
  if (await isBuilt()) return;
  const { runCaptured, withNodeFirst } = await import('./processes.mjs');
  process.stderr.write('Building Galley.\n');
  // The state from before the build: a file saved meanwhile makes the next run build again.
  const files = filesBelow(root, inputs, notBuilt);
  const stamp = { quick: quickState(root, files), content: await contentState(root, files) };
  rmSync(stampFile, { force: true });
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, output } = await runCaptured(node, [script, 'build'], { cwd: root, env: withNodeFirst(node) });
  if (status !== 0) {
    process.stderr.write(output);
    throw new Refusal(`Building Galley failed with status ${status} (the reason is above).`);
  }
  writeStamp(stampFile, stamp);
}

/**
 * Builds the program unless nothing changed since the last build. Prints to stderr only.
 * @param {string} node absolute path
 * @throws {Refusal} where the build fails
 */
export async function build(node) {
  if (await isBuilt()) return;
  const { withLock } = await import('./lock.mjs');
  await withLock(
    join(lockFolder, 'build'),
    () => buildUnderLock(node),
    () => process.stderr.write('Waiting for another Galley command that builds.\n'),
  );
}
