import { commandLineWords as words } from '#words/cli/commandLine.ts';
import { alignColumns } from './terminal.ts';
import type { Option, Verb } from './verb.ts';

const indent = '  ';

function indented(text: string): string {
  return text.replace(/^(?=.)/gmu, indent);
}

/** What `galley help` prints. */
export function overview(verbs: readonly Verb[]): string {
  const lines = alignColumns(verbs.map((verb) => [`galley ${verb.name} ${verb.words}`, verb.summary]));
  return `${words.program}\n\n${indented(lines)}\n${words.more}\n`;
}

/** What `galley help VERB` prints. */
export function manual(verb: Verb): string {
  const options = Object.entries(verb.options);
  const rows = [...options, ['help', { help: words.help.help }] as const].map(([name, option]) => [
    optionForm(name, option),
    option.help,
  ]);
  const details = verb.details.length === 0 ? '' : `${verb.details.join('\n')}\n`;
  return `${usageLine(verb)}\n\n${verb.summary}\n${details}\n${indented(alignColumns(rows))}`;
}

/** `Usage: galley export P.galley OUT_DIR [--format LIST] …`. */
export function usageLine(verb: Verb): string {
  const options = Object.entries(verb.options).map(([name, option]) => `[${optionForm(name, option)}]`);
  return words.usage({ line: ['galley', verb.name, verb.words, ...options].join(' ') });
}

function optionForm(name: string, option: Option): string {
  return option.value === undefined ? `--${name}` : `--${name} ${option.value}`;
}
