import { uniqueNames } from './columnNames.ts';
import { documentColumns } from './documentColumns.ts';
import type { DocumentRecord } from './documentColumns.ts';
import { factColumns } from './facts.ts';
import type { FactVariable } from './facts.ts';
import { columnOf } from './table.ts';
import type { Column, Row } from './table.ts';

/** Codings of one document: how many each code has, by code id (codes without any may be left out). */
export type DocumentCounts = {
  characters: number;
  coders: number;
  annotations: number;
  codes: ReadonlyMap<string, number>;
};

/** A code as the table needs it: its id, and its path with the levels joined. */
export type CodeColumn = { id: string; path: string };

const countColumns: readonly Column[] = [
  columnOf({
    name: 'characters',
    label: 'Characters',
    type: 'integer',
    source: 'document',
    note: 'Unicode code points of the text.',
  }),
  columnOf({
    name: 'coders',
    label: 'Coders',
    type: 'integer',
    source: 'coder',
    note: 'How many coders coded a passage of it.',
  }),
  columnOf({
    name: 'annotations',
    label: 'Codings',
    type: 'integer',
    source: 'code',
    note: 'Of all codes and coders together.',
  }),
];

/** What 0 and 1 say of a code. */
const noneOrSome = [
  { value: 0, label: 'none' },
  { value: 1, label: 'at least one' },
];

/** The columns of `documents`: one row for each document, and for each code a count and a 0/1. */
export function documentsColumns(facts: readonly FactVariable[], codes: readonly CodeColumn[]): Column[] {
  const fixed = [...documentColumns, ...countColumns];
  const names = fixed.map((column) => column.name);
  const plain = [...documentColumns, ...factColumns(facts, names), ...countColumns];
  const wanted = codes.flatMap((code) => [`n: ${code.path}`, `has: ${code.path}`]);
  const unique = uniqueNames(
    wanted,
    plain.map((column) => column.name),
    '',
  );
  const note = 'This code itself, by any coder; codings with codes below it are not counted.';
  const perCode = codes.flatMap((code, index): Column[] => [
    columnOf({
      name: unique[2 * index] ?? '',
      label: `Codings with ${code.path}`,
      type: 'integer',
      source: 'code',
      note,
    }),
    columnOf({
      name: unique[2 * index + 1] ?? '',
      label: `Any coding with ${code.path}`,
      type: 'binary',
      source: 'code',
      valueLabels: noneOrSome,
      note,
    }),
  ]);
  return [...plain, ...perCode];
}

/** A document's row, with a cell for each column of `documentsColumns`. */
export function documentRow(document: DocumentRecord, counts: DocumentCounts, codes: readonly CodeColumn[]): Row {
  const perCode = codes.flatMap((code) => {
    const count = counts.codes.get(code.id) ?? 0;
    return [count, count > 0 ? 1 : 0];
  });
  return [
    document.label,
    document.id,
    ...document.facts,
    counts.characters,
    counts.coders,
    counts.annotations,
    ...perCode,
  ];
}
