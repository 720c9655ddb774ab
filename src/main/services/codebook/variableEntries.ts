import { AppError } from '../../../shared/errors.ts';
import { pathSeparator } from '../../../shared/model/records.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { AnswerValue, ShowIf, Variable } from '../../../shared/model/variables.ts';
import { foldName } from '../../../shared/text/folding.ts';
import { said } from '../../../shared/words/message.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { ShowIfEntry, VariableEntry, VariableName } from '../../formats/codebook/entry.ts';
import { findEntityByName, insertEntity } from '../../store/rows/entity.ts';
import { listVariables } from '../../store/rows/variable.ts';
import type { CodePaths } from './codePaths.ts';
import type { Treatment } from './treatment.ts';
import { createVariable, variableHandlers } from './variables.ts';

/** The codebook's variables during one command that finds them by their names. */
type Known = { find(name: VariableName): Variable | undefined; keep(variable: Variable): void };

function knownVariables(context: CommandContext, paths: CodePaths): Known {
  const byName = new Map<string, Variable>();
  const keyOf = (scope: string, code: Id | null, name: string): string => `${scope}\n${code ?? ''}\n${name}`;
  const keep = (variable: Variable): void => {
    byName.set(keyOf(variable.scope, variable.code, variable.name), variable);
    const folded = keyOf(variable.scope, variable.code, foldName(variable.name));
    if (!byName.has(folded)) byName.set(folded, variable);
  };
  listVariables(context.store.db).forEach(keep);
  return {
    keep,
    find({ scope, code, name }) {
      const owner = code === null ? null : paths.find(code);
      if (code !== null && owner === null) return undefined;
      const id = owner?.id ?? null;
      return byName.get(keyOf(scope, id, name)) ?? byName.get(keyOf(scope, id, foldName(name)));
    },
  };
}

/** The id of an entry of a list, made when the list does not have it. */
function entityId({ store, newId, now }: CommandContext, list: string, name: string): Id {
  const known = findEntityByName(store.db, list, name);
  if (known) return known.id;
  const entity = { id: newId(), list, name, attributes: {} };
  insertEntity(store.db, entity, now);
  return entity.id;
}

function readFallback(context: CommandContext, { level, entityList, fallback }: VariableEntry): AnswerValue | null {
  return level === 'entity' && typeof fallback === 'string' ? entityId(context, entityList, fallback) : fallback;
}

function readRule(context: CommandContext, known: Known, name: string, rule: ShowIfEntry): ShowIf {
  const tests = rule.tests.map(({ variable: asked, is, value }) => {
    const variable = known.find(asked);
    if (!variable) {
      throw new AppError('file-damaged', said('codebook.asksMissing', { name, asked: asked.name }));
    }
    const named = variable.level === 'entity' && typeof value === 'string';
    return { variable: variable.id, is, value: named ? entityId(context, variable.entityList, value) : value };
  });
  return { match: rule.match, tests };
}

function display({ code, name }: VariableName): string {
  return [...(code ?? []), name].join(pathSeparator);
}

/**
 * Makes and changes variables, found by scope, code and name. Answers with the names of those that were touched. Throws
 * `conflict` when answers that are there do not fit.
 */
export function writeVariables(
  context: CommandContext,
  paths: CodePaths,
  entries: readonly VariableEntry[],
  treatment: Treatment,
): string[] {
  const known = knownVariables(context, paths);
  const touched = new Set<string>();
  const update = (entry: VariableEntry, before: Variable, change: Partial<Omit<Variable, 'id' | 'scope'>>): void => {
    const wanted = { ...before, ...change };
    if (JSON.stringify(wanted) === JSON.stringify(before)) return;
    known.keep(variableHandlers['variables.update'](context, { ...change, variable: before.id }).output);
    touched.add(display(entry));
  };
  const written: VariableEntry[] = [];
  for (const entry of entries) {
    const before = known.find(entry);
    if (before && treatment === 'keep') continue;
    written.push(entry);
    const { scope, code, showIf, ...fields } = entry;
    const fallback = readFallback(context, entry);
    if (before) {
      // A rule that is to go must not stand in the way of the other changes.
      update(entry, before, { ...fields, fallback, ...(showIf === null && { showIf }) });
      continue;
    }
    const owner = code === null ? null : paths.ensure(code).id;
    known.keep(createVariable(context, { ...fields, scope, code: owner, fallback, showIf: null }));
    touched.add(display(entry));
  }
  // Rules may ask variables that stand further down.
  for (const entry of written) {
    const before = known.find(entry);
    if (before && entry.showIf) update(entry, before, { showIf: readRule(context, known, entry.name, entry.showIf) });
  }
  return [...touched];
}
