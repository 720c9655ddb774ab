import { isShown } from './showIf.ts';
import type { Questions } from './showIf.ts';
import { writeValue } from './answers.ts';
import type { Given } from './answers.ts';
import type { Annotation, Id } from './records.ts';
import type { Answer, AnswerValue, Variable } from './variables.ts';

/** One coder's work on one article: all variables, the coder's codings and answers, and the article's facts. */
export type Work = {
  variables: readonly Variable[];
  annotations: readonly Pick<Annotation, 'id' | 'code'>[];
  answers: readonly Pick<Answer, 'annotation' | 'variable' | 'state' | 'value'>[];
  /** Facts by variable; rules may ask them as they ask answers. */
  facts: ReadonlyMap<Id, AnswerValue>;
};

/** A question of the article, or (with `annotation`) of a passage. */
export type Question = { variable: Variable; annotation: Id | null };

const keyOf = (annotation: Id | null, variable: Id): string => `${annotation ?? ''} ${variable}`;

/** The article's questions in their order, then those of each coding in the order given; archived ones are not asked. */
function allQuestions({ variables, annotations }: Work): Question[] {
  const asked = variables.filter(({ archived }) => !archived).toSorted((a, b) => a.position - b.position);
  return [
    ...asked.filter(({ scope }) => scope === 'document').map((variable) => ({ variable, annotation: null })),
    ...annotations.flatMap(({ id, code }) =>
      asked
        .filter((variable) => variable.scope === 'passage' && variable.code === code)
        .map((variable) => ({ variable, annotation: id })),
    ),
  ];
}

type Sheet = { given: Map<string, Given>; at(annotation: Id | null): Questions };

function sheetOf({ variables, answers, facts }: Work): Sheet {
  const byId = new Map(variables.map((variable) => [variable.id, variable]));
  const given = new Map(answers.map((one) => [keyOf(one.annotation, one.variable), one as Given]));
  return {
    given,
    at: (annotation) => ({
      variable: (id) => byId.get(id),
      answer: (id) => {
        const scope = byId.get(id)?.scope;
        const fact = scope === 'fact' ? facts.get(id) : undefined;
        if (fact !== undefined) return { state: 'given', value: fact };
        return given.get(keyOf(scope === 'passage' ? annotation : null, id));
      },
    }),
  };
}

/**
 * Questions that are asked, have no answer, and have a value for that case. A value may make further questions appear,
 * whose values are then among these too.
 */
export function fallbackAnswers(work: Work): (Question & { value: AnswerValue })[] {
  const sheet = sheetOf(work);
  const open = allQuestions(work);
  const found: (Question & { value: AnswerValue })[] = [];
  for (let before = -1; before !== found.length;) {
    before = found.length;
    for (const { variable, annotation } of open) {
      const key = keyOf(annotation, variable.id);
      if (variable.fallback === null || sheet.given.has(key) || !isShown(variable, sheet.at(annotation))) continue;
      sheet.given.set(key, { state: 'given', value: variable.fallback });
      found.push({ variable, annotation, value: variable.fallback });
    }
  }
  return found;
}

/** Required questions that are asked and have no answer. Absent and not applicable are answers. */
export function missingAnswers(work: Work): Question[] {
  const sheet = sheetOf(work);
  return allQuestions(work).filter(
    ({ variable, annotation }) =>
      variable.required && !sheet.given.has(keyOf(annotation, variable.id)) && isShown(variable, sheet.at(annotation)),
  );
}

/** Whether two values are the same answer. */
export function sameValue(a: AnswerValue | null, b: AnswerValue | null): boolean {
  return a === null || b === null ? a === b : writeValue(a) === writeValue(b);
}
