import { nameSchema } from '../../../../shared/model/records.ts';
import type { AnswerValue, Level } from '../../../../shared/model/variables.ts';
import type { VariableEntry } from '../entry.ts';
import { EntryFault } from '../faults.ts';

const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

/** Checks what a variable can only get wrong as a whole, and gives it back. Throws EntryFault. */
export function checkVariable(variable: VariableEntry): VariableEntry {
  const { scope, code, level, choices, minimum, maximum, fallback } = variable;
  if ((scope === 'passage') !== (code !== null))
    throw new EntryFault(
      code === null ? 'a passage variable needs the code that it belongs to' : `a ${scope} variable has no code`,
    );
  const values = new Set<number>();
  for (const { value } of choices) {
    if (values.has(value)) throw new EntryFault(`the choice ${value} stands there twice`);
    values.add(value);
  }
  if (minimum !== null && maximum !== null && minimum > maximum)
    throw new EntryFault(`the minimum ${minimum} is greater than the maximum ${maximum}`);
  if (fallback !== null && !fits(fallback, level))
    throw new EntryFault(`${JSON.stringify(fallback)} cannot be the fallback of a variable of the level ${level}`);
  return variable;
}

function fits(value: AnswerValue, level: Level): boolean {
  if (level === 'multiple') return Array.isArray(value);
  if (level === 'date') return typeof value === 'string' && day.test(value);
  return level === 'text' || level === 'entity' ? typeof value === 'string' : typeof value === 'number';
}

/** A variable's name. Throws EntryFault. */
export function readName(text: string): string {
  const name = nameSchema.safeParse(text);
  if (name.success) return name.data;
  throw new EntryFault(name.error.issues[0]?.message ?? 'not a name');
}
