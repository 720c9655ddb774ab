import { columnsWords as words } from '#words/core/columns.ts';
import { dayFault, isNumeric } from '../../../../shared/model/answers.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { Variable } from '../../../../shared/model/variables.ts';
import { readNumber } from '../../../../shared/text/numbers.ts';
import type { Cell } from '../csv/writer.ts';
import type { ColumnGroup } from './columnGroup.ts';
import { columnOf } from './table.ts';
import type { Column } from './table.ts';

/**
 * An article fact as tables see it. Facts are kept as they were found in files, so a column of numbers or days has no
 * cell where a value reads as none; only where all of the project's values do (`isTyped` is false) is it one of texts.
 */
export type FactVariable = Pick<Variable, 'id' | 'name' | 'label' | 'level' | 'choices'> & { isTyped: boolean };

/** A fact's value as its variable's level has it, of a moment its day; null where it does not read as that. */
export function factCell(level: Variable['level'], value: string): Exclude<Cell, undefined> {
  if (level === 'date') return dayOf(value) ?? null;
  return isNumeric(level) ? (readNumber(value) ?? null) : value;
}

/** The day, written yyyy-mm-dd, at the beginning of a date or moment; undefined where there is none such. */
export function dayOf(text: string): string | undefined {
  const [written] = /^\d{4}-\d{2}-\d{2}(?!\d)/u.exec(text.trim()) ?? [];
  return written !== undefined && dayFault(written) === null ? written : undefined;
}

function factColumn(fact: FactVariable): Column {
  const common = {
    name: fact.name,
    label: fact.label === '' ? fact.name : fact.label,
    source: 'article fact',
    note: words.factNote,
  } as const;
  if (!fact.isTyped) return columnOf({ ...common, type: 'text' });
  if (fact.level === 'date') return columnOf({ ...common, type: 'date' });
  if (!isNumeric(fact.level)) return columnOf({ ...common, type: 'text' });
  const labels = (missing: boolean): Column['missing'] =>
    fact.choices.filter((choice) => choice.missing === missing).map(({ value, label }) => ({ value, label }));
  const level = fact.level === 'nominal' || fact.level === 'ordinal' ? fact.level : 'scale';
  return columnOf({ ...common, type: 'decimal', level, valueLabels: labels(false), missing: labels(true) });
}

/** One column for each fact. A fact named like a column of the table's own is called `NAME_fact`. */
export function factGroup(facts: readonly FactVariable[]): ColumnGroup {
  const columns = facts.map(factColumn);
  return {
    columns,
    suffix: '_fact',
    isFixed: false,
    fill(cells, { work }) {
      for (const fact of facts) cells.push(cellOf(work.facts, fact));
    },
    parts: facts.map((fact) => ({ of: 'document', cell: (document) => cellOf(document.facts, fact) })),
  };
}

function cellOf(facts: ReadonlyMap<Id, string>, { id, level, isTyped }: FactVariable): Cell {
  const value = facts.get(id);
  if (value === undefined) return null;
  return isTyped ? factCell(level, value) : value;
}
