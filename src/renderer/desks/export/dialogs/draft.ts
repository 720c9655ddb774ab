import { exportTable as say } from '#words/window/exportTable.ts';
import type { Answer } from '../../../../shared/api/contract.ts';
import type { Listing } from '../../../../shared/api/files.ts';
import type { Recipe, RecipeContent } from '../../../../shared/api/recipes.ts';
import { checkValue } from '../../../../shared/model/answers.ts';
import { usualCoderMode } from '../../../../shared/model/dataTable.ts';
import type {
  FactFilter,
  TableChoice,
  TableColumns,
  TableFilters,
  TableUnit,
} from '../../../../shared/model/dataTable.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { Variable } from '../../../../shared/model/variables.ts';
import { readNumber } from '../../../../shared/text/numbers.ts';

/** An article fact that articles are chosen by, as it is filled in: values, none of which lets all through; or two ends. */
export type FactLine =
  | { kind: 'values'; variable: Id; values: readonly string[] }
  | { kind: 'range'; variable: Id; from: string; to: string };

/** What the dialog is filled in with. `both`: the two usual files, for which rows and columns are not chosen. */
export type Draft = Omit<RecipeContent, 'table'> &
  Omit<TableChoice, 'unit' | 'filters'> & {
    unit: TableUnit | 'both';
    filters: Omit<TableFilters, 'where'>;
    facts: readonly FactLine[];
  };

/** The dialog as it was left: its choices, the saved export that they began with, and the folder. */
export type BegunExport = { draft: Draft; recipe: Recipe | null; place: Pick<Listing, 'folder' | 'label'> };

const noFilters: Draft['filters'] = { documents: null, statuses: [], rounds: [], coders: [], codes: [] };

const usualColumns: TableColumns = { facts: true, answers: true, codes: 'count', rollUp: false, text: true };

export const firstDraft: Draft = {
  ...{ formats: ['csv'], byteOrderMark: false, raw: false, partition: null },
  ...{ unit: 'both', coders: 'rows', filters: noFilters, facts: [], columns: usualColumns },
};

/** Another unit, with coders as they usually stand in it. */
export function withUnit(draft: Draft, unit: Draft['unit']): Draft {
  return { ...draft, unit, coders: unit === 'both' ? draft.coders : usualCoderMode(unit) };
}

export function isCodingUnit(unit: Draft['unit']): boolean {
  return unit === 'both' || unit === 'coding' || unit === 'statement';
}

/** The draft as it is exported and saved. */
export function contentOf(draft: Draft): RecipeContent {
  const { formats, byteOrderMark, raw, partition } = draft;
  return { formats, byteOrderMark, raw, partition, table: tableOf(draft) };
}

/** The table of the draft; null: the two usual ones. */
export function tableOf({ unit, coders, filters, facts, columns }: Draft): TableChoice | null {
  return unit === 'both' ? null : { unit, coders, filters: { ...filters, where: facts.flatMap(filtersOf) }, columns };
}

function filtersOf(line: FactLine): FactFilter[] {
  const { variable } = line;
  if (line.kind === 'values') return line.values.map((value) => ({ variable, value }));
  const [from, to] = [line.from.trim(), line.to.trim()];
  return from === '' && to === '' ? [] : [{ variable, from: from === '' ? null : from, to: to === '' ? null : to }];
}

export function draftOf({ formats, byteOrderMark, raw, partition, table }: RecipeContent): Draft {
  const kept = { ...firstDraft, formats, byteOrderMark, raw, partition };
  if (table === null) return kept;
  const { where, ...filters } = table.filters;
  return { ...kept, ...table, filters, facts: linesOf(where) };
}

/**
 * What the dialog begins with where the project was exported before: those choices, or at least those formats. Never what rows were
 * chosen by: later articles would be left out without a word. Saved exports keep that.
 */
export function lastDraft({ formats, content }: Pick<Answer<'exports.place'>, 'formats' | 'content'>): Draft {
  if (content !== null) return { ...draftOf(content), filters: noFilters, facts: [] };
  return formats === null || formats.length === 0 ? firstDraft : { ...firstDraft, formats };
}

/** Whether the draft is no longer what was saved. */
export function differs(draft: Draft, recipe: Recipe): boolean {
  const inOrder = (one: Draft): string => JSON.stringify(contentOf({ ...one, formats: one.formats.toSorted() }));
  return inOrder(draft) !== inOrder(draftOf(recipe));
}

/** A line for the values of each variable, and one for each range. */
function linesOf(where: readonly FactFilter[]): FactLine[] {
  const lines: FactLine[] = [];
  for (const one of where) {
    const { variable } = one;
    if ('value' in one) {
      const at = lines.findIndex((line) => line.kind === 'values' && line.variable === variable);
      const line = lines[at];
      const values = line?.kind === 'values' ? [...line.values, one.value] : [one.value];
      lines.splice(at === -1 ? lines.length : at, 1, { kind: 'values', variable, values });
    } else lines.push({ kind: 'range', variable, from: one.from ?? '', to: one.to ?? '' });
  }
  return lines;
}

/** A new line for a fact: two ends where its values have an order, else its values. */
export function lineFor({ id, level }: Variable): FactLine {
  const hasOrder = level === 'date' || level === 'interval' || level === 'ratio';
  return hasOrder ? { kind: 'range', variable: id, from: '', to: '' } : { kind: 'values', variable: id, values: [] };
}

/** What is wrong with an end of a range, in words; null: nothing. */
export function endFault(variable: Variable | undefined, written: string): string | null {
  const text = written.trim();
  if (text === '' || !variable) return null;
  if (variable.level !== 'date') return readNumber(text) === undefined ? say.noNumber : null;
  return 'fault' in checkValue(variable, text, () => undefined) ? say.noDay : null;
}

/** Whether every range can be read. */
export function isSound({ unit, facts }: Draft, variables: ReadonlyMap<Id, Variable>): boolean {
  if (unit === 'both') return true;
  return facts.every((line) => {
    if (line.kind === 'values') return true;
    return [line.from, line.to].every((end) => endFault(variables.get(line.variable), end) === null);
  });
}
