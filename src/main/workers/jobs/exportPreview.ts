import type { ExportPreview } from '../../../shared/api/exports.ts';
import type { TableChoice } from '../../../shared/model/dataTable.ts';
import type { Row } from '../../formats/tables/table.ts';
import { openReader } from '../../store/database.ts';
import * as queries from '../../store/exportQueries.ts';
import type { JobContext } from '../job.ts';
import { prepareTable, readSurroundings } from './exportTable.ts';

export type ExportPreviewInput = { project: string; table: TableChoice; limit: number; columns: number };

/** The first rows of a table, and how many there would be. Counts every row, and makes the cells of those alone. */
export function exportPreviewJob(input: ExportPreviewInput, context: JobContext): ExportPreview {
  const db = openReader(input.project);
  try {
    return queries.atOneMoment(db, () => {
      const { base, plan, read } = prepareTable(readSurroundings(db), input.table);
      const rows: Row[] = [];
      let total = 0;
      const heads = queries.listDocumentHeads(db);
      heads.forEach((head, index) => {
        context.checkpoint();
        const work = read(head);
        if (work) {
          for (const row of plan.rows(work)) {
            if (rows.length < input.limit) rows.push(plan.cells(row).slice(0, input.columns));
            total += 1;
          }
        }
        context.progress(index + 1, heads.length);
      });
      const columns = plan.columns.slice(0, input.columns).map(({ name, label, type }) => ({ name, label, type }));
      return {
        name: base,
        columns,
        rows: rows.map((row) => row.map(shorten)),
        totals: { rows: total, columns: plan.columns.length },
      };
    });
  } finally {
    db.close();
  }
}

/** Characters (UTF-16 code units) of a cell that a preview shows. */
const longest = 120;

function shorten(cell: Row[number]): Row[number] {
  return typeof cell === 'string' && cell.length > longest
    ? `${cell.slice(0, longest).replace(/\p{Surrogate}$/u, '')}…`
    : cell;
}
