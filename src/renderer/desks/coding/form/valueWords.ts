import { series } from '#words/format.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { AnswerValue, Entity, Variable } from '../../../../shared/model/variables.ts';

/** A value in words: the labels of its choices, an entity's name, or the number or text itself. */
export function valueWords(variable: Variable, value: AnswerValue, entities: ReadonlyMap<Id, Entity>): string {
  const labelOf = (one: number): string =>
    variable.choices.find((choice) => choice.value === one)?.label ?? String(one);
  if (Array.isArray(value)) return series(value.map(labelOf));
  if (typeof value === 'number') return labelOf(value);
  return variable.level === 'entity' ? (entities.get(value)?.name ?? value) : value;
}
