import { nameSchema } from '../../../../shared/model/records.ts';
import type { Choice } from '../../../../shared/model/variables.ts';
import { readNumber } from '../../../../shared/text/numbers.ts';
import { said } from '../../../../shared/words/message.ts';
import { EntryFault } from '../faults.ts';

/**
 * Choices in one cell, one a line: `1 = Yes`, `99 (missing) = Cannot tell`. A choice's help stands under it, each line
 * indented by two blanks.
 */
export function writeChoices(choices: readonly Choice[]): string {
  return choices
    .flatMap(({ value, label, missing, help }) => [
      `${value}${missing ? ' (missing)' : ''} = ${label}`,
      ...(help === '' ? [] : help.split('\n').map((line) => `  ${line}`)),
    ])
    .join('\n');
}

/** Throws EntryFault with the line that is no choice. */
export function readChoices(cell: string): Choice[] {
  const choices: (Choice & { lines: string[] })[] = [];
  for (const line of cell.replace(/\r\n?/gu, '\n').split('\n')) {
    const last = choices.at(-1);
    if (last && line.startsWith('  ')) last.lines.push(line.slice(2));
    else if (line.trim() !== '') choices.push({ ...readChoice(line), lines: [] });
  }
  return choices.map(({ lines, ...choice }) => ({ ...choice, help: lines.join('\n') }));
}

function readChoice(line: string): Choice {
  const found = /^\s*(\S+?)\s*(\(missing\))?\s*=(.*)$/iu.exec(line);
  const value = readNumber(found?.[1] ?? '');
  const label = nameSchema.safeParse(found?.[3] ?? '');
  if (value === undefined || !label.success)
    throw new EntryFault(said('codebookFiles.notAChoice', { line: line.trim() }));
  return { value, label: label.data, missing: found?.[2] !== undefined, help: '' };
}
