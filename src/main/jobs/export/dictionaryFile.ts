import { byteOrderMark, csvRows } from '../../formats/tables/csv/writer.ts';
import { dictionaryHeader, dictionaryRows } from '../../formats/tables/plan/dictionary.ts';
import type { Companion } from './tableWriter.ts';

/** `….dictionary.csv`: one row for each column, with the names it has in formats that have rules for names. */
export const csvDictionary: Companion = ({ base, columns, names }, { raw, byteOrderMark: marked }) => {
  const header = [...dictionaryHeader, ...names.map((own) => own.header)];
  const rows = dictionaryRows(columns, { guarded: !raw });
  const content = (): string => {
    const full = rows.map((row, at) => [...row, ...names.map((own) => own.names[at] ?? '')]);
    return (marked ? byteOrderMark : '') + csvRows([header, ...full], { raw });
  };
  return [{ name: `${base}.dictionary.csv`, rows: rows.length, content }];
};
