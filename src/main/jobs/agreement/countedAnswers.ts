import { readFactValue, readValue } from '../../../shared/model/answers.ts';
import type { Given } from '../../../shared/model/answers.ts';
import type { Id } from '../../../shared/model/records.ts';
import { isShown } from '../../../shared/model/showIf.ts';
import type { Questions } from '../../../shared/model/showIf.ts';
import type { Variable } from '../../../shared/model/variables.ts';
import type { Store } from '../../store/database.ts';
import { statedAnswers } from '../../store/agreementQueries.ts';
import { listVariables } from '../../store/rows/variable.ts';

/** What a coder said for an article; undefined: nothing, or the question is not asked there. */
export type CountedAnswers = (document: Id, coder: Id) => Given | undefined;

/** All variables that a rule asks, and those that their rules ask. */
function askedBy(variable: Variable, byId: ReadonlyMap<Id, Variable>, found = new Set<Id>()): Set<Id> {
  for (const { variable: id } of variable.showIf?.tests ?? []) {
    const other = byId.get(id);
    if (!other || found.has(id)) continue;
    found.add(id);
    askedBy(other, byId, found);
  }
  return found;
}

/**
 * The answers to an article variable that count: an answer to a question that is no longer asked of that coder in that
 * article (its show-if rule does not hold) counts as none. Absent and not applicable, where a coder said so, are answers.
 */
export function countedAnswers(db: Store['db'], variable: Variable): CountedAnswers {
  const own = answersBy(db, variable);
  if (!variable.showIf) return (document, coder) => own.get(`${document} ${coder}`);
  const byId = new Map(listVariables(db).map((one) => [one.id, one]));
  const others = new Map(
    [...askedBy(variable, byId)].flatMap((id) => {
      const other = byId.get(id);
      return other ? [[id, { scope: other.scope, answers: answersBy(db, other) }] as const] : [];
    }),
  );
  return (document, coder) => {
    const given = own.get(`${document} ${coder}`);
    if (!given) return undefined;
    const questions: Questions = {
      variable: (id) => byId.get(id),
      answer: (id) => {
        if (id === variable.id) return given;
        const other = others.get(id);
        return other?.answers.get(other.scope === 'fact' ? document : `${document} ${coder}`);
      },
    };
    return isShown(variable, questions) ? given : undefined;
  };
}

/** Answers by article and coder; facts by article. */
function answersBy(db: Store['db'], variable: Variable): Map<string, Given> {
  const answers = new Map<string, Given>();
  for (const { document, coder, state, value } of statedAnswers(db, variable.id)) {
    if (coder === null) answers.set(document, { state, value: readFactValue(variable.level, value) });
    else {
      const read = state === 'given' ? (readValue(variable.level, value) ?? value) : null;
      answers.set(`${document} ${coder}`, { state, value: read });
    }
  }
  return answers;
}
