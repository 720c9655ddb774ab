import { checkValue, isNumeric } from './answers.ts';
import type { EntityLookup } from './answers.ts';
import type { Id } from './records.ts';
import type { Variable } from './variables.ts';

/** A variable without what its level and scope have no use for: choices of a text, the range of a date, a fact's rules. */
export function tidyVariable(variable: Variable): Variable {
  const { level, scope } = variable;
  const ranged = level === 'interval' || level === 'ratio';
  const listed = isNumeric(level) || level === 'multiple';
  return {
    ...variable,
    choices: listed ? variable.choices : [],
    minimum: ranged ? variable.minimum : null,
    maximum: ranged ? variable.maximum : null,
    entityList: level === 'entity' ? (variable.entityList === '' ? variable.name : variable.entityList) : '',
    ...(scope === 'fact' && { required: false, showIf: null, fallback: null }),
  };
}

/**
 * What is wrong with a variable as it is about to be written, in words for the person who defines it; null when nothing is.
 * `others` are the project's variables, itself among them or not.
 */
export function variableFault(variable: Variable, others: readonly Variable[], entityOf: EntityLookup): string | null {
  return (
    scopeFault(variable) ?? choicesFault(variable) ?? fallbackFault(variable, entityOf) ?? ruleFault(variable, others)
  );
}

function scopeFault({ scope, code, minimum, maximum }: Variable): string | null {
  if (scope === 'passage' && code === null)
    return 'a variable of passages needs the code whose passages it is asked for';
  if (scope !== 'passage' && code !== null) return 'only a variable of passages belongs to a code';
  if (minimum !== null && maximum !== null && minimum > maximum) {
    return `its least value (${minimum}) is greater than its greatest (${maximum})`;
  }
  return null;
}

function choicesFault({ level, choices }: Variable): string | null {
  const values = new Set<number>();
  const labels = new Set<string>();
  for (const { value, label, missing } of choices) {
    if (values.has(value)) return `the value ${value} stands for two things`;
    if (labels.has(label)) return `two of its values are called “${label}”`;
    if ((level === 'interval' || level === 'ratio') && !missing) {
      return `“${label}” is not marked as missing; of numbers only missing codes have a label`;
    }
    values.add(value);
    labels.add(label);
  }
  return null;
}

function fallbackFault(variable: Variable, entityOf: EntityLookup): string | null {
  if (variable.fallback === null) return null;
  const checked = checkValue(variable, variable.fallback, entityOf);
  return 'fault' in checked ? `the value for an unanswered question: ${checked.fault}` : null;
}

/** A rule may ask facts and the article's answers; that of a passage variable also those of the same passage. */
function ruleFault(variable: Variable, others: readonly Variable[]): string | null {
  if (!variable.showIf) return null;
  const byId = new Map(others.map((other) => [other.id, other])).set(variable.id, variable);
  for (const { variable: id, is } of variable.showIf.tests) {
    const asked = byId.get(id);
    if (!asked) return 'its rule asks a variable that is not there';
    if (asked.scope === 'passage' && asked.code !== variable.code) {
      return `its rule asks “${asked.name}”, which belongs to passages of another kind`;
    }
    if (is === 'has' && asked.level !== 'multiple')
      return `its rule asks what “${asked.name}” has, which has one value only`;
    if ((is === 'at-least' || is === 'at-most') && !isNumeric(asked.level) && asked.level !== 'date') {
      return `its rule compares “${asked.name}”, which is neither a number nor a date`;
    }
  }
  return goesInCircle(variable.id, byId) ? 'its rule goes in a circle: it would be asked only when it is asked' : null;
}

function goesInCircle(start: Id, byId: ReadonlyMap<Id, Variable>): boolean {
  const seen = new Set<Id>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { variable } of byId.get(id)?.showIf?.tests ?? []) {
      if (variable === start) return true;
      if (!seen.has(variable)) open.push(variable);
      seen.add(variable);
    }
  }
  return false;
}

/** A variable whose rule no longer asks `gone`; without any test left it is asked always. */
export function withoutTestsOf(variable: Variable, gone: Id): Variable {
  if (!variable.showIf) return variable;
  const tests = variable.showIf.tests.filter((test) => test.variable !== gone);
  return { ...variable, showIf: tests.length === 0 ? null : { ...variable.showIf, tests } };
}
