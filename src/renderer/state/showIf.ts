import type { Id } from '../../shared/model/records.ts';
import type { Answer, ShowIf, Variable } from '../../shared/model/variables.ts';

function holds(test: ShowIf['tests'][number], answer: Answer | undefined): boolean {
  if (answer?.state !== 'given' || answer.value === null) return false;
  const { value } = answer;
  switch (test.is) {
    case 'answered':
      return true;
    case 'has':
      return Array.isArray(value) && value.some((one) => one === test.value);
    case 'equal':
      return value === test.value;
    case 'not-equal':
      return value !== test.value;
    case 'at-least':
      return typeof value === 'number' && value >= Number(test.value);
    case 'at-most':
      return typeof value === 'number' && value <= Number(test.value);
  }
}

/** Whether a variable's show-if rule lets it be asked, given the coder's other answers. */
export function isAsked(variable: Variable, answerOf: (variable: Id) => Answer | undefined): boolean {
  const rule = variable.showIf;
  if (rule === null) return true;
  const results = rule.tests.map((test) => holds(test, answerOf(test.variable)));
  return rule.match === 'all' ? results.every(Boolean) : results.some(Boolean);
}
