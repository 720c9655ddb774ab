import type { Recipe, RecipeContent } from '../../../shared/api/recipes.ts';
import { usualCoderMode } from '../../../shared/model/dataTable.ts';
import type { TableChoice, TableColumns, TableFilters, TableUnit } from '../../../shared/model/dataTable.ts';

/** What the dialog is filled in with. `both`: the two usual files, for which rows and columns are not chosen. */
export type Draft = Omit<RecipeContent, 'table'> & Omit<TableChoice, 'unit'> & { unit: TableUnit | 'both' };

const noFilters: TableFilters = { documents: null, where: [], statuses: [], round: null, coders: [], codes: [] };

const usualColumns: TableColumns = { facts: true, answers: true, codes: 'count', rollUp: false, text: true };

export const firstDraft: Draft = {
  ...{ formats: ['csv'], byteOrderMark: false, raw: false, partition: null },
  ...{ unit: 'both', coders: 'rows', filters: noFilters, columns: usualColumns },
};

/** Another unit, with coders as they usually stand in it. */
export function withUnit(draft: Draft, unit: Draft['unit']): Draft {
  return { ...draft, unit, coders: unit === 'both' ? draft.coders : usualCoderMode(unit) };
}

export function isCodingUnit(unit: Draft['unit']): boolean {
  return unit === 'both' || unit === 'coding' || unit === 'statement';
}

/** The draft as it is exported and saved. */
export function contentOf({ unit, coders, filters, columns, ...rest }: Draft): RecipeContent {
  return { ...rest, table: unit === 'both' ? null : { unit, coders, filters, columns } };
}

export function draftOf({ formats, byteOrderMark, raw, partition, table }: Recipe): Draft {
  return { ...firstDraft, formats, byteOrderMark, raw, partition, ...table };
}

/** The table whose first rows are shown; of the two usual files, the codings. */
export function previewed({ unit, coders, filters, columns }: Draft): TableChoice {
  if (unit !== 'both') return { unit, coders, filters, columns };
  return { unit: 'coding', coders: 'rows', filters: noFilters, columns: { ...usualColumns, answers: false } };
}
