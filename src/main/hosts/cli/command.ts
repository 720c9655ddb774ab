import { nodePlatform } from '../../app/folders.ts';
import { programVersion } from '../shared/version.ts';
import { runCommandLine } from './run.ts';
import { processTerminal } from './terminal.ts';

/** The program `galley`. What it does depends on its arguments alone, not on what a window remembers. */
const status = await runCommandLine(
  process.argv.slice(2),
  processTerminal(),
  nodePlatform('cli', programVersion(), { forgetful: true }),
);
if (status === 130) process.exit(130); // work that was left must not keep the program
process.exitCode = status;
