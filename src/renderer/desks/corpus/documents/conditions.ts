import { series } from '#words/format.ts';
import { roundStrings as say } from '#words/window/rounds.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { AnswerValue, Entity, Variable } from '../../../../shared/model/variables.ts';

/** What a variable is called where there is little room: its question, or its short name. */
export function variableText({ label, name }: Variable): string {
  return label === '' ? name : label;
}

/** A value in words: the label of a choice, the name of an entity. */
function valueText(variable: Variable, value: AnswerValue | null, entities: ReadonlyMap<Id, Entity>): string {
  if (value === null) return say.noAnswer;
  if (Array.isArray(value)) return series(value.map((one) => valueText(variable, one, entities)));
  if (typeof value === 'string') return variable.level === 'entity' ? (entities.get(value)?.name ?? value) : value;
  return variable.choices.find((choice) => choice.value === value)?.label ?? String(value);
}

export function conditionText(
  variable: Variable,
  value: AnswerValue | null,
  entities: ReadonlyMap<Id, Entity>,
): string {
  return say.condition(variableText(variable), valueText(variable, value, entities));
}
