import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { isBuilt } from './build.mjs';
import { cacheFolder, root } from './paths.mjs';
import { runCaptured, withNodeFirst } from './processes.mjs';
import { emptyTally, errorsOutside, filesToTryAgain, playwrightTally, sum, vitestTally } from './results.mjs';
import { filesBelow } from './stamp.mjs';

/** @typedef {import('./results.mjs').Tally} Tally */

/**
 * One line of the checks. `tests` is set for what counts tests rather than being one check itself, `shown` for what has
 * shown its output while it ran.
 * @typedef {{ name: string, tests?: boolean, shown?: boolean, run: (node: string) => Promise<{ tally: Tally, output: string }> }} Check
 */

const typeProjects = ['src/shared', 'src/main', 'src/renderer', 'src/renderer/testing', 'e2e', 'scripts'];
const layerTest = 'scripts/layers.test.ts';
/** How the names of slow tests end. */
const slow = '.slow.test.ts';

/** @param {readonly string[]} path below node_modules */
function packageFile(...path) {
  return join(root, 'node_modules', ...path);
}

export const tools = {
  tsc: packageFile('typescript', 'bin', 'tsc'),
  eslint: packageFile('eslint', 'bin', 'eslint.js'),
  vitest: packageFile('vitest', 'vitest.mjs'),
  playwright: packageFile('playwright', 'cli.js'),
};

/**
 * @param {string} name
 * @param {readonly string[]} command arguments for Node
 * @returns {Check} that passes when the command ends with status 0
 */
function plainCheck(name, command) {
  return {
    name,
    run: async (node) => {
      const { status, output } = await runCaptured(node, command, { cwd: root, env: withNodeFirst(node) });
      const tally = status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
      return { tally: { ...emptyTally(), ...tally }, output };
    },
  };
}

function lintCheck() {
  // Rules that know types make much short-lived garbage; more room for it saves a fifth of the time.
  return plainCheck('lint', ['--max-semi-space-size=64', tools.eslint, '--max-warnings', '0', '.']);
}

/** @param {string} project */
function typeCheck(project) {
  const info = join(cacheFolder, 'types', `${project.replaceAll('/', '-')}.tsbuildinfo`);
  return plainCheck(`types ${project}`, [
    tools.tsc,
    '-p',
    project,
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    info,
  ]);
}

/**
 * Tests start some thousand threads and programs: Node keeps what it compiled for the next. Where the program is built they start
 * that (`src/main/app/testBuilt.ts`).
 * @param {string} node absolute path
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function testEnvironment(node) {
  const built = (await isBuilt()) ? { GALLEY_TEST_BUILT: '1' } : {};
  return { NODE_COMPILE_CACHE: join(cacheFolder, 'compiled'), ...built, ...withNodeFirst(node) };
}

/**
 * @param {string} name
 * @param {(report: string) => { command: string[], env?: NodeJS.ProcessEnv }} call given the report's path
 * @param {(report: any) => Tally} read `any`: the tools' reports are read as their documentation describes them
 * @param {NodeJS.WritableStream} [echo]
 * @returns {Check}
 */
function testRun(name, call, read, echo) {
  return {
    name,
    tests: true,
    shown: echo !== undefined,
    run: async (node) => {
      const folder = mkdtempSync(join(os.tmpdir(), 'galley-tests-'));
      try {
        const report = join(folder, 'report.json');
        const { command, env } = call(report);
        const options = { cwd: root, env: { ...(await testEnvironment(node)), ...env }, ...(echo && { echo }) };
        const { status, output } = await runCaptured(node, command, options);
        const tally = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : emptyTally();
        const ended = tally.failed > 0 || status === 0;
        if (ended) return { tally, output };
        const why = errorsOutside(output).map(({ told, file }) => (file === null ? told : `${told} (${file})`));
        return {
          tally: { ...tally, failed: 1, failures: [[`${name} ended with ${status}`, ...why].join('; ')] },
          output,
        };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/**
 * @param {string} name
 * @param {readonly string[]} selection arguments for vitest
 */
function vitestRun(name, selection) {
  const reporters = ['--reporter=default', '--reporter=json'];
  /** @type {any} */
  let last;
  const runOf = (/** @type {readonly string[]} */ chosen) =>
    testRun(
      name,
      (report) => ({ command: [tools.vitest, 'run', ...chosen, ...reporters, `--outputFile.json=${report}`] }),
      (report) => vitestTally((last = report)),
    );
  const once = runOf(selection);
  return {
    ...once,
    /** @type {Check['run']} */
    run: async (node) => {
      const first = await once.run(node);
      const files = last === undefined || first.tally.failed === 0 ? [] : filesToTryAgain(last, first.output);
      if (files.length === 0) return first;
      process.stdout.write(`${name}: tried again: ${files.join(', ')}\n${first.output}\n`);
      const isOther = (/** @type {{ name: string }} */ file) => !files.includes(file.name);
      const others = vitestTally({ success: true, testResults: last.testResults.filter(isOther) });
      const again = await runOf(files).run(node);
      const tally = sum([others, again.tally]);
      return { tally: { ...tally, secondTry: first.tally.failures }, output: again.output };
    },
  };
}

/** Types, lint, layers and unit tests, in the order in which they are told. */
export function staticChecks() {
  const projects = typeProjects.filter((project) => filesBelow(root, [project]).some((file) => /\.tsx?$/.test(file)));
  return {
    quiet: [...projects.map(typeCheck), lintCheck()],
    tests: [vitestRun('layers', [layerTest]), vitestRun('unit', ['--exclude', layerTest, '--exclude', `**/*${slow}`])],
  };
}

/** Tests that take a minute or more: not for every check, but for every full test. */
export function slowTests() {
  return [vitestRun('slow', [slow])];
}

/** The end-to-end tests; their lines are shown as they come, because they take minutes. */
export function endToEnd() {
  return testRun(
    'end-to-end',
    (report) => ({
      command: [tools.playwright, 'test', '--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    }),
    playwrightTally,
    process.stdout,
  );
}

/**
 * Runs checks, at most `width` at a time, and tells each in one line, in order; a failed one with its output.
 * @param {string} node absolute path
 * @param {readonly Check[]} checks
 * @param {number} width
 * @returns {Promise<Tally>}
 */
export async function runChecks(node, checks, width) {
  const waiting = [...checks];
  /** @type {Map<Check, Promise<{ tally: Tally, output: string, seconds: number }>>} */
  const running = new Map();
  const startNext = () => {
    const check = waiting.shift();
    if (check === undefined) return;
    const begun = Date.now();
    const result = check.run(node).then((ended) => ({ ...ended, seconds: (Date.now() - begun) / 1000 }));
    running.set(check, result);
    void result.finally(startNext).catch(() => undefined);
  };
  for (let started = 0; started < width; started += 1) startNext();
  const tallies = [];
  for (const check of checks) {
    while (!running.has(check)) await Promise.race(running.values());
    const result = await running.get(check);
    if (result === undefined) continue;
    tell(check, result);
    tallies.push(result.tally);
  }
  return sum(tallies);
}

/**
 * @param {Check} check
 * @param {{ tally: Tally, output: string, seconds: number }} result
 */
function tell(check, { tally, output, seconds }) {
  const { passed, failed, skipped } = tally;
  const none = check.tests === true && passed + failed === 0;
  // Nothing that ran is no success: a wrong pattern would look like one.
  if (none) tally.failed += 1;
  const verdict = failed > 0 || none ? 'FAILED' : 'ok';
  const counts = check.tests === true ? `${passed} passed, ${failed} failed, ${skipped.length} skipped, ` : '';
  const line = `${check.name.padEnd(20)} ${verdict}  (${counts}${none ? 'no test ran, ' : ''}${seconds.toFixed(1)} s)`;
  process.stdout.write(`${verdict === 'ok' || check.shown === true ? '' : output}${line}\n`);
  for (const name of skipped) process.stdout.write(`  skipped: ${name}\n`);
}

/** How many quiet checks run side by side. Node 18 before 18.14 has no availableParallelism. */
export const width = Math.min(3, os.availableParallelism?.() ?? os.cpus().length);
