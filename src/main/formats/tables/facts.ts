import { isNumeric } from '../../../shared/model/answers.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Variable } from '../../../shared/model/variables.ts';
import type { Cell } from '../csv/writer.ts';
import type { ColumnGroup } from './columnGroup.ts';
import { columnOf } from './table.ts';
import type { Column } from './table.ts';

/**
 * An article fact as tables see it. Facts are kept as they were found in files, so a fact is a number or a date only
 * where every value that the project has reads as one (`isTrue`).
 */
export type FactVariable = Pick<Variable, 'id' | 'name' | 'label' | 'level' | 'choices'> & { isTrue: boolean };

const isoDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

/** Whether a fact's value reads as what its variable's level says. Text always does. */
export function isTrueToLevel(level: Variable['level'], value: string): boolean {
  if (level === 'date') {
    const day = isoDate.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
    return Number.isFinite(day) && new Date(day).toISOString().startsWith(value); // 30 February is another day
  }
  return !isNumeric(level) || (value.trim() !== '' && Number.isFinite(Number(value)));
}

function factColumn(fact: FactVariable): Column {
  const common = {
    name: fact.name,
    label: fact.label === '' ? fact.name : fact.label,
    source: 'article fact',
    note: 'Article fact; empty where it is not known.',
  } as const;
  if (!fact.isTrue) return columnOf({ ...common, type: 'text' });
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
  const isNumber = columns.map(({ type }) => type === 'decimal');
  return {
    columns,
    suffix: '_fact',
    isFixed: false,
    fill(cells, { work }) {
      facts.forEach(({ id }, at) => cells.push(cellOf(work.facts, id, isNumber[at] === true)));
    },
    parts: facts.map(({ id }, at) => ({
      of: 'document',
      cell: (document) => cellOf(document.facts, id, isNumber[at] === true),
    })),
  };
}

function cellOf(facts: ReadonlyMap<Id, string>, id: Id, isNumber: boolean): Cell {
  const value = facts.get(id);
  if (value === undefined) return null;
  return isNumber ? Number(value) : value;
}
