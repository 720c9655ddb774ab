import { homedir } from 'node:os';
import { AppError } from '../../../shared/errors.ts';
import { visible } from '../../../shared/text/visible.ts';
import { nodePlatform } from '../../app/folders.ts';
import { toldFault } from '../../app/wire.ts';
import { thisMachine } from '../shared/browser.ts';
import { fileManager } from '../shared/fileManager.ts';
import { programVersion } from '../shared/version.ts';
import { readArguments } from './arguments.ts';
import type { LoopbackArguments } from './arguments.ts';
import { runLoopback } from './run.ts';

/** The first request to end closes the project in order. Then nothing listens any more: the second one does not wait. */
function onStop(stop: () => void): void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const listen = (): void => {
    for (const signal of signals) process.off(signal, listen);
    stop();
  };
  for (const signal of signals) process.on(signal, listen);
}

/** Ends with one line on what is wrong. What is not the user's to mend shows where it happened. */
function fail(thrown: unknown, status: number): never {
  const error = toldFault(thrown);
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`galley: ${visible(error instanceof AppError ? error.message : trace)}\n`);
  process.exit(status);
}

function readOrExit(): LoopbackArguments {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    return fail(error, 2);
  }
}

const machine = thisMachine(homedir());
try {
  await runLoopback(readOrExit(), {
    platform: nodePlatform('loopback', programVersion(), { reveal: fileManager(machine) }),
    machine,
    gonePause: 8000,
    workingFolder: process.cwd(),
    print: (line) => process.stdout.write(`${visible(line)}\n`),
    onStop,
  });
  process.exit(0);
} catch (error) {
  fail(error, 1);
}
