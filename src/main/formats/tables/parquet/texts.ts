import { tablesWords as words } from '#words/core/tables.ts';
import type { Cell } from '../csv/writer.ts';
import type { RowWarnings } from '../statistics/warnings.ts';
import type { ParquetColumn } from './parquetColumn.ts';

/** Cells that are looked at to see whether a column repeats itself. */
const sampled = 500;

/**
 * Makes the functions that give the texts of a column. Where texts repeat, each is kept once for a row group (dictionary
 * encoding); else they are handed over as bytes, which spares the library looking for repetitions.
 */
export function createTextColumn(
  name: string,
  index: number,
  warnings: RowWarnings,
): Pick<ParquetColumn, 'convert' | 'data'> {
  const convert = (cell: Cell, row: number): string | null => {
    const text = cell === null || typeof cell === 'string' ? cell : String(cell);
    if (text === null || text.isWellFormed()) return text;
    warnings.add(name, row, words.kindHalves, () => words.halfCharacter);
    return text.toWellFormed();
  };
  return {
    convert,
    data(rows, first) {
      const data: (string | null)[] = [];
      let above: string | null = null;
      for (const row of rows) {
        const cell = row[index] ?? null;
        // Rows of one document repeat its texts. One with a fault is told of each time, and never equals what it became.
        if (cell !== above) above = convert(cell, first + data.length);
        data.push(above);
      }
      if (repeats(data)) return { data, encoding: 'RLE_DICTIONARY', statistics: false };
      const bytes = data.map((text) => (text === null ? null : Buffer.from(text)));
      return { data: bytes, encoding: 'PLAIN', statistics: false };
    },
  };
}

/** Whether the half of some texts, spread over all, stand there more than once. */
function repeats(texts: readonly (string | null)[]): boolean {
  const step = Math.max(1, Math.floor(texts.length / sampled));
  const seen = new Set<string | null>();
  let count = 0;
  for (let at = 0; at < texts.length; at += step) {
    seen.add(texts[at] ?? null);
    count += 1;
  }
  return count >= 8 && seen.size * 2 <= count;
}
