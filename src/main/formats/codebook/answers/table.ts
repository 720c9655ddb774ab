import { AppError } from '../../../../shared/errors.ts';
import { signFault } from '../../../../shared/text/signs.ts';
import { said } from '../../../../shared/words/message.ts';
import { readCsv } from '../../tables/csv/reader.ts';
import { FaultList } from '../faults.ts';

/** One answer as a table names it; `row` as a spreadsheet counts, the header being 1. */
export type WrittenAnswer = { row: number; document: string; variable: string; value: string };

const columns = ['document', 'variable', 'value'] as const;

/**
 * Reads a CSV table of answers with the columns `document`, `variable` and `value`, in any order; others are passed over, so
 * that an export can be read back. Throws AppError `file-empty`, or `file-damaged` (see `FaultList`).
 */
export function readAnswerTable(text: string): WrittenAnswer[] {
  const { header, rows } = readCsv(text);
  const at = columns.map((name) => header.findIndex((cell) => cell.toLowerCase() === name));
  const absent = columns.filter((_, index) => at[index] === -1);
  if (absent.length > 0) {
    throw new AppError(
      'file-damaged',
      said('codebookFiles.at', {
        place: said('codebookFiles.row', { row: 1 }),
        reason: said('codebookFiles.noAnswerColumns', { columns: absent }),
      }),
    );
  }
  const faults = new FaultList();
  const answers = rows.map(({ row, cells }) => {
    const [document = '', variable = '', value = ''] = at.map((index) => cells[index] ?? '');
    const place = said('codebookFiles.row', { row });
    if (document.trim() === '') faults.add(place, said('codebookFiles.noDocument'));
    const fault = signFault(value);
    if (fault !== null) faults.add(place, said('codebookFiles.badValue', { fault }));
    if (variable.trim() === '') faults.add(place, said('codebookFiles.noVariable'));
    return { row, document: document.trim(), variable: variable.trim(), value };
  });
  faults.throwIfAny();
  return answers;
}
