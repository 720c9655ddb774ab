import type { Id } from '../../../shared/model/records.ts';
import { withoutTestsOf } from '../../../shared/model/variableRules.ts';
import type { Variable } from '../../../shared/model/variables.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Store } from '../../store/database.ts';
import {
  answeredVariables,
  deleteStrangeAnswers,
  deleteVariablesOfCode,
  repointAnswers,
} from '../../store/rows/codeVariables.ts';
import { deleteVariable, insertVariable, listVariables, updateVariable } from '../../store/rows/variable.ts';

/** What becomes of a code's variables when its codings go to another code. */

/** Whether the answers to one variable can stand as answers to another: equal level and choices. */
function answersFit(one: Variable, other: Variable): boolean {
  const { level, entityList } = one;
  const choices = (variable: Variable): string =>
    JSON.stringify(variable.choices.map(({ value, label, missing }) => [value, label, missing]));
  return level === other.level && entityList === other.entityList && choices(one) === choices(other);
}

export function variablesOfCode(store: Store, code: Id): Variable[] {
  return listVariables(store.db).filter((variable) => variable.code === code);
}

/** A name that no variable of these has: the wanted one, or with a number behind it. */
function freeName(taken: readonly Variable[], wanted: string): string {
  const names = new Set(taken.map(({ name }) => name));
  let name = wanted;
  for (let number = 2; names.has(name); number++) name = `${wanted} ${number}`;
  return name;
}

/** Lets rules name other variables than they did. */
function renameInRules(variables: readonly Variable[], names: ReadonlyMap<Id, Id>): Variable[] {
  return variables.flatMap((variable) => {
    const { showIf } = variable;
    if (!showIf?.tests.some((test) => names.has(test.variable))) return [];
    const tests = showIf.tests.map((test) => ({ ...test, variable: names.get(test.variable) ?? test.variable }));
    return [{ ...variable, showIf: { ...showIf, tests } }];
  });
}

/**
 * Gives all variables of `from` to `to`. One that `to` has already, of the same name and with the same choices, takes in
 * the other's answers; one of the same name that differs is renamed. Answers with how many variables `from` had.
 */
export function moveVariables(store: Store, from: Id, to: Id): number {
  const own = variablesOfCode(store, from);
  const theirs = variablesOfCode(store, to);
  const united = new Map<Id, Id>();
  for (const variable of own) {
    const twin = theirs.find(({ name }) => name === variable.name);
    if (twin && answersFit(variable, twin)) {
      repointAnswers(store.db, variable.id, twin.id);
      united.set(variable.id, twin.id);
    } else {
      const moved = { ...variable, code: to, name: freeName(theirs, variable.name) };
      updateVariable(store.db, moved);
      theirs.push(moved);
    }
  }
  for (const changed of renameInRules(listVariables(store.db), united)) updateVariable(store.db, changed);
  for (const id of united.keys()) deleteVariable(store.db, id);
  return own.length;
}

/**
 * Gives the answers about some codings of `from` to equal variables of `to`, which are made where there are none.
 * `all`: variables that none of the codings has an answer to are made, too.
 */
export function copyVariables(
  context: CommandContext,
  { from, to, annotations, all }: { from: Id; to: Id; annotations: readonly Id[]; all: boolean },
): void {
  const { store, now } = context;
  const own = variablesOfCode(store, from);
  const answered = new Set(
    answeredVariables(
      store.db,
      own.map(({ id }) => id),
      annotations,
    ),
  );
  const theirs = variablesOfCode(store, to);
  const copies = new Map<Id, Id>();
  const made: Variable[] = [];
  let position = Math.max(-1, ...listVariables(store.db).map((variable) => variable.position)) + 1;
  for (const variable of own) {
    const twin = theirs.find(({ name }) => name === variable.name);
    if (twin && answersFit(variable, twin)) copies.set(variable.id, twin.id);
    else if (all || answered.has(variable.id)) {
      const name = freeName(theirs, variable.name);
      const copy = { ...variable, id: context.newId(), code: to, name, position: position++ };
      copies.set(variable.id, copy.id);
      theirs.push(copy);
      made.push(copy);
    }
  }
  const renamed = new Map(renameInRules(made, copies).map((variable) => [variable.id, variable]));
  for (const copy of made) insertVariable(store.db, renamed.get(copy.id) ?? copy, now);
  for (const [variable, copy] of copies) {
    if (answered.has(variable)) repointAnswers(store.db, variable, copy, annotations);
  }
}

/** Lets codings that have another code now keep the answers that their new code asks for too; says how many others were removed. */
export function fitAnswers(store: Store, annotations: readonly Id[], from: Id, to: Id): number {
  const theirs = variablesOfCode(store, to);
  for (const variable of variablesOfCode(store, from)) {
    const twin = theirs.find((other) => other.name === variable.name && answersFit(variable, other));
    if (twin) repointAnswers(store.db, variable.id, twin.id, annotations);
  }
  return deleteStrangeAnswers(store.db, annotations, to);
}

/** Removes a code's variables with their answers. Rules of other variables that asked them ask them no more. */
export function removeVariables(store: Store, code: Id): void {
  const gone = variablesOfCode(store, code);
  if (gone.length === 0) return;
  deleteVariablesOfCode(store.db, code);
  for (const variable of listVariables(store.db)) {
    const after = gone.reduce((kept, { id }) => withoutTestsOf(kept, id), variable);
    if (after.showIf?.tests.length !== variable.showIf?.tests.length) updateVariable(store.db, after);
  }
}
