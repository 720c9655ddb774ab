import { commandLineWords } from '#words/cli/commandLine.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { readNumber } from '../../../shared/text/numbers.ts';
import { visible } from '../../../shared/text/visible.ts';
import type { MethodTable } from '../../app/handlers.ts';
import type { Platform } from '../../app/platform.ts';
import type { Terminal } from './terminal.ts';

/** An option of a verb: with a value (named in the help), or a switch. */
export type Option = { value?: string; help: string };

/** One call of a verb: its words and options, parsed. */
export type Call = {
  readonly words: readonly string[];
  /** The value of an option, undefined where it was not given. */
  value(name: string): string | undefined;
  /** Whether a switch was given. */
  has(name: string): boolean;
  readonly terminal: Terminal;
  readonly platform: Platform;
  /** The methods of the program that it starts. */
  readonly methods: MethodTable;
};

/** Something that `galley VERB` does. */
export type Verb = {
  readonly name: string;
  /** What follows the verb, as the help writes it: `P.galley PATH…`. */
  readonly words: string;
  /** How many words there must be, at least and at most. */
  readonly least: number;
  readonly most: number;
  /** What it does, in one line. */
  readonly summary: string;
  /** What else one must know, as lines. */
  readonly details: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** Answers with the exit status: 0 done, 1 failed. */
  run(call: Call): Promise<0 | 1>;
};

/** The command line itself is wrong: exit status 2. */
export class UsageError extends Error {}

/** Whoever started the command ended it (Ctrl+C): exit status 130, as of every program that ends so. */
export class Interrupted extends AppError {
  constructor() {
    super('cancelled', said('hosts.interrupted'));
  }
}

const { help } = commandLineWords;
export const jsonOption: Option = { help: help.json };
export const coderOption: Option = { value: 'NAME', help: help.coder };
export const replaceOption: Option = { help: help.replace };

/** The word at `index`, which the parser has made sure of. */
export function wordAt(call: Call, index: number): string {
  const word = call.words[index];
  if (word === undefined) throw new UsageError(commandLineWords.wordMissing);
  return word;
}

/** An option that takes a whole number from `least`; undefined where it was not given. */
export function wholeNumber(call: Call, name: string, least: number): number | undefined {
  const given = call.value(name);
  if (given === undefined) return undefined;
  const number = readNumber(given);
  if (Number.isSafeInteger(number) && Number(number) >= least) return number;
  throw new UsageError(commandLineWords.wholeNumber({ option: name, least, given }));
}

/** Prints the answer: as one JSON document where that is asked for, else in words, which never act on the terminal. */
export function answer(call: Call, document: unknown, words: () => string): void {
  call.terminal.out(call.has('json') ? `${JSON.stringify(document)}\n` : visible(words()));
}

/** An answer that is printed in parts. */
export type Parts = {
  /** Prints rows and waits until they have been taken. False: nobody reads them any more. */
  rows(rows: readonly unknown[], words: () => string): Promise<boolean>;
  /** Ends the answer. `rest` stands behind the rows in the JSON document. */
  end(rest?: object): void;
};

/** Prints a long answer as its parts come, as `answer` would print it whole; its rows are under `name` in the JSON document. */
export function answerInParts(call: Call, name: string): Parts {
  const { terminal } = call;
  const isJson = call.has('json');
  let before = `{${JSON.stringify(name)}:[`;
  const join = (rows: readonly unknown[]): void => {
    terminal.out(before + rows.map((row) => JSON.stringify(row)).join(','));
    before = ',';
  };
  return {
    rows(rows, words) {
      if (!isJson) terminal.out(visible(words()));
      else if (rows.length > 0) join(rows);
      return terminal.flushed();
    },
    end(rest = {}) {
      if (!isJson) return;
      if (before !== ',') join([]);
      const others = Object.entries(rest).map(([key, value]) => `,${JSON.stringify(key)}:${JSON.stringify(value)}`);
      terminal.out(`]${others.join('')}}\n`);
    },
  };
}
