import { plainVariable } from '../entry.ts';
import type { CodebookEntry, CodebookFile, VariableEntry } from '../entry.ts';

/** A codebook that comes with the program. Its wording is the program's own; categories follow the source. */
export type Template = {
  id: string;
  title: string;
  description: string;
  /** The publication it follows. */
  source: string;
  codebook: CodebookFile;
};

/** A code as templates tell it: path joined by ` / `, definition, when to use it, when not to, an invented example. */
export function templateCode(
  path: readonly string[],
  definition: string,
  include: string,
  exclude: string,
  example: string,
): CodebookEntry {
  return { path: [...path], definition, include, exclude, examples: [{ quote: example, anchor: null }] };
}

/** A variable with plain values where the template is silent. */
export function templateVariable(
  variable: Pick<VariableEntry, 'scope' | 'code' | 'name' | 'label' | 'level'> & Partial<VariableEntry>,
): VariableEntry {
  return { ...plainVariable, ...variable, choices: variable.choices ?? [] };
}

export function choice(value: number, label: string, help = ''): VariableEntry['choices'][number] {
  return { value, label, missing: false, help };
}

/** The help text of a question: when the answer is yes, when it is no, and an invented example. */
export function ruleText(include: string, exclude: string, example: string): string {
  return `Include: ${include}\nExclude: ${exclude}\nExample: “${example}”`;
}
