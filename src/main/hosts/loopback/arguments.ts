import { parseArgs } from 'node:util';
import { AppError } from '../../../shared/errors.ts';
import { readNumber } from '../../../shared/text/numbers.ts';

export type LoopbackArguments = {
  /** `window`: open an app window and end with it; `serve`: print the address and stay. */
  mode: 'window' | 'serve';
  /** 0: any free port. */
  port: number;
  files: string[];
};

const usage = 'Usage: loopback --window|--serve [--port N] [FILE…]';

/** Reads the command line of this host. Throws `bad-input`, whose message is for the user. */
export function readArguments(words: readonly string[]): LoopbackArguments {
  const { values, positionals } = parse(words);
  if (values.window === values.serve) throw new AppError('bad-input', `Say either --window or --serve. ${usage}`);
  const port = readNumber(values.port ?? '0') ?? -1;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new AppError('bad-input', `--port takes a number from 0 to 65535, not “${values.port ?? ''}”. ${usage}`);
  }
  return { mode: values.window === true ? 'window' : 'serve', port, files: positionals };
}

function parse(words: readonly string[]): ReturnType<typeof parseKnown> {
  try {
    return parseKnown(words);
  } catch (error) {
    if (error instanceof TypeError) throw new AppError('bad-input', `${error.message} ${usage}`);
    throw error;
  }
}

function parseKnown(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { window: { type: 'boolean' }, serve: { type: 'boolean' }, port: { type: 'string' } },
  });
}
