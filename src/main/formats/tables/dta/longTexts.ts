import { createByteWriter } from '../statistics/byteWriter.ts';
import type { Batches, Cell } from '../statistics/dataset.ts';
import { writable } from '../statistics/text.ts';
import type { RowWarnings } from '../statistics/warnings.ts';
import { isLongText } from './columns.ts';
import type { DtaColumn } from './columns.ts';
import { cellText, warnUnwritable } from './rows.ts';

const chunkSize = 1 << 20;
/** A text in UTF-8 that ends with NUL. */
const textType = 130;

/**
 * The long texts of a table in the order of rows and, within a row, of variables. A text that is the same as in the row
 * above is written once, and both rows point at it: units of one article repeat its text.
 */
export async function* longTexts(
  columns: readonly DtaColumn[],
  batches: Batches,
  warnings: RowWarnings,
): AsyncGenerator<Uint8Array, void> {
  const texts = columns.flatMap((column, index) => {
    return isLongText(column) ? [{ name: column.variable.name, index, above: null as Cell }] : []; // starts without one
  });
  let out = createByteWriter();
  let number = 0;
  for await (const batch of batches) {
    for (const row of batch) {
      number += 1;
      for (const text of texts) {
        const cell = row[text.index] ?? null;
        if (cell === text.above) continue;
        text.above = cell;
        if (cell === null || cell === '') continue;
        warnUnwritable(text.name, cellText(cell), number, warnings);
        const written = writable(cellText(cell));
        out.text('GSO');
        out.int32(text.index + 1);
        out.int64(number);
        out.uint8(textType);
        out.int32(Buffer.byteLength(written) + 1);
        out.text(written);
        out.uint8(0);
      }
      if (out.length() > chunkSize) {
        yield out.take();
        out = createByteWriter();
      }
    }
  }
  yield out.take();
}
