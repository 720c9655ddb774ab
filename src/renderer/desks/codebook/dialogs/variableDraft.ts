import { codebookStrings as say } from '#words/window/codebook.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { AnswerValue, Choice, Level, ShowIf, Variable } from '../../../../shared/model/variables.ts';
import { typedNumber } from '../../../../shared/text/numbers.ts';

export type ChoiceDraft = { key: number; value: string; label: string; missing: boolean; help: string };
export type Test = ShowIf['tests'][number];
export type ConditionDraft = { key: number; variable: Id; is: Test['is']; value: string };

/** A variable as the dialog holds it: numbers as they were typed. */
export type VariableDraft = {
  name: string;
  label: string;
  help: string;
  level: Level;
  choices: readonly ChoiceDraft[];
  required: boolean;
  minimum: string;
  maximum: string;
  entityList: string;
  fallback: string;
  match: ShowIf['match'];
  conditions: readonly ConditionDraft[];
};

export const emptyVariable: VariableDraft = {
  name: '',
  label: '',
  help: '',
  level: 'nominal',
  choices: [],
  required: false,
  minimum: '',
  maximum: '',
  entityList: '',
  fallback: '',
  match: 'all',
  conditions: [],
};

/** The tests that make sense of answers of a level, the usual one first. */
export function testsOf(level: Level): readonly Test['is'][] {
  if (level === 'multiple') return ['has', 'equal', 'not-equal', 'answered'];
  if (level === 'nominal' || level === 'text' || level === 'entity') return ['equal', 'not-equal', 'answered'];
  return ['equal', 'not-equal', 'at-least', 'at-most', 'answered'];
}

/** A condition on a variable as it begins: its usual test, its first choice. */
export function newCondition({ id, level, choices }: Variable): ConditionDraft {
  const [is = 'equal'] = testsOf(level);
  const value = hasChoices(level) ? String(choices[0]?.value ?? '') : '';
  return { key: newKey(), variable: id, is, value };
}

let lastKey = 0;
/** Rows keep their fields when one above them goes. */
export const newKey = (): number => ++lastKey;

const shownNumber = (value: number | null): string => (value === null ? '' : String(value));

/** A saved variable as the dialog shows it. */
export function draftOf(variable: Variable): VariableDraft {
  const { name, label, help, level, required, entityList, fallback, showIf } = variable;
  return {
    name,
    label,
    help,
    level,
    required,
    entityList,
    choices: variable.choices.map((choice) => ({ ...choice, key: newKey(), value: String(choice.value) })),
    minimum: shownNumber(variable.minimum),
    maximum: shownNumber(variable.maximum),
    fallback: fallback === null ? '' : Array.isArray(fallback) ? fallback.join(', ') : String(fallback),
    match: showIf?.match ?? 'all',
    conditions: (showIf?.tests ?? []).map((test) => ({ ...test, key: newKey(), value: String(test.value) })),
  };
}

/** Whether answers are numbers, so that a range makes sense. */
export const isNumeric = (level: Level): boolean => level === 'interval' || level === 'ratio';
export const hasChoices = (level: Level): boolean => level === 'nominal' || level === 'ordinal' || level === 'multiple';

/** The choices that the level has use for: of numbers, missing codes only. */
export const choicesOf = ({ level, choices }: VariableDraft): readonly ChoiceDraft[] =>
  isNumeric(level) ? choices.filter(({ missing }) => missing) : choices;

type Fields = Omit<Variable, 'id' | 'position' | 'scope' | 'code' | 'archived'>;

class NotANumber extends Error {}

function toNumber(typed: string, what: string): number {
  const value = typedNumber(typed);
  if (value === undefined) throw new NotANumber(say.notNumber(what));
  return value;
}

const bound = (typed: string, what: string): number | null => (typed.trim() === '' ? null : toNumber(typed, what));

function toFallback(typed: string, level: Level): AnswerValue | null {
  if (typed.trim() === '') return null;
  if (level === 'multiple') {
    return typed
      .split(/[\s,;]+/u)
      .filter((part) => part !== '')
      .map((part) => toNumber(part, say.fallback));
  }
  return hasChoices(level) || isNumeric(level) ? toNumber(typed, say.fallback) : typed.trim();
}

function toShowIf(draft: VariableDraft, levelOf: (variable: Id) => Level | undefined): ShowIf | null {
  if (draft.conditions.length === 0) return null;
  const tests = draft.conditions.map(({ variable, is, value }) => {
    const level = levelOf(variable);
    const asText = level === 'text' || level === 'date' || level === 'entity';
    if (is === 'answered') return { variable, is, value: 0 };
    return { variable, is, value: asText ? value : toNumber(value, say.showIf) };
  });
  return { match: draft.match, tests };
}

const toChoice = ({ value, label, missing, help }: ChoiceDraft, row: number): Choice => ({
  value: toNumber(value, say.choiceValue(row + 1)),
  label: label.trim() === '' ? value : label,
  missing,
  help,
});

/** The fields of a variable as the draft says them, or what of it cannot be read. */
export function readDraft(
  draft: VariableDraft,
  levelOf: (variable: Id) => Level | undefined,
): { fields: Fields } | { problem: string } {
  const { name, label, help, level, required } = draft;
  if (name.trim() === '') return { problem: say.nameNeeded };
  try {
    const ranged = isNumeric(level);
    const fields: Fields = {
      name,
      label,
      help,
      level,
      required,
      choices: hasChoices(level) || ranged ? choicesOf(draft).map(toChoice) : [],
      minimum: ranged ? bound(draft.minimum, say.minimum) : null,
      maximum: ranged ? bound(draft.maximum, say.maximum) : null,
      entityList: level === 'entity' ? draft.entityList : '',
      fallback: toFallback(draft.fallback, level),
      showIf: toShowIf(draft, levelOf),
    };
    return { fields };
  } catch (error) {
    if (error instanceof NotANumber) return { problem: error.message };
    throw error;
  }
}
