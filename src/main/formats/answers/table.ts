import { AppError } from '../../../shared/api/errors.ts';
import { readCsv } from '../csv/reader.ts';

/** One answer as a table names it; `row` as a spreadsheet counts, the header being 1. */
export type WrittenAnswer = { row: number; document: string; variable: string; value: string };

const columns = ['document', 'variable', 'value'] as const;

/**
 * Reads a CSV table of answers with the columns `document`, `variable` and `value`, in any order; others are passed over, so
 * that an export can be read back. Throws AppError `file-empty`, or `file-damaged` that tells every fault, a line each.
 */
export function readAnswerTable(text: string): WrittenAnswer[] {
  const { header, rows } = readCsv(text);
  const at = columns.map((name) => header.findIndex((cell) => cell.toLowerCase() === name));
  const absent = columns.filter((_, index) => at[index] === -1);
  if (absent.length > 0) {
    throw new AppError(
      'file-damaged',
      `row 1: there is no column ${absent.map((name) => `“${name}”`).join(' and ')}; the header must name document, variable and value`,
      { row: 1 },
    );
  }
  const faults: RowFault[] = [];
  const answers = rows.map(({ row, cells }) => {
    const [document = '', variable = '', value = ''] = at.map((index) => cells[index] ?? '');
    if (document.trim() === '') faults.push({ row, reason: 'no document is named' });
    if (variable.trim() === '') faults.push({ row, reason: 'no variable is named' });
    return { row, document: document.trim(), variable: variable.trim(), value };
  });
  refuseFaults(faults);
  return answers;
}

/** What is wrong in one row. */
export type RowFault = { row: number; reason: string };

const mostTold = 100;

/** Throws AppError `file-damaged` that tells every fault, a line each; does nothing when there is none. */
export function refuseFaults(faults: readonly RowFault[]): void {
  const first = faults[0];
  if (!first) return;
  const told = faults.slice(0, mostTold).map(({ row, reason }) => `row ${row}: ${reason}`);
  if (faults.length > mostTold) told.push(`… and ${faults.length - mostTold} more`);
  throw new AppError('file-damaged', told.join('\n'), { row: first.row, faults: faults.length });
}
