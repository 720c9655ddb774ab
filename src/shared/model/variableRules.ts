import { said } from '../words/message.ts';
import type { Message } from '../words/message.ts';
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
export function variableFault(variable: Variable, others: readonly Variable[], entityOf: EntityLookup): Message | null {
  return (
    scopeFault(variable) ?? choicesFault(variable) ?? fallbackFault(variable, entityOf) ?? ruleFault(variable, others)
  );
}

function scopeFault({ scope, code, minimum, maximum }: Variable): Message | null {
  if (scope === 'passage' && code === null) return said('fields.needsCode');
  if (scope !== 'passage' && code !== null) return said('fields.codeOfNoPassages');
  if (minimum !== null && maximum !== null && minimum > maximum) {
    return said('fields.rangeReversed', { minimum, maximum });
  }
  return null;
}

function choicesFault({ level, choices }: Variable): Message | null {
  const values = new Set<number>();
  const labels = new Set<string>();
  for (const { value, label, missing } of choices) {
    if (values.has(value)) return said('fields.valueTwice', { value });
    if (labels.has(label)) return said('fields.labelTwice', { label });
    if ((level === 'interval' || level === 'ratio') && !missing) {
      return said('fields.labelNotMissing', { label });
    }
    values.add(value);
    labels.add(label);
  }
  return null;
}

function fallbackFault(variable: Variable, entityOf: EntityLookup): Message | null {
  if (variable.fallback === null) return null;
  const checked = checkValue(variable, variable.fallback, entityOf);
  return 'fault' in checked ? said('fields.badFallback', { fault: checked.fault }) : null;
}

/** A rule may ask facts and the article's answers; that of a passage variable also those of the same passage. */
function ruleFault(variable: Variable, others: readonly Variable[]): Message | null {
  if (!variable.showIf) return null;
  const byId = new Map(others.map((other) => [other.id, other])).set(variable.id, variable);
  for (const { variable: id, is } of variable.showIf.tests) {
    const asked = byId.get(id);
    if (!asked) return said('fields.ruleAsksMissing');
    if (asked.scope === 'passage' && asked.code !== variable.code) {
      return said('fields.ruleAsksElsewhere', { name: asked.name });
    }
    if (is === 'has' && asked.level !== 'multiple') return said('fields.ruleHasOfOne', { name: asked.name });
    if ((is === 'at-least' || is === 'at-most') && !isNumeric(asked.level) && asked.level !== 'date') {
      return said('fields.ruleCompares', { name: asked.name });
    }
  }
  return goesInCircle(variable.id, byId) ? said('fields.ruleInCircle') : null;
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
