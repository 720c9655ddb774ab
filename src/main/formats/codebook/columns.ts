import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import { unguardFormula } from '../tables/csv/formulas.ts';
import type { CsvFile } from '../tables/csv/reader.ts';

/** Where the columns stand: number from 0, absent when the file does not have one. */
export type Layout<Name extends string> = Partial<Record<Name, number>>;

/** What a row says in a column; undefined when the table has no such column. */
export type Row<Name extends string> = {
  raw(name: Name): string | undefined;
  /** Without blanks at its ends. */
  word(name: Name): string | undefined;
};

/**
 * Finds the columns of a table by their titles (any case; `colour` is `color`). A column that Galley would lose is
 * refused; one that holds nothing is passed over. Throws AppError `file-damaged`.
 */
export function readLayout<Name extends string>(file: CsvFile, names: readonly Name[]): Layout<Name> {
  const layout: Layout<Name> = {};
  file.header.forEach((title, index) => {
    const wanted = title.toLowerCase() === 'colour' ? 'color' : title.toLowerCase();
    const name = names.find((known) => known === wanted);
    if (name === undefined) refuseUnknown(file, title, index, names);
    else if (layout[name] !== undefined) throw headerFault(said('codebookFiles.columnTwice', { column: title }));
    else layout[name] = index;
  });
  return layout;
}

function refuseUnknown(file: CsvFile, title: string, index: number, names: readonly string[]): void {
  const used = file.rows.find((row) => (row.cells[index] ?? '').trim() !== '');
  if (!used) return;
  throw headerFault(said('codebookFiles.columnUnknown', { column: title, known: names }));
}

export function headerFault(reason: Message): AppError {
  const fault = said('codebookFiles.at', { place: said('codebookFiles.header'), reason });
  return new AppError('file-damaged', said('codebookFiles.unchanged', { reason: fault }));
}

export function rowOf<Name extends string>(layout: Layout<Name>, cells: readonly string[]): Row<Name> {
  const raw = (name: Name): string | undefined => {
    const index = layout[name];
    return index === undefined ? undefined : unguardFormula(cells[index] ?? '');
  };
  return { raw, word: (name) => raw(name)?.trim() };
}
