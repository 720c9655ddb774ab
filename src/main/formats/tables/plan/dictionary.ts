import { columnsWords as words } from '#words/core/columns.ts';
import type { Column, Row, ValueLabel } from './table.ts';

/** The header of every data dictionary. */
export const dictionaryHeader: readonly string[] = [
  ...['column', 'label', 'type', 'values', 'note', 'level', 'missing', 'source'],
];

/**
 * A table's data dictionary: one row for each of its columns. `guarded` says that text cells of the CSV file were made
 * harmless for spreadsheets; the dictionary is where a reader of the data learns it.
 */
export function dictionaryRows(columns: readonly Column[], options: { guarded: boolean }): Row[] {
  const safety = options.guarded ? words.guardedTexts : '';
  return columns.map((column) => {
    const note = [column.note, column.type === 'text' ? safety : ''].filter((part) => part !== '').join(' ');
    return [
      ...[column.name, column.label, column.type, listLabels(column.valueLabels), note],
      ...[column.level, listLabels(column.missing), column.source],
    ];
  });
}

/** Values with their labels as one line: `0 = no; 1 = yes`. */
export function listLabels(labels: readonly ValueLabel[]): string {
  return labels.map(({ value, label }) => `${value} = ${label}`).join('; ');
}

/** The header of the list of labels. */
export const labelHeader: readonly string[] = ['column', 'value', 'label', 'missing'];

/** Every value with a label, one a row: the column, the value, its label, and `1` where it stands for “no value”. */
export function labelRows(columns: readonly Column[]): Row[] {
  return columns.flatMap(({ name, valueLabels, missing }) => [
    ...valueLabels.map(({ value, label }) => [name, value, label, 0]),
    ...missing.map(({ value, label }) => [name, value, label, 1]),
  ]);
}
