import type { Batches, Cell, Row, Variable } from './dataset.ts';
import { remembering } from './memory.ts';
import { unwritable, writtenBytes } from './text.ts';

/** What must be known of a column before its first byte is written. */
export type ColumnFacts = {
  /** The longest text, in bytes of UTF-8 as written; 0 when there is none. */
  longest: number;
  /** Texts that are not empty and differ from the text in the row above, and their bytes in all. */
  texts: number;
  textBytes: number;
  /** Whether a file can hold all texts as they are (`unwritable` finds nothing). */
  isWritable: boolean;
  /** Whether all valid numbers are whole; the least and most of them (Infinity and -Infinity when there is none). */
  whole: boolean;
  least: number;
  most: number;
  /** Whether cells are empty texts, and whether cells are missing: text columns cannot tell the two. */
  hasEmpty: boolean;
  hasNull: boolean;
};

export type TableFacts = { rows: number; columns: readonly ColumnFacts[] };

/** Reads all rows once, in constant memory, for the facts that the heads of the files state. One measuring serves all formats. */
export async function measureTable(variables: readonly Variable[], batches: Batches): Promise<TableFacts> {
  const columns = variables.map((variable) => createColumn(variable));
  let rows = 0;
  for await (const batch of batches) {
    rows += batch.length;
    for (const [index, column] of columns.entries()) column.add(batch, index);
  }
  return { rows, columns: columns.map(({ facts }) => facts) };
}

function createColumn(variable: Variable): { facts: ColumnFacts; add: (batch: readonly Row[], index: number) => void } {
  const facts: ColumnFacts = {
    longest: 0,
    texts: 0,
    textBytes: 0,
    isWritable: true,
    whole: true,
    least: Infinity,
    most: -Infinity,
    hasEmpty: false,
    hasNull: false,
  };
  const codes = variable.missing.map(({ value }) => value);
  if (variable.kind === 'number') return { facts, add: (batch, index) => addNumbers(facts, codes, batch, index) };
  if (variable.kind !== 'text') return { facts, add: () => undefined };
  const short = remembering((text) => measureText(facts, text));
  let above: Cell = null;
  return {
    facts,
    add: (batch, index) => {
      above = addTexts(facts, batch, index, above, short);
    },
  };
}

function addNumbers(facts: ColumnFacts, codes: readonly number[], batch: readonly Row[], index: number): void {
  let { whole, least, most } = facts;
  for (const row of batch) {
    const cell = row[index];
    if (typeof cell !== 'number' || !Number.isFinite(cell) || (codes.length > 0 && codes.includes(cell))) continue;
    if (cell < least) least = cell;
    if (cell > most) most = cell;
    if (whole && !Number.isInteger(cell)) whole = false;
  }
  Object.assign(facts, { whole, least, most });
}

/** Texts up to this length may be remembered. */
const shortText = 40;

function measureText(facts: ColumnFacts, text: string): number {
  if (facts.isWritable && unwritable(text) !== undefined) facts.isWritable = false;
  return facts.isWritable ? Buffer.byteLength(text) : writtenBytes(text);
}

function addTexts(
  facts: ColumnFacts,
  batch: readonly Row[],
  index: number,
  above: Cell,
  short: (text: string) => number,
): Cell {
  let last = above;
  for (const row of batch) {
    const cell = row[index] ?? null;
    if (cell === last && cell !== null && cell !== '') continue;
    last = cell;
    if (cell === null) facts.hasNull = true;
    else if (cell === '') facts.hasEmpty = true;
    else {
      const text = typeof cell === 'string' ? cell : String(cell);
      const bytes = text.length > shortText ? measureText(facts, text) : short(text);
      if (bytes > facts.longest) facts.longest = bytes;
      facts.texts += 1;
      facts.textBytes += bytes;
    }
  }
  return last;
}
