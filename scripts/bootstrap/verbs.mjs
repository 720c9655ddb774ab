import { join } from 'node:path';
import { build } from './build.mjs';
import { endToEnd, runChecks, slowTests, staticChecks, tools, width } from './checks.mjs';
import { ensureChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { root } from './paths.mjs';
import { runThrough, withNodeFirst } from './processes.mjs';
import { prepare } from './program.mjs';
import { Refusal } from './refusal.mjs';
import { emptyTally, lastLines, sum, summary } from './results.mjs';
import { filesBelow } from './stamp.mjs';
import { ensureTestPrograms } from './testPrograms.mjs';

const noBrowser =
  'No Chromium, Chrome or Edge was found and none could be installed: set CHROMIUM_PATH to the browser to test with.';

/**
 * @param {string} node absolute path
 * @param {readonly string[]} args for Node
 */
async function runHere(node, args) {
  return (await runThrough(node, args, { cwd: root, env: withNodeFirst(node) })).status;
}

/**
 * @param {string} node absolute path
 * @param {Promise<unknown>} [ready] what the tests have to wait for, types and lint not
 */
async function checkAll(node, ready) {
  const { quiet, tests } = staticChecks();
  const checked = await runChecks(node, quiet, width);
  await ready;
  // Tests one after another: they keep all cores busy by themselves.
  return sum([checked, await runChecks(node, tests, 1)]);
}

/** Types, lint, layers, unit tests. Some start the program, which shows the window that was built. */
export async function check() {
  const { failed } = await checkAll(await prepare());
  return failed === 0 ? 0 : 1;
}

/** @param {string} node absolute path */
async function endToEndTally(node) {
  const browser = await ensureChromium(node);
  if (browser !== undefined) return runChecks(node, [endToEnd()], 1);
  process.stdout.write(`${'end-to-end'.padEnd(20)} FAILED  (${noBrowser})\n`);
  return { ...emptyTally(), failed: 1 };
}

/**
 * @param {string} node absolute path
 * @returns {Promise<string | undefined>} what is wrong, where the build failed
 */
async function buildFailure(node) {
  try {
    await build(node);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** Everything. The last line tells the counts. */
export async function test() {
  const node = await install();
  // What Debian has to fetch and unpack takes minutes, in which types and lint are looked at.
  const programs = ensureTestPrograms().then(() => ensureChromium(node));
  programs.catch(() => undefined); // whoever waits for it hears of it
  const failure = await buildFailure(node);
  const checked = sum([await checkAll(node, programs), await runChecks(node, slowTests(), 1)]);
  if (failure !== undefined) process.stdout.write(`${'end-to-end'.padEnd(20)} FAILED  (${failure})\n`);
  const tally = failure === undefined ? await endToEndTally(node) : { ...emptyTally(), failed: 1 };
  const all = sum([checked, tally]);
  process.stdout.write([...lastLines(all), summary(all), ''].join('\n'));
  return all.failed === 0 ? 0 : 1;
}

/** @param {readonly string[]} args for vitest */
export async function unit(args) {
  return runHere(await install(), [tools.vitest, 'run', ...args]);
}

async function prepareBrowser() {
  const node = await prepare();
  if ((await ensureChromium(node)) === undefined) throw new Refusal(noBrowser);
  return node;
}

/** @param {readonly string[]} args for `playwright test` */
export async function e2e(args) {
  return runHere(await prepareBrowser(), [tools.playwright, 'test', ...args]);
}

/**
 * Writes the screenshots of the documentation, and pictures of every state of the window.
 * @param {readonly string[]} names areas of the window whose states alone are pictured
 */
export async function shots(names) {
  return runHere(await prepareBrowser(), [join('e2e', 'shots.ts'), ...names]);
}

/**
 * Breaks things on purpose, long and often.
 * @param {readonly string[]} args for `scripts/faults.ts`
 */
export async function faults(args) {
  return runHere(await install(), [join('scripts', 'faults.ts'), ...args]);
}

/**
 * Runs the benchmarks one after another.
 * @param {readonly string[]} names parts of file names; none means all
 */
export async function bench(names) {
  const all = filesBelow(root, ['bench']).filter((file) => file.endsWith('.bench.ts'));
  const chosen = all.filter((file) => names.length === 0 || names.some((name) => file.includes(name)));
  if (chosen.length === 0) throw new Refusal(`No such benchmark. There are: ${all.join(', ') || 'none'}.`, 2);
  const node = await prepareBrowser();
  let worst = 0;
  for (const file of chosen) worst = Math.max(worst, await runHere(node, [file]));
  return worst;
}
