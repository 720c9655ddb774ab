import { describeVariable } from '../checkAcrossEntries.ts';
import { joinPath } from '../entry.ts';
import type { CodebookEntry, CodebookFile, ShowIfEntry, VariableEntry } from '../entry.ts';

/** A labelled text of a code or a variable, as a printed codebook shows it. */
export type Item = { label: string; text: string };

/** What a printed codebook says of a code besides its name. */
export function codeItems(code: CodebookEntry, { sets }: CodebookFile): Item[] {
  const set = sets.find(({ name }) => name === code.exclusiveSet);
  const excludes = set
    ? `${set.name} (${set.rule === 'refuse' ? 'only one of them is allowed' : 'more than one is warned of'})`
    : '';
  return filled([
    { label: 'Definition', text: code.definition ?? '' },
    { label: 'Include', text: code.include ?? '' },
    { label: 'Exclude', text: code.exclude ?? '' },
    ...(code.examples ?? []).map(({ quote, anchor }) => ({
      label: 'Example',
      text: anchor === null ? quote : `${quote}\n(${anchor.document}, ${anchor.start}–${anchor.end})`,
    })),
    { label: 'Mutually exclusive', text: excludes },
    { label: 'Key', text: code.key ?? '' },
    { label: 'Status', text: code.archived ? 'archived' : '' },
  ]);
}

/** What a printed codebook says of a variable besides its name. */
export function variableItems(variable: VariableEntry): Item[] {
  const { minimum, maximum, fallback } = variable;
  const range = [minimum === null ? '' : `from ${minimum}`, maximum === null ? '' : `to ${maximum}`].filter(Boolean);
  return filled([
    { label: 'Question', text: variable.label },
    { label: 'Asked for', text: askedFor(variable) },
    { label: 'Level', text: `${variable.level}${variable.required ? ', required' : ''}` },
    { label: 'Help', text: variable.help },
    { label: 'Values', text: variable.choices.map(choiceLine).join('\n') },
    { label: 'Range', text: range.join(' ') },
    { label: 'List', text: variable.entityList },
    { label: 'Only if', text: ruleText(variable.showIf) },
    { label: 'Otherwise', text: fallback === null ? '' : String(fallback) },
    { label: 'Status', text: variable.archived ? 'archived' : '' },
  ]);
}

function filled(items: Item[]): Item[] {
  return items.filter(({ text }) => text !== '');
}

function askedFor({ scope, code }: VariableEntry): string {
  if (scope === 'fact') return 'article fact';
  return code === null ? 'the whole document' : `passages of ${joinPath(code)}`;
}

function choiceLine({ value, label, missing, help }: VariableEntry['choices'][number]): string {
  return `${value} = ${label}${missing ? ' (missing)' : ''}${help === '' ? '' : `: ${help.replaceAll('\n', ' ')}`}`;
}

const comparisons = {
  equal: 'is',
  'not-equal': 'is not',
  'at-least': 'is at least',
  'at-most': 'is at most',
  has: 'has',
  answered: 'is answered',
} as const;

function ruleText(rule: ShowIfEntry | null): string {
  if (rule === null) return '';
  const tests = rule.tests.map(
    ({ variable, is, value }) =>
      `${describeVariable(variable)} ${comparisons[is]}${is === 'answered' ? '' : ` ${value}`}`,
  );
  return tests.join(rule.match === 'all' ? ' and ' : ' or ');
}
