import { readFactValue } from '../../../../shared/model/answers.ts';
import type { Given } from '../../../../shared/model/answers.ts';
import type { Annotation, Code, Id } from '../../../../shared/model/records.ts';
import { isShown } from '../../../../shared/model/showIf.ts';
import type { Answer, AnswerKey, Variable } from '../../../../shared/model/variables.ts';
import type { OpenDocument } from '../../../state/records.ts';

/** One question of the form, with the acting coder's answer where there is one. */
export type Question = { key: AnswerKey; variable: Variable; answer: Answer | undefined };

/** Questions about the article, or about one of its passages: then with its coding. */
export type QuestionGroup = { annotation: Annotation | null; questions: readonly Question[] };

export type FormSource = {
  variables: ReadonlyMap<Id, Variable>;
  codes: ReadonlyMap<Id, Code>;
  open: Pick<OpenDocument, 'document' | 'facts' | 'annotations' | 'answers'>;
  /** Who answers; null while nobody has said so. */
  coder: Id | null;
  /** The coding that is chosen. */
  active: Id | null;
};

/** Names a question among those of all articles. */
export function keyOf({ document, annotation, variable }: AnswerKey): string {
  return `${document} ${annotation ?? ''} ${variable}`;
}

/** The variables that are asked for the article, or (with `code`) for passages of a code, in their order. */
function variablesFor(variables: ReadonlyMap<Id, Variable>, code: Id | null): Variable[] {
  const scope = code === null ? 'document' : 'passage';
  return [...variables.values()]
    .filter((variable) => variable.scope === scope && variable.code === code && !variable.archived)
    .sort((a, b) => a.position - b.position);
}

/** The coder's answers by variable, those about a passage over those about the article. */
function answersBy(open: FormSource['open'], coder: Id | null, annotation: Id | null): Map<Id, Answer> {
  const own = new Map<Id, Answer>();
  for (const answer of open.answers.values()) {
    if (answer.coder !== coder) continue;
    if (answer.annotation === null && !own.has(answer.variable)) own.set(answer.variable, answer);
    if (annotation !== null && answer.annotation === annotation) own.set(answer.variable, answer);
  }
  return own;
}

/** An article fact as rules compare it. The open document knows its facts by the variables' names. */
function factOf(open: FormSource['open'], variable: Variable): Given | undefined {
  const fact = open.facts.find((candidate) => candidate.variable === variable.name);
  return fact && { state: 'given', value: readFactValue(variable.level, fact.value) };
}

function groupFor(source: FormSource, annotation: Annotation | null): QuestionGroup {
  const { variables, open, coder } = source;
  const answers = answersBy(open, coder, annotation?.id ?? null);
  const rules = {
    variable: (id: Id) => variables.get(id),
    answer: (id: Id): Given | undefined => {
      const asked = variables.get(id);
      return asked?.scope === 'fact' ? factOf(open, asked) : answers.get(id);
    },
  };
  const questions = variablesFor(variables, annotation?.code ?? null)
    .filter((variable) => isShown(variable, rules))
    .map((variable) => ({
      key: { document: open.document.id, annotation: annotation?.id ?? null, variable: variable.id },
      variable,
      answer: answers.get(variable.id),
    }));
  return { annotation, questions };
}

/**
 * The questions that are asked now: those about the chosen passage first, if it is the coder's own and its code has any,
 * then those about the article. What a show-if rule hides is not among them.
 */
export function questionGroups(source: FormSource): QuestionGroup[] {
  const active = source.active === null ? undefined : source.open.annotations.get(source.active);
  const passage = active !== undefined && active.coder === source.coder ? groupFor(source, active) : null;
  const article = groupFor(source, null);
  return passage !== null && passage.questions.length > 0 ? [passage, article] : [article];
}
