import type { TableFile, TableOptions, TableSource, Variable } from '../statistics/dataset.ts';
import type { TableFacts } from '../statistics/measure.ts';
import { createRowWarnings } from '../statistics/warnings.ts';
import { describeColumn, isLongText, layOut } from './columns.ts';
import type { DtaColumn } from './columns.ts';
import { longTexts } from './longTexts.ts';
import { createRowWriter } from './rows.ts';
import { buildSections } from './sections.ts';
import type { DtaSections } from './sections.ts';

/**
 * Prepares a Stata file (.dta, release 118: Stata 14 and later), after Stata's "help dta". `facts` come from
 * `measureTable` over the same rows. Warnings about variables are given here, those about rows while the file is
 * written. The rows are read once, and once more if a text is longer than 2,045 bytes, since long texts stand behind
 * them. Throws AppError `bad-input` when there are more than 32,767 variables.
 */
export function prepareDta(variables: readonly Variable[], facts: TableFacts, options: TableOptions): TableFile {
  const layout = layOut(variables, facts, options);
  const sections = buildSections(layout, facts, options);
  return {
    columns: layout.columns.map(describeColumn),
    write: (source) => dtaBytes(layout.columns, sections, facts, options, source),
  };
}

async function* dtaBytes(
  columns: readonly DtaColumn[],
  sections: DtaSections,
  facts: TableFacts,
  options: TableOptions,
  source: TableSource,
): AsyncGenerator<Uint8Array, void> {
  const warnings = createRowWarnings(options.warn);
  const writer = createRowWriter(columns, sections.rowBytes, facts, warnings);
  yield sections.head;
  let rows = 0;
  for await (const batch of source()) {
    for (const row of batch) {
      rows += 1;
      writer.row(row, rows);
      if (!writer.isFull()) continue;
      const chunk = writer.take();
      yield chunk;
      writer.giveBack(chunk);
    }
  }
  if (rows !== facts.rows) throw new RangeError(`${facts.rows} rows were measured, but ${rows} written`);
  yield writer.take();
  yield Buffer.from('</data><strls>');
  if (columns.some(isLongText)) {
    let bytes = 0;
    for await (const chunk of longTexts(columns, source(), warnings)) {
      bytes += chunk.length;
      yield chunk;
    }
    if (bytes !== sections.longTextBytes) throw new RangeError('the long texts are not those that were measured');
  }
  yield Buffer.from('</strls>');
  yield sections.tail;
  warnings.finish();
}
