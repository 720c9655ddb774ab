import type { ColumnSource } from 'hyparquet-writer';
import type { RowWarnings } from '../statistics/warnings.ts';
import type { Row } from '../tables/table.ts';

/** Cells that are looked at to see whether a column repeats itself. */
const sampled = 500;

/**
 * Makes a function that gives the texts of a column. Where texts repeat, each is kept once for a row group (dictionary
 * encoding); else they are handed over as bytes, which spares the library looking for repetitions.
 */
export function createTextColumn(
  name: string,
  index: number,
  warnings: RowWarnings,
): (rows: readonly Row[], first: number) => Omit<ColumnSource, 'name'> {
  return (rows, first) => {
    const data: (string | null)[] = [];
    let above: string | null = null;
    for (let at = 0; at < rows.length; at++) {
      const cell = rows[at]?.[index] ?? null;
      // Rows of one document repeat its texts.
      if (cell === above) {
        data.push(above);
        continue;
      }
      const text: string | null = cell === null ? null : typeof cell === 'string' ? cell : String(cell);
      if (text === null || text.isWellFormed()) {
        above = text;
        data.push(text);
        continue;
      }
      warnings.add(name, first + at, 'halves of characters', () => {
        return 'the text holds half of a character (a lone surrogate), which is written as U+FFFD';
      });
      data.push(text.toWellFormed());
    }
    if (repeats(data)) return { data, encoding: 'RLE_DICTIONARY', statistics: false };
    return {
      data: data.map((text) => (text === null ? null : Buffer.from(text))),
      encoding: 'PLAIN',
      statistics: false,
    };
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
