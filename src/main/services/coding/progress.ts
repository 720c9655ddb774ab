import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { readFactValue } from '../../../shared/model/answers.ts';
import { fallbackAnswers, missingAnswers } from '../../../shared/model/completeness.ts';
import type { Question, Work } from '../../../shared/model/completeness.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Progress, WorkStatus } from '../../../shared/model/variables.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import { answersOfDocument } from '../../store/rows/answer.ts';
import { factTexts } from '../../store/rows/fact.ts';
import { codingsOf, deleteProgress, progressOf, writeProgress } from '../../store/rows/progress.ts';
import { listVariables } from '../../store/rows/variable.ts';
import { requireDocument } from '../corpus/documents.ts';
import { giveAnswer } from './answers.ts';

/** A coder's work on a document, for the rules. */
function workOf(store: Store, document: Id, coder: Id | null, variables = listVariables(store.db)): Work {
  const { db } = store;
  const texts = factTexts(db, document);
  return {
    variables,
    annotations: coder === null ? [] : codingsOf(db, document, coder),
    answers: answersOfDocument(db, document).filter((answer) => answer.coder === coder),
    facts: new Map(
      variables.flatMap((variable) => {
        const text = variable.scope === 'fact' ? texts.get(variable.id) : undefined;
        return text === undefined ? [] : [[variable.id, readFactValue(variable.level, text)] as const];
      }),
    ),
  };
}

function questionLabel({ variable }: Question): string {
  return variable.label === '' ? variable.name : variable.label;
}

/** Writes the fallbacks of unanswered questions and refuses while a required one is without an answer. */
function completeWork(context: CommandContext, document: Id, coder: Id): void {
  const { store } = context;
  const work = workOf(store, document, coder);
  const missing = missingAnswers({
    ...work,
    answers: [
      ...work.answers,
      ...fallbackAnswers(work).map(({ variable, annotation, value }) => {
        const key = { document, annotation, variable: variable.id };
        giveAnswer(context, key, { state: 'given', value }, variable);
        return { annotation, variable: variable.id, state: 'given' as const, value };
      }),
    ],
  });
  if (missing.length === 0) return;
  const labels = missing.map(questionLabel);
  throw new AppError('incomplete', said('coding.answersMissing', { questions: labels }), {
    document,
    missing: labels.join('\n'),
  });
}

/** Required questions that would be without an answer once fallbacks are written. */
function unanswered(work: Work): Question[] {
  const filled = fallbackAnswers(work).map(({ variable, annotation, value }) => ({
    annotation,
    variable: variable.id,
    state: 'given' as const,
    value,
  }));
  return missingAnswers({ ...work, answers: [...work.answers, ...filled] });
}

function requireReason(status: WorkStatus, reason: string): void {
  if (status !== 'set-aside' || reason.trim() !== '') return;
  throw new AppError('bad-input', said('coding.sayWhySetAside'), { field: 'reason' });
}

/** Writes a coder's status of a document; `to-do` is no row. */
function putStatus(
  { store, now, newId }: CommandContext,
  document: Id,
  coder: Id,
  status: WorkStatus,
  reason: string,
): { after: Progress | null; isNew: boolean } {
  const before = progressOf(store.db, document, coder);
  if (status === 'to-do') {
    if (before) deleteProgress(store.db, before.id);
    return { after: null, isNew: before !== undefined };
  }
  const after: Progress = {
    id: before?.id ?? newId(),
    document,
    coder,
    status,
    reason: status === 'set-aside' ? reason.trim() : '',
  };
  const isNew = JSON.stringify(after) !== JSON.stringify(before);
  if (isNew) writeProgress(store.db, after, now);
  return { after, isNew };
}

export const progressHandlers = {
  'progress.missing': ({ store, session }, { document }) => {
    requireDocument(store, document);
    return unanswered(workOf(store, document, session.coder()?.id ?? null)).map((question) => ({
      variable: question.variable.id,
      annotation: question.annotation,
      label: questionLabel(question),
    }));
  },
  'progress.set': (context, { document: id, status, reason }) => {
    const document = requireDocument(context.store, id);
    const coder = context.coder().id;
    requireReason(status, reason);
    if (status === 'done') completeWork(context, id, coder);
    return { values: { status, document: document.name }, output: putStatus(context, id, coder, status, reason).after };
  },
  'progress.setMany': (context, { documents, status, reason }) => {
    const { store } = context;
    const coder = context.coder().id;
    requireReason(status, reason);
    const variables = listVariables(store.db);
    let changed = 0;
    let incomplete = 0;
    for (const id of new Set(documents)) {
      requireDocument(store, id);
      if (status === 'done' && unanswered(workOf(store, id, coder, variables)).length > 0) incomplete++;
      else {
        if (status === 'done') completeWork(context, id, coder);
        if (putStatus(context, id, coder, status, reason).isNew) changed++;
      }
    }
    return { values: { status, documents: changed }, output: { changed, incomplete } };
  },
  'progress.next': ({ documents, session }, { document, order, seed }) => {
    const coder = session.coder()?.id ?? null;
    return order === 'list' ? documents.nextInList(document, coder) : documents.nextAtRandom(document, coder, seed);
  },
} satisfies Partial<Handlers>;
