import { exportingWords as words } from '#words/core/exporting.ts';
import { AppError } from '../../../shared/errors.ts';
import { buildCodeTree } from '../../../shared/model/codeTree.ts';
import type { CodeNode } from '../../../shared/model/codeTree.ts';
import type { CoderMode, TableChoice, TableFilters } from '../../../shared/model/dataTable.ts';
import { tableFiltersSchema } from '../../../shared/model/dataTable.ts';
import type { Coder, Id } from '../../../shared/model/records.ts';
import type { Entity, Variable } from '../../../shared/model/variables.ts';
import { said } from '../../../shared/words/message.ts';
import { factCell } from '../../formats/tables/plan/facts.ts';
import type { FactVariable } from '../../formats/tables/plan/facts.ts';
import type { ColumnSource } from '../../formats/tables/plan/table.ts';
import { planTable, tableNames } from '../../formats/tables/plan/tablePlan.ts';
import type { PlanChoice, TablePlan } from '../../formats/tables/plan/tablePlan.ts';
import type { Store } from '../../store/database.ts';
import * as queries from '../../store/exportQueries.ts';
import { listCodes } from '../../store/rows/code.ts';
import { listCoders } from '../../store/rows/coder.ts';
import { listEntities } from '../../store/rows/entity.ts';
import { findRound } from '../../store/rows/round.ts';
import { listVariables } from '../../store/rows/variable.ts';
import { openDocumentReader } from './documentReader.ts';
import type { DocumentReader, ReaderChoice } from './documentReader.ts';

/** What every table of a project refers to, read once. */
export type Surroundings = {
  db: Store['db'];
  /** In tree order. */
  codes: readonly CodeNode[];
  coders: readonly Coder[];
  variables: readonly Variable[];
  entities: ReadonlyMap<Id, Entity>;
  facts: readonly FactVariable[];
};

/**
 * A table that is ready to be filled: its columns, and how documents are read for it, which follows from `choice`. Tables
 * may share a reader.
 */
export type PreparedTable = { base: string; plan: TablePlan; choice: ReaderChoice; read: DocumentReader };

export function readSurroundings(db: Store['db']): Surroundings {
  const variables = listVariables(db);
  return {
    db,
    codes: [...buildCodeTree(listCodes(db)).nodes.values()],
    coders: listCoders(db),
    variables,
    entities: new Map(listEntities(db).map((entity) => [entity.id, entity])),
    facts: variables.filter(({ scope }) => scope === 'fact').map((variable) => readFact(db, variable)),
  };
}

function readFact(db: Store['db'], variable: Variable): FactVariable {
  let isTyped = true;
  for (const value of queries.factValuesOf(db, variable.id)) {
    isTyped = factCell(variable.level, value) !== null;
    if (isTyped) break;
  }
  return { ...variable, isTyped };
}

/** Prepares the table of a choice. Throws AppError `not-found` where it names something that is no longer there. */
export function prepareTable(around: Surroundings, { unit, coders, filters, columns }: TableChoice): PreparedTable {
  assertKnown(around, filters);
  const { codes: measure, rollUp, ...shown } = columns;
  const isCoding = unit === 'coding' || unit === 'statement';
  const measures = measure === 'none' || isCoding ? [] : [measure];
  return prepare(around, { unit, coders, ...shown, codes: { measures, rollUp, untouched: null } }, filters);
}

/** Which tables an export has: that of the choice, or the usual ones. `only`: of this coder's work alone. */
export type TablesWish = { table: TableChoice | null; only: Coder | null };

/** Prepares the tables that are wished for. Throws AppError `not-found` as `prepareTable` does. */
export function chosenTables(around: Surroundings, { table, only }: TablesWish): PreparedTable[] {
  const tables = table ? [prepareTable(around, table)] : usualTables(around, only);
  return only ? tables.map((prepared) => ofOneCoder(prepared, only)) : tables;
}

/** What an export for a coder in a blind round says of itself. */
export function ownWorkNote({ name }: Coder): string {
  return words.ownWork({ coder: name });
}

/** Says in the dictionary, of every column that is made of coders' work, that it is the work of this coder alone. */
function ofOneCoder(prepared: PreparedTable, coder: Coder): PreparedTable {
  const columns = prepared.plan.columns.map((column) => {
    if (!madeByCoders.has(column.source)) return column;
    return { ...column, note: [column.note, ownWorkNote(coder)].filter((part) => part !== '').join(' ') };
  });
  return { ...prepared, plan: { ...prepared.plan, columns } };
}

const madeByCoders: ReadonlySet<ColumnSource> = new Set([
  'coder',
  'coding',
  'code',
  'article question',
  'passage question',
]);

/**
 * The two tables that are written where none is chosen: every coding, and every document with counts of all codes. `only`:
 * of this coder alone.
 */
export function usualTables(
  around: Surroundings,
  only: Coder | null,
): [codings: PreparedTable, documents: PreparedTable] {
  const filters = tableFiltersSchema.parse({ coders: only ? [only.id] : [] });
  const common = { facts: true, answers: false, text: true } as const;
  const none = { measures: [], rollUp: false, untouched: 0 } as const;
  const counts = { measures: ['count', 'binary'], rollUp: false, untouched: 0 } as const;
  const documents = prepare(around, { ...common, unit: 'document', coders: 'pooled', codes: counts }, filters);
  const everyone = only ? filters : { ...filters, coders: around.coders.map(({ id }) => id) };
  const codings = prepare(around, { ...common, unit: 'coding', coders: 'rows', codes: none }, everyone);
  // What was agreed is a coding like any other, and no second count of what the coders found.
  const hasAgreed = !only && around.coders.some(({ kind }) => kind === 'agreed');
  return [hasAgreed ? codings : { ...codings, read: documents.read }, documents];
}

function prepare(around: Surroundings, choice: PlanChoice, filters: TableFilters): PreparedTable {
  const chosen = chooseCodes(around.codes, filters.codes);
  const coders = chooseCoders(around.coders, choice.coders, filters.coders);
  const plan = planTable(choice, {
    ...around,
    codes: chosen ?? around.codes,
    coders,
    codePaths: new Map(around.codes.map(({ code, path }) => [code.id, path])),
    coderNames: new Map(around.coders.map(({ id, name }) => [id, name])),
  });
  const reader: ReaderChoice = {
    filters,
    codes: chosen && new Set(chosen.map(({ code }) => code.id)),
    coders,
    named: filters.coders.length > 0,
    variables: around.variables,
    facts: choice.facts,
    answers: choice.answers,
  };
  return { base: tableNames[choice.unit], plan, choice: reader, read: openDocumentReader(around.db, reader) };
}

/** Those who are named, else everybody but the agreed version, or that alone. */
function chooseCoders(coders: readonly Coder[], mode: CoderMode, wanted: readonly Id[]): Coder[] {
  if (mode === 'agreed') return coders.filter(({ kind }) => kind === 'agreed');
  return coders.filter(({ id, kind }) => (wanted.length === 0 ? kind === 'person' : wanted.includes(id)));
}

/** These codes and all below them, in tree order; null: no choice. */
function chooseCodes(codes: readonly CodeNode[], wanted: readonly Id[]): CodeNode[] | null {
  if (wanted.length === 0) return null;
  const chosen = new Set(wanted);
  return codes.filter(({ code, parent }) => {
    if (parent && chosen.has(parent.code.id)) chosen.add(code.id); // parents come before their children
    return chosen.has(code.id);
  });
}

/** A filter that silently lost a part would let through what it was made to keep out. */
function assertKnown(around: Surroundings, filters: TableFilters): void {
  const missing = (what: 'code' | 'coder' | 'fact' | 'round', id: Id): AppError =>
    new AppError('not-found', said('exporting.gone', { what }), { id });
  const codes = new Set(around.codes.map(({ code }) => code.id));
  const coders = new Set(around.coders.map(({ id }) => id));
  const facts = new Set(around.facts.map(({ id }) => id));
  for (const id of filters.codes) if (!codes.has(id)) throw missing('code', id);
  for (const id of filters.coders) if (!coders.has(id)) throw missing('coder', id);
  for (const { variable } of filters.where) if (!facts.has(variable)) throw missing('fact', variable);
  for (const id of filters.rounds) if (!findRound(around.db, id)) throw missing('round', id);
}
