import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import { allowedValues, checkValue } from '../../../shared/model/answers.ts';
import { sameValue } from '../../../shared/model/completeness.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Answer, AnswerKey, AnswerState, AnswerValue, Variable } from '../../../shared/model/variables.ts';
import { snapOutward } from '../../../shared/text/graphemes.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import { answerTo, deleteAnswer, insertAnswer, updateAnswer } from '../../store/rows/answer.ts';
import { currentVersion } from '../../store/rows/codebookVersion.ts';
import { documentText, documentTextRow } from '../../store/rows/document.ts';
import { findEntity } from '../../store/rows/entity.ts';
import { beginWork } from '../../store/rows/progress.ts';
import { requireVariable } from '../codebook/variables.ts';
import { seenAnnotation } from './annotations.ts';

/** What a coder says about a question; `evidence` absent: what the answer points at stays. */
export type Said = { state: AnswerState; value: AnswerValue | null; evidence?: Answer['evidence'] | undefined };

function bad(variable: Variable, fault: Message): AppError {
  const details = { variable: variable.id, allowed: allowedValues(variable) };
  return new AppError('bad-input', said('coding.badAnswer', { variable: variable.name, fault }), details);
}

/** The value as it is kept: null unless it is given, and then one that the variable allows. Throws `bad-input`. */
export function allowedValue(store: Store, variable: Variable, { state, value }: Said): AnswerValue | null {
  if (state !== 'given') {
    if (value !== null) throw bad(variable, said('coding.valueOfNone'));
    return null;
  }
  if (value === null) throw bad(variable, said('coding.needsValue'));
  const checked = checkValue(variable, value, (id) => findEntity(store.db, id));
  if ('fault' in checked) throw bad(variable, checked.fault);
  return checked.value;
}

/** Makes sure that the question is one of this article or passage, and that the passage is this coder's own. */
function checkPlace(
  context: CommandContext,
  { document, annotation: id }: AnswerKey,
  variable: Variable,
  coder: Id,
): void {
  const { store } = context;
  if (documentTextRow(store.db, document) === undefined) {
    throw new AppError('not-found', said('coding.documentGone'), { document });
  }
  if (variable.scope === 'fact') throw bad(variable, said('coding.isFact'));
  if (variable.archived) throw bad(variable, said('coding.isArchived'));
  if (id === null) {
    if (variable.scope === 'passage') throw bad(variable, said('coding.askedOfPassages'));
    return;
  }
  const annotation = seenAnnotation(context, id);
  if (annotation?.document !== document) {
    throw new AppError('not-found', said('coding.codingGoneFromDocument'), { annotation: id });
  }
  if (annotation.code !== variable.code) throw bad(variable, said('coding.notAskedOfCode'));
  if (annotation.coder !== coder) {
    throw bad(variable, said('coding.codingOfAnother'));
  }
}

function wholeEvidence(
  store: Store,
  variable: Variable,
  document: Id,
  evidence: Answer['evidence'],
): Answer['evidence'] {
  if (evidence.length === 0) return evidence;
  const text = documentText(store.db, document) ?? '';
  return evidence
    .map(({ start, end }) => {
      if (end <= start || end > text.length) throw bad(variable, said('coding.evidenceOutside', { start, end }));
      return snapOutward(text, { start, end });
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Gives or changes the acting coder's answer and notes that the coder has begun with the article. A new answer, and one
 * whose state or value changes, is stamped with the codebook's version; one that stays as it is is not written. Inside a
 * command only. Throws `bad-input` (`details.variable`, `details.allowed`), `not-found`.
 */
export function giveAnswer(
  context: CommandContext,
  key: AnswerKey,
  given: Said,
  variable = requireVariable(context.store, key.variable),
): { answer: Answer; written: boolean } {
  const { store, now } = context;
  const coder = context.coder().id;
  checkPlace(context, key, variable, coder);
  const value = allowedValue(store, variable, given);
  const before = answerTo(store.db, key, coder);
  const evidence =
    given.evidence === undefined
      ? (before?.evidence ?? [])
      : wholeEvidence(store, variable, key.document, given.evidence);
  beginWork(store.db, key.document, coder, now);
  const same = before?.state === given.state && sameValue(before.value, value);
  if (before && same && JSON.stringify(before.evidence) === JSON.stringify(evidence)) {
    return { answer: before, written: false };
  }
  const version = before && same ? before.version : currentVersion(store.db);
  const answer: Answer = {
    id: before?.id ?? context.newId(),
    document: key.document,
    annotation: key.annotation,
    variable: key.variable,
    coder,
    state: given.state,
    value,
    evidence,
    version,
  };
  if (before) updateAnswer(store.db, answer, now);
  else insertAnswer(store.db, answer, now);
  return { answer, written: true };
}

export const answerHandlers = {
  'answers.set': (context, { document, annotation, variable: id, ...given }) => {
    const variable = requireVariable(context.store, id);
    const { answer } = giveAnswer(context, { document, annotation, variable: id }, given, variable);
    return { values: { variable: variable.name }, output: answer };
  },
  'answers.clear': (context, key) => {
    const { store } = context;
    const { name } = requireVariable(store, key.variable);
    const coder = context.coder().id;
    const answer = answerTo(store.db, key, coder);
    const isHidden = answer !== undefined && answer.coder !== coder && context.isBlindIn(answer.document);
    if (isHidden) return { values: { variable: name }, output: {} };
    if (answer && answer.coder !== coder) {
      throw new AppError('conflict', said('coding.answerOfAnother'), {
        variable: key.variable,
      });
    }
    if (answer) deleteAnswer(store.db, answer.id);
    return { values: { variable: name }, output: {} };
  },
} satisfies Partial<Handlers>;
