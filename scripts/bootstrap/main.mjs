import { callerFolder } from './paths.mjs';
import { Refusal } from './refusal.mjs';

/**
 * Every npm script comes through here. It runs on any Node from 18 on with nothing installed, sets up what the verb
 * needs, and hands over to the Node that the project brings. Each verb loads its own part only: `galley` must start
 * as fast as the program itself.
 * @type {Record<string, (args: string[]) => Promise<number | undefined>>}
 */
const verbs = {
  start: async (args) => (await import('./start.mjs')).start(args),
  galley: async (args) => {
    const [{ programs }, { prepare, runProgram }] = await Promise.all([import('./build.mjs'), import('./program.mjs')]);
    return runProgram(await prepare(), programs.cli, args, callerFolder());
  },
  build: async () => {
    await (await import('./program.mjs')).prepare();
    return 0;
  },
  check: async () => (await import('./verbs.mjs')).check(),
  test: async () => (await import('./verbs.mjs')).test(),
  unit: async (args) => (await import('./verbs.mjs')).unit(args),
  e2e: async (args) => (await import('./verbs.mjs')).e2e(args),
  bench: async (args) => (await import('./verbs.mjs')).bench(args),
  'test:faults': async (args) => (await import('./verbs.mjs')).faults(args),
  shots: async (args) => (await import('./verbs.mjs')).shots(args),
};

/**
 * Runs a verb and sets the exit status.
 * @param {readonly string[]} words the verb and its arguments
 */
export async function run([name = '', ...args]) {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  try {
    if (verb === undefined) throw new Refusal(`Say one of: ${Object.keys(verbs).join(', ')}.`, 2);
    const status = await verb(args);
    if (status !== undefined) process.exitCode = status;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.status;
  }
}
