import { nameSchema } from '../../../../shared/model/records.ts';
import type { AnswerValue, Level } from '../../../../shared/model/variables.ts';
import { said } from '../../../../shared/words/message.ts';
import type { VariableEntry } from '../entry.ts';
import { EntryFault, schemaFault } from '../faults.ts';

const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

/** Checks what a variable can only get wrong as a whole, and gives it back. Throws EntryFault. */
export function checkVariable(variable: VariableEntry): VariableEntry {
  const { scope, code, level, choices, minimum, maximum, fallback } = variable;
  if ((scope === 'passage') !== (code !== null))
    throw new EntryFault(
      said(
        scope === 'passage'
          ? 'codebookFiles.passageNeedsCode'
          : scope === 'fact'
            ? 'codebookFiles.codeOfFact'
            : 'codebookFiles.codeOfDocumentVariable',
      ),
    );
  const values = new Set<number>();
  for (const { value } of choices) {
    if (values.has(value)) throw new EntryFault(said('codebookFiles.choiceTwice', { value }));
    values.add(value);
  }
  if (minimum !== null && maximum !== null && minimum > maximum)
    throw new EntryFault(said('codebookFiles.minimumAboveMaximum', { minimum, maximum }));
  if (fallback !== null && !fits(fallback, level))
    throw new EntryFault(said('codebookFiles.badFallback', { fallback: JSON.stringify(fallback), level }));
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
  throw schemaFault(name.error);
}
