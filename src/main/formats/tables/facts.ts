import { uniqueNames } from './columnNames.ts';
import { columnOf } from './table.ts';
import type { Column } from './table.ts';

/** An article fact as tables see it: a variable that documents, not coders, have values of. */
export type FactVariable = { name: string; label: string };

/** One text column for each fact. A fact named like a fixed column of the table is called `NAME_fact`. */
export function factColumns(facts: readonly FactVariable[], fixed: readonly string[]): Column[] {
  const wanted = facts.map((fact) => fact.name);
  return uniqueNames(wanted, fixed, '_fact').map((name, index) => {
    const label = facts[index]?.label ?? '';
    return columnOf({
      name,
      label: label === '' ? name : label,
      type: 'text',
      source: 'article fact',
      note: 'Article fact; empty where it is not known.',
    });
  });
}
