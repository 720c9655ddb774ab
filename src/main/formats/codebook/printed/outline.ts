import { printedCodebookWords as words } from '#words/core/printedCodebook.ts';
import { say } from '../../../../shared/words/message.ts';
import { describeVariable } from '../checkAcrossEntries.ts';
import { joinPath } from '../entry.ts';
import type { CodebookEntry, CodebookFile, ShowIfEntry, VariableEntry } from '../entry.ts';

/** A labelled text of a code or a variable, as a printed codebook shows it. */
export type Item = { label: string; text: string };

/** What a printed codebook says of a code besides its name. */
export function codeItems(code: CodebookEntry, { sets }: CodebookFile): Item[] {
  const set = sets.find(({ name }) => name === code.exclusiveSet);
  return filled([
    { label: words.definition, text: code.definition ?? '' },
    { label: words.include, text: code.include ?? '' },
    { label: words.exclude, text: code.exclude ?? '' },
    ...(code.examples ?? []).map(({ quote, anchor }) => ({
      label: words.example,
      text: anchor === null ? quote : `${quote}\n${words.anchor(anchor)}`,
    })),
    { label: words.exclusive, text: set ? words.exclusiveSet(set) : '' },
    { label: words.key, text: code.key ?? '' },
    { label: words.status, text: code.archived ? words.archived : '' },
  ]);
}

/** What a printed codebook says of a variable besides its name. */
export function variableItems(variable: VariableEntry): Item[] {
  const { fallback } = variable;
  return filled([
    { label: words.question, text: variable.label },
    { label: words.askedFor, text: askedFor(variable) },
    { label: words.level, text: words.levelOf(variable) },
    { label: words.help, text: variable.help },
    { label: words.values, text: variable.choices.map(choiceLine).join('\n') },
    { label: words.range, text: words.bounds(variable) },
    { label: words.list, text: variable.entityList },
    { label: words.showIf, text: ruleText(variable.showIf) },
    { label: words.fallback, text: fallback === null ? '' : String(fallback) },
    { label: words.status, text: variable.archived ? words.archived : '' },
  ]);
}

function filled(items: Item[]): Item[] {
  return items.filter(({ text }) => text !== '');
}

function askedFor({ scope, code }: VariableEntry): string {
  if (scope === 'fact') return words.fact;
  return code === null ? words.wholeDocument : words.passagesOf({ code: joinPath(code) });
}

function choiceLine({ value, label, missing, help }: VariableEntry['choices'][number]): string {
  return words.choice({ value, label, missing, help: help.replaceAll('\n', ' ') });
}

function ruleText(rule: ShowIfEntry | null): string {
  if (rule === null) return '';
  const tests = rule.tests.map(({ is, value, ...test }) => {
    const variable = say(describeVariable(test.variable));
    return is === 'answered' ? words.isAnswered({ variable }) : words.compares({ variable, is, value });
  });
  return rule.match === 'all' ? words.allOf({ tests }) : words.anyOf({ tests });
}
