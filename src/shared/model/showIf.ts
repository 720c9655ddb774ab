import type { Given } from './answers.ts';
import type { Id } from './records.ts';
import type { AnswerValue, Variable } from './variables.ts';

/** Everything that a rule may ask: the variables, and the answer to each in the article or passage at hand. */
export type Questions = {
  variable(id: Id): Variable | undefined;
  answer(variable: Id): Given | undefined;
};

/**
 * Whether a question is asked. Without a rule it is. A test holds only on a given answer to a question that is itself
 * asked: an unanswered one, one that is absent or not applicable passes no test, `not-equal` neither. Missing codes can be
 * named by `equal` and `not-equal`, but are no amount: they are neither at least nor at most anything.
 *
 * The answer to a question that is no longer asked stays as it was given, so that it is there again when the rule holds
 * again; until then it counts as not applicable (`stateOf`).
 */
export function isShown(variable: Variable, questions: Questions): boolean {
  return shown(variable, questions, new Set());
}

function shown(variable: Variable, questions: Questions, asked: ReadonlySet<Id>): boolean {
  const rule = variable.showIf;
  if (!rule) return true;
  if (asked.has(variable.id)) return false; // rules in a circle: none of them can begin
  const within = new Set(asked).add(variable.id);
  const holds = (test: (typeof rule.tests)[number]): boolean => {
    const other = questions.variable(test.variable);
    if (!other || !shown(other, questions, within)) return false;
    const answer = questions.answer(test.variable);
    return answer?.state === 'given' && answer.value !== null && passes(other, answer.value, test.is, test.value);
  };
  return rule.match === 'all' ? rule.tests.every(holds) : rule.tests.some(holds);
}

type Test = NonNullable<Variable['showIf']>['tests'][number];

function passes(variable: Variable, value: AnswerValue, is: Test['is'], wanted: Test['value']): boolean {
  switch (is) {
    case 'answered':
      return true;
    case 'equal':
      return same(value, wanted);
    case 'not-equal':
      return !same(value, wanted);
    case 'has':
      return Array.isArray(value) ? value.includes(Number(wanted)) : same(value, wanted);
    case 'at-least':
    case 'at-most':
      return reaches(variable, value, is, wanted);
  }
}

function same(value: AnswerValue, wanted: Test['value']): boolean {
  if (Array.isArray(value)) return value.length === 1 && value[0] === Number(wanted);
  return typeof value === 'number' ? value === Number(wanted) : value === String(wanted);
}

/** Numbers by size; dates by time, which for YYYY-MM-DD is the order of the texts. */
function reaches(
  { level, choices }: Variable,
  value: AnswerValue,
  is: 'at-least' | 'at-most',
  wanted: Test['value'],
): boolean {
  if (level === 'date' && typeof value === 'string') {
    return is === 'at-least' ? value >= String(wanted) : value <= String(wanted);
  }
  if (typeof value !== 'number' || choices.some((choice) => choice.missing && choice.value === value)) return false;
  return is === 'at-least' ? value >= Number(wanted) : value <= Number(wanted);
}

/**
 * What is known about a question, as data files and statistics take it: not applicable where it is not asked, else the
 * state of its answer; `not-coded` without any.
 */
export function stateOf(variable: Variable, questions: Questions): Given['state'] | 'not-coded' {
  if (!isShown(variable, questions)) return 'not-applicable';
  return questions.answer(variable.id)?.state ?? 'not-coded';
}
