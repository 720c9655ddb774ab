import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { dictionaryPage } from '../../formats/tables/plan/dictionaryPage.ts';
import { pythonScript } from '../../formats/tables/scripts/python.ts';
import { rScript } from '../../formats/tables/scripts/r.ts';
import { loadable } from '../../formats/tables/scripts/script.ts';
import type { ScriptInput } from '../../formats/tables/scripts/script.ts';
import type { Companion, FinishedTable, WriterOptions } from './tableWriter.ts';

/** `….dictionary.html`: the data dictionary to read and print, where it is asked for. */
export const htmlDictionary: Companion = ({ base, columns, rows, names }, { formats }) =>
  formats.includes('dictionary')
    ? [{ name: `${base}.dictionary.html`, rows: 0, content: () => dictionaryPage({ base, columns, rows, names }) }]
    : [];

/** `….R` and `….py`, where they are asked for: they load the first file of the table that they can. */
export const starterScripts: Companion = (table, options) => [
  ...script('r', 'R', rScript, table, options),
  ...script('python', 'py', pythonScript, table, options),
];

function script(
  word: 'r' | 'python',
  suffix: string,
  make: (input: ScriptInput) => string,
  { base, columns }: FinishedTable,
  { formats, raw, partition }: WriterOptions,
): ReturnType<Companion> {
  if (!formats.includes(word)) return [];
  const format = loadable.find((name) => formats.includes(name) && (name !== 'parquet' || partition === null));
  if (format !== undefined)
    return [{ name: `${base}.${suffix}`, rows: 0, content: () => make({ base, columns, format, guarded: !raw }) }];
  const language = word === 'r' ? 'R' : 'Python';
  const known = loadable.map((name) => (name === 'parquet' ? said('exporting.parquetInOneFile') : name.toUpperCase()));
  throw new AppError('bad-input', said('exporting.scriptNeedsData', { language, formats: known }));
}
