import { parseArgs } from 'node:util';
import { commandLineWords } from '#words/cli/commandLine.ts';
import { AppError } from '../../../shared/errors.ts';
import { say } from '../../../shared/words/message.ts';
import type { Platform } from '../../app/platform.ts';
import { toldFault } from '../../app/wire.ts';
import { loadVerb, loadVerbs, methodTable, verbNames } from '../../desks/all.ts';
import { wrongWords } from '../shared/wrongWords.ts';
import { manual, overview, usageLine } from './help.ts';
import { oneLine } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { Interrupted, UsageError } from './verb.ts';
import type { Call, Verb } from './verb.ts';

/**
 * Runs one command line (without the program's name). Answers with the exit status: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
 * The answer goes to `terminal.out` alone. Never rejects, except for bugs.
 */
export async function runCommandLine(
  words: readonly string[],
  terminal: Terminal,
  platform: Platform,
): Promise<0 | 1 | 2 | 130> {
  const [name, ...rest] = words;
  if (name === undefined) {
    terminal.note(overview(await loadVerbs()).trimEnd());
    return 2;
  }
  try {
    if (name === '--version' || name === 'version') terminal.out(`${platform.version}\n`);
    else if (name === '--help' || name === '-h' || name === 'help') terminal.out(await help(rest[0]));
    else return await runVerb(await findVerb(name), rest, terminal, platform);
    return 0;
  } catch (error) {
    return report(error, terminal);
  }
}

async function help(name: string | undefined): Promise<string> {
  return name === undefined ? overview(await loadVerbs()) : manual(await findVerb(name));
}

async function findVerb(name: string): Promise<Verb> {
  const verb = await loadVerb(name);
  if (verb) return verb;
  throw new UsageError(commandLineWords.noVerb({ name, verbs: verbNames }));
}

async function runVerb(verb: Verb, words: readonly string[], terminal: Terminal, platform: Platform): Promise<0 | 1> {
  const { values, positionals } = parse(verb, words);
  if (values['help'] === true) {
    terminal.out(manual(verb));
    return 0;
  }
  if (positionals.length < verb.least || positionals.length > verb.most) {
    const isTooMuch = positionals.length > verb.most;
    const { tooMuch, missing } = commandLineWords;
    throw wrong(verb, isTooMuch ? tooMuch({ word: positionals[verb.most] ?? '' }) : missing);
  }
  refuseEmpty(verb, positionals, values);
  const call: Call = {
    words: positionals,
    value: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    has: (name) => values[name] === true,
    terminal,
    platform,
    methods: methodTable,
  };
  return verb.run(call);
}

function wrong(verb: Verb, what: string): UsageError {
  return new UsageError(commandLineWords.wrong({ what, usage: usageLine(verb) }));
}

/**
 * An empty word is what a script says whose variable is unset. As a path it would mean the folder one is in, as a choice all
 * there is: never what was meant.
 */
function refuseEmpty(verb: Verb, positionals: readonly string[], values: Parsed['values']): void {
  const place = positionals.indexOf('');
  if (place !== -1) throw wrong(verb, commandLineWords.emptyWord({ place: place + 1, verb: verb.name }));
  const option = Object.keys(values).find((name) => values[name] === '');
  if (option !== undefined) throw wrong(verb, commandLineWords.emptyValue({ option }));
}

type Parsed = { values: Readonly<Record<string, unknown>>; positionals: string[] };

function parse(verb: Verb, words: readonly string[]): Parsed {
  const options = Object.entries({ ...verb.options, help: { help: '' } }).map(
    ([name, option]) => [name, { type: 'value' in option ? 'string' : 'boolean' }] as const,
  );
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: Object.fromEntries(options) });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw wrong(verb, say(wrongWords(error, (option) => 'value' in (verb.options[option] ?? {}))));
  }
}

/** Says what is wrong, on one line; a file with several faults gets a further line for each. */
function report(thrown: unknown, terminal: Terminal): 1 | 2 | 130 {
  const error = toldFault(thrown);
  if (error instanceof UsageError) {
    terminal.note(`galley: ${oneLine(error.message)}`);
    return 2;
  }
  if (!(error instanceof AppError)) throw error;
  terminal.note(`galley: ${oneLine(error.message)}`);
  const faults = String(error.details['faults'] ?? '').split('\n');
  if (faults.length > 1) for (const fault of faults) terminal.note(`  ${fault}`);
  return error instanceof Interrupted ? 130 : 1;
}
