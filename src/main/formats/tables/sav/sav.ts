import type { TableFile, TableOptions, TableSource, Variable } from '../statistics/dataset.ts';
import type { TableFacts } from '../statistics/measure.ts';
import { createRowWarnings } from '../statistics/warnings.ts';
import { createCaseWriter } from './cases.ts';
import { describeColumn, layOut } from './columns.ts';
import type { SavColumn } from './columns.ts';
import { dictionaryBytes } from './dictionary.ts';

/**
 * Prepares an SPSS system file (.sav) in UTF-8 with bytecode compression, after the PSPP developers' guide, "System File
 * Format". `facts` come from `measureTable` over the same rows. Warnings about variables are given here, those about
 * rows while the file is written; the rows are read once. Throws a RangeError when there is no variable: the format
 * knows no such table.
 */
export function prepareSav(variables: readonly Variable[], facts: TableFacts, options: TableOptions): TableFile {
  if (variables.length === 0) throw new RangeError('an SPSS file needs at least one variable');
  const columns = layOut(variables, facts, options);
  const head = dictionaryBytes(columns, facts.rows, options);
  return {
    columns: columns.map(describeColumn),
    write: (source) => savBytes(columns, head, facts, options, source),
  };
}

async function* savBytes(
  columns: readonly SavColumn[],
  head: Uint8Array,
  facts: TableFacts,
  options: TableOptions,
  source: TableSource,
): AsyncGenerator<Uint8Array, void> {
  const warnings = createRowWarnings(options.warn);
  const cases = createCaseWriter(columns, facts, warnings);
  yield head;
  let rows = 0;
  for await (const batch of source()) {
    for (const row of batch) {
      rows += 1;
      cases.row(row, rows);
      for (let chunk = cases.takeFull(); chunk !== undefined; chunk = cases.takeFull()) {
        yield chunk;
        cases.giveBack(chunk);
      }
    }
  }
  if (rows !== facts.rows) throw new RangeError(`${facts.rows} rows were measured, but ${rows} written`);
  yield cases.end();
  warnings.finish();
}
