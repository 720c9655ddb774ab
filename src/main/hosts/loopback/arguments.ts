import { parseArgs } from 'node:util';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { readNumber } from '../../../shared/text/numbers.ts';
import { wrongWords } from '../shared/wrongWords.ts';

export type LoopbackArguments = {
  /** `window`: open an app window and end with it; `serve`: print the address and stay. */
  mode: 'window' | 'serve';
  /** 0: any free port. */
  port: number;
  files: string[];
};

/** Reads the command line of this host. Throws `bad-input`, whose message is for the user. */
export function readArguments(words: readonly string[]): LoopbackArguments {
  const { values, positionals } = parse(words);
  if (values.window === values.serve) throw new AppError('bad-input', said('hosts.windowOrServe'));
  const port = readNumber(values.port ?? '0') ?? -1;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new AppError('bad-input', said('hosts.port', { given: values.port ?? '' }));
  }
  return { mode: values.window === true ? 'window' : 'serve', port, files: positionals };
}

function parse(words: readonly string[]): ReturnType<typeof parseKnown> {
  try {
    return parseKnown(words);
  } catch (error) {
    if (error instanceof TypeError)
      throw new AppError(
        'bad-input',
        said('hosts.wrongUsage', { reason: wrongWords(error, (name) => name === 'port') }),
      );
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
