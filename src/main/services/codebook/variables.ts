import { AppError } from '../../../shared/errors.ts';
import { checkValue, readValue } from '../../../shared/model/answers.ts';
import type { Id } from '../../../shared/model/records.ts';
import { tidyVariable, variableFault, withoutTestsOf } from '../../../shared/model/variableRules.ts';
import type { Variable } from '../../../shared/model/variables.ts';
import { findNamed } from '../../../shared/text/folding.ts';
import type { ActValues } from '../../../shared/words/act.ts';
import { said } from '../../../shared/words/message.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import { countAnswersTo, deleteAnswersTo, valuesGiven } from '../../store/rows/answer.ts';
import { deleteDisagreementsOfVariable } from '../../store/rows/disagreement.ts';
import { findEntity } from '../../store/rows/entity.ts';
import {
  deleteVariable,
  findVariable,
  insertVariable,
  listVariables,
  nextVariablePosition,
  updateVariable,
} from '../../store/rows/variable.ts';
import { sharesOfVariable } from '../../store/rows/whose.ts';
import { blindCoder, refuseWhileBlind } from '../coding/blindCoder.ts';
import { requireCode } from './codes.ts';

export function requireVariable(store: Store, id: Id): Variable {
  const variable = findVariable(store.db, id);
  if (!variable) throw new AppError('not-found', said('codebook.variableGone'), { variable: id });
  return variable;
}

/** What a variable has that was given no more than a scope, a name and a level. */
const plainVariable = {
  code: null,
  label: '',
  help: '',
  choices: [],
  required: false,
  minimum: null,
  maximum: null,
  showIf: null,
  fallback: null,
  entityList: '',
  archived: false,
} satisfies Partial<Variable>;

export type NewVariable = Pick<Variable, 'scope' | 'name' | 'level'> & Partial<Omit<Variable, 'id' | 'position'>>;

/** Tidies a variable and makes sure that it can be written. Throws `conflict` (its name is taken), `bad-input`. */
function checkVariable(store: Store, wanted: Variable): Variable {
  const variable = tidyVariable(wanted);
  const others = listVariables(store.db);
  if (variable.code !== null) requireCode(store, variable.code);
  const { scope, code, name } = variable;
  const isRenamed = others.find(({ id }) => id === variable.id)?.name !== name;
  const beside = others.filter((other) => other.scope === scope && other.code === code && other.id !== variable.id);
  const double = isRenamed ? findNamed(beside, name, (other) => other.name) : undefined;
  if (double) {
    throw new AppError('conflict', said('codebook.variableTaken', { name: double.name }), { name });
  }
  const fault = variableFault(variable, others, (id) => findEntity(store.db, id));
  if (fault !== null)
    throw new AppError('bad-input', said('codebook.badVariable', { name, fault }), { variable: variable.id });
  return variable;
}

/** Puts a new variable last. Inside a command only. Throws `conflict` for a name that is taken, `bad-input`. */
export function createVariable(context: CommandContext, wanted: NewVariable): Variable {
  const { store } = context;
  const position = nextVariablePosition(store.db);
  const variable = checkVariable(store, { ...plainVariable, ...wanted, id: context.newId(), position });
  insertVariable(store.db, variable, context.now);
  return variable;
}

/**
 * Throws `conflict` when answers of coders do not fit a variable any more. Article facts are plain text and fit anything.
 */
function refuseMisfits(store: Store, before: Variable, after: Variable): void {
  if (after.scope === 'fact') return;
  if (before.code !== after.code && countAnswersTo(store.db, before.id) > 0) {
    throw new AppError('conflict', said('codebook.hasAnswers', { name: before.name }), { variable: before.id });
  }
  const misfits = valuesGiven(store.db, before.id).flatMap(({ value: text, n }) => {
    const was = readValue(before.level, text);
    const value = readValue(after.level, text);
    if (value === undefined || typeof was !== typeof value)
      return { text, n, fault: said('codebook.answeredAs', { level: before.level }) };
    const checked = checkValue(after, value, (id) => findEntity(store.db, id));
    return 'fault' in checked ? { text, n, fault: checked.fault } : [];
  });
  const first = misfits[0];
  if (!first) return;
  const count = misfits.reduce((sum, { n }) => sum + n, 0);
  throw new AppError(
    'conflict',
    said('codebook.answersDoNotFit', { name: after.name, answers: count, fault: first.fault }),
    { variable: after.id, answers: count },
  );
}

/** Whether answers that are there may not fit a variable any more. Article facts are plain text and fit anything. */
function asksOtherwise(before: Variable, after: Variable): boolean {
  const rule = ({ code, level, choices, minimum, maximum, entityList }: Variable): string =>
    JSON.stringify([code, level, choices.map(({ value }) => value), minimum, maximum, entityList]);
  return after.scope !== 'fact' && rule(before) !== rule(after);
}

function refuseRemoving(context: Pick<CommandContext, 'blind'>): void {
  refuseWhileBlind(context, said('codebook.noRemovingVariables'));
}

/** What of a variable changed, as the history tells it. */
function changeOf(before: Variable, { name: to, archived }: Variable): ActValues<'variables.update'> {
  return { name: before.name, to, ...(before.archived !== archived && { archived }) };
}

export const variableHandlers = {
  'variables.list': ({ store }) => listVariables(store.db),
  'variables.create': (context, input) => {
    const variable = createVariable(context, input);
    return { values: { name: variable.name }, output: variable };
  },
  'variables.update': (context, { variable: id, ...change }) => {
    const { store } = context;
    const before = requireVariable(store, id);
    const after = checkVariable(store, { ...before, ...change });
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      if (asksOtherwise(before, after)) refuseWhileBlind(context, said('codebook.noChangingQuestions'));
      refuseMisfits(store, before, after);
      updateVariable(store.db, after);
    }
    return { values: changeOf(before, after), output: after };
  },
  'variables.move': ({ store }, { variable: id, before }) => {
    const moved = requireVariable(store, id);
    if (before !== null) requireVariable(store, before);
    const rest = listVariables(store.db).filter((variable) => variable.id !== id);
    const found = rest.findIndex((variable) => variable.id === before);
    const place = before === id ? moved.position : found < 0 ? rest.length : found;
    rest.splice(place, 0, moved);
    rest.forEach((variable, position) => {
      if (variable.position !== position) updateVariable(store.db, { ...variable, position });
    });
    return { values: { name: moved.name }, output: requireVariable(store, id) };
  },
  'variables.removal': (context, { variable }) => {
    const { store, session } = context;
    requireVariable(store, variable);
    refuseRemoving({ blind: blindCoder(context) });
    const shares = sharesOfVariable(store.db, session.coder()?.id ?? null, variable);
    return { answers: countAnswersTo(store.db, variable), shares };
  },
  // Rules that asked it ask it no more.
  'variables.remove': (context, { variable: id }) => {
    const { store } = context;
    const { name } = requireVariable(store, id);
    refuseRemoving(context);
    const output = { answers: countAnswersTo(store.db, id) };
    deleteAnswersTo(store.db, id);
    deleteDisagreementsOfVariable(store.db, id);
    for (const other of listVariables(store.db)) {
      const after = withoutTestsOf(other, id);
      if (other.id !== id && after.showIf?.tests.length !== other.showIf?.tests.length) updateVariable(store.db, after);
    }
    deleteVariable(store.db, id);
    return { values: { name }, output };
  },
} satisfies Partial<Handlers>;
