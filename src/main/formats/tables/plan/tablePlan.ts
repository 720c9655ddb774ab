import type { CodeNode } from '../../../../shared/model/codeTree.ts';
import type { CoderMode, TableUnit } from '../../../../shared/model/dataTable.ts';
import type { Coder, Id } from '../../../../shared/model/records.ts';
import type { Entity, Variable } from '../../../../shared/model/variables.ts';
import type { Cell } from '../csv/writer.ts';
import { answerGroup } from './answerColumns.ts';
import { codeGroupOf } from './codeMeasures.ts';
import type { MeasuredUnit, MeasureOptions } from './codeMeasures.ts';
import { forEachCoder } from './columnGroup.ts';
import type { ColumnGroup, ColumnPart } from './columnGroup.ts';
import { uniqueNames } from './columnNames.ts';
import type { CodingRecord, DocumentWork, UnitRow } from './documentWork.ts';
import { factGroup } from './facts.ts';
import type { FactVariable } from './facts.ts';
import * as fixed from './fixedColumns.ts';
import type { Column, Row } from './table.ts';
import { eachUnitRow } from './unitRows.ts';

/** What a table is to hold, in terms of the project that it is made from. */
export type PlanChoice = {
  unit: TableUnit;
  coders: CoderMode;
  facts: boolean;
  answers: boolean;
  text: boolean;
  codes: MeasureOptions;
};

/** What tables of a project refer to. Codes and coders: those that the table's filters let through, in their order. */
export type PlanSurroundings = {
  facts: readonly FactVariable[];
  codes: readonly CodeNode[];
  coders: readonly Coder[];
  /** Names of all codes and coders of the project. */
  codePaths: ReadonlyMap<Id, string>;
  coderNames: ReadonlyMap<Id, string>;
  /** All variables in their order. */
  variables: readonly Variable[];
  entities: ReadonlyMap<Id, Entity>;
};

/** A table's columns, and the rows that a document gives it. */
export type TablePlan = {
  columns: readonly Column[];
  /** What the rows of a document are about; cheap until `cells` is asked for. */
  rows(work: DocumentWork): Generator<UnitRow>;
  cells(row: UnitRow): Row;
  /** Where every row is one coding of one coder and every column shows a part of it: those parts. */
  parts: readonly ColumnPart[] | null;
};

/** Base names of the files, and what the dialog and the log call the table. */
export const tableNames: Readonly<Record<TableUnit, string>> = {
  document: 'documents',
  paragraph: 'paragraphs',
  sentence: 'sentences',
  coding: 'codings',
  statement: 'statements',
};

export function planTable(choice: PlanChoice, around: PlanSurroundings): TablePlan {
  const groups = groupsOf(choice, around).filter(({ columns }) => columns.length > 0);
  const codesWithQuestions = new Set(passageQuestions(around).map(({ variable }) => variable.code));
  const isStatement = ({ code }: CodingRecord): boolean => codesWithQuestions.has(code);
  return {
    columns: nameColumns(groups),
    rows: (work) => eachUnitRow({ unit: choice.unit, coders: choice.coders, isStatement }, work),
    cells(row) {
      const cells: Cell[] = [];
      for (const group of groups) group.fill(cells, row, row.coders);
      return cells;
    },
    parts: isSingle(choice) ? partsOf(groups) : null,
  };
}

/** Whether the rows are single codings. */
function isSingle({ unit, coders }: PlanChoice): boolean {
  return unit === 'coding' && (coders === 'rows' || coders === 'agreed');
}

function partsOf(groups: readonly ColumnGroup[]): ColumnPart[] | null {
  const all: ColumnPart[] = [];
  for (const { parts } of groups) {
    if (typeof parts === 'string') return null;
    all.push(...parts);
  }
  return all;
}

function groupsOf(choice: PlanChoice, around: PlanSurroundings): ColumnGroup[] {
  const facts = choice.facts ? [factGroup(around.facts)] : [];
  const own =
    choice.unit === 'coding' || choice.unit === 'statement'
      ? codingGroups(choice, around)
      : unitGroups(choice, choice.unit, around);
  return [fixed.documentGroup, ...facts, ...own, ...answerGroups(choice, around)];
}

/** The table's own columns in rows of documents, paragraphs and sentences. */
function unitGroups(choice: PlanChoice, unit: MeasuredUnit, around: PlanSurroundings): ColumnGroup[] {
  const { coders, text } = choice;
  const place =
    unit === 'paragraph' || unit === 'sentence' ? [fixed.stretchGroup(unit, text)] : [fixed.charactersGroup];
  const who = coders === 'rows' ? [fixed.coderGroup(around.coderNames), fixed.statusGroup] : [fixed.coderCountGroup];
  const measured = codeGroupOf(around.codes, unit, choice.codes);
  const codes = coders === 'columns' ? forEachCoder(measured, around.coders) : measured;
  return [...place, ...who, fixed.codingsGroup, codes];
}

/** Those in rows of codings and statements. */
function codingGroups({ unit, coders, text }: PlanChoice, around: PlanSurroundings): ColumnGroup[] {
  const code = fixed.codeGroup(around.codePaths);
  const place = fixed.passageGroup(text);
  if (coders === 'rows' || coders === 'agreed')
    return [code, fixed.coderGroup(around.coderNames), place, fixed.codingDetailsGroup];
  const who = fixed.codedByGroup(around.coderNames, unit);
  return [code, place, who, ...(coders === 'columns' ? [forEachCoder(fixed.madeGroup, around.coders)] : [])];
}

function answerGroups({ unit, coders, answers }: PlanChoice, around: PlanSurroundings): ColumnGroup[] {
  if (!answers) return [];
  const surroundings = { variables: new Map(around.variables.map((one) => [one.id, one])), entities: around.entities };
  const article = around.variables
    .filter(({ scope }) => scope === 'document')
    .map((variable) => ({ variable, name: variable.name }));
  const wanted = unit === 'statement' ? [passageQuestions(around), article] : [article];
  return wanted
    .filter((questions) => questions.length > 0)
    .map((questions) => {
      const group = answerGroup(questions, surroundings, coders === 'pooled');
      return coders === 'columns' ? forEachCoder(group, around.coders) : group;
    });
}

/** Questions about passages of the table's codes. Where two codes ask for the same name, the code stands before it. */
function passageQuestions({ variables, codes }: PlanSurroundings): { variable: Variable; name: string }[] {
  const names = new Map(codes.map(({ code }) => [code.id, code.name]));
  const own = variables.filter(({ scope, code }) => scope === 'passage' && code !== null && names.has(code));
  return own.map((variable) => {
    const isShared = own.some(
      (other) => other !== variable && other.name.toLowerCase() === variable.name.toLowerCase(),
    );
    const code = names.get(variable.code ?? '') ?? '';
    return { variable, name: isShared ? `${code}: ${variable.name}` : variable.name };
  });
}

/** Gives every column its name: the table's own first, then what the project brings along, each in their order. */
function nameColumns(groups: readonly ColumnGroup[]): Column[] {
  const named = new Map<ColumnGroup, Column[]>();
  const taken: string[] = [];
  for (const group of [...groups.filter(({ isFixed }) => isFixed), ...groups.filter(({ isFixed }) => !isFixed)]) {
    const names = uniqueNames(
      group.columns.map(({ name }) => name),
      taken,
      group.suffix,
    );
    taken.push(...names);
    named.set(
      group,
      group.columns.map((column, at) => ({ ...column, name: names[at] ?? column.name })),
    );
  }
  return groups.flatMap((group) => named.get(group) ?? []);
}
