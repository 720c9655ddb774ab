import { exportingWords as words } from '#words/core/exporting.ts';
import { isNumeric } from '../../../shared/model/answers.ts';
import type { TableFilters } from '../../../shared/model/dataTable.ts';
import type { Id } from '../../../shared/model/records.ts';
import { factCell } from '../../formats/tables/plan/facts.ts';
import type { FactVariable } from '../../formats/tables/plan/facts.ts';
import * as queries from '../../store/exportQueries.ts';
import type { Surroundings } from './exportTable.ts';

/** Places that a line names. */
const mostPlaces = 3;

/** Which facts are among a table's columns, and by which its rows are chosen. */
export type FactUse = { columns: boolean; filters: TableFilters | null };

/**
 * What an export says of facts that do not read as their variable's level: cells that are empty for it in columns of
 * days and numbers, and documents that a range of days or numbers leaves out for it.
 */
export function unreadFactWarnings({ db, facts }: Surroundings, use: FactUse): string[] {
  const ranges = new Set(use.filters?.where.flatMap((one) => ('value' in one ? [] : [one.variable])) ?? []);
  const chosen = use.filters?.documents ? new Set(use.filters.documents) : null;
  return facts.flatMap((fact) => {
    const inRange = ranges.has(fact.id);
    if (fact.level !== 'date' && !isNumeric(fact.level)) return [];
    if (!inRange && !(use.columns && fact.isTyped)) return [];
    const { count, first: places } = placesOf(db, fact, chosen);
    if (count === 0) return [];
    const name = fact.label === '' ? fact.name : fact.label;
    const level = fact.level === 'date' ? 'day' : 'number';
    return [words.unreadFact({ fact: name, level, count, isFilter: inRange, places })];
  });
}

function placesOf(
  db: Surroundings['db'],
  { id, level }: FactVariable,
  chosen: ReadonlySet<Id> | null,
): { count: number; first: string[] } {
  const first: string[] = [];
  let count = 0;
  for (const { document, name, value } of queries.factPlaces(db, id)) {
    if (factCell(level, value) !== null || chosen?.has(document) === false) continue;
    count += 1;
    if (first.length < mostPlaces) first.push(words.valueIn({ value: shortened(value), document: shortened(name) }));
  }
  return { count, first };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > 60 ? `${line.slice(0, 60).toWellFormed()}…` : line;
}
