import type { ExportPreview } from '../../../shared/api/exports.ts';
import type { TableChoice } from '../../../shared/model/dataTable.ts';
import type { Coder } from '../../../shared/model/records.ts';
import { commonColumns, isSplit } from '../../formats/tables/plan/splitColumns.ts';
import type { Row } from '../../formats/tables/plan/table.ts';
import * as queries from '../../store/exportQueries.ts';
import { atOneMoment } from '../../store/oneMoment.ts';
import { openReader } from '../../store/openReader.ts';
import type { JobContext } from '../../workers/job.ts';
import type { PreparedTable } from './exportTable.ts';
import { prepareTable, readSurroundings, usualTables } from './exportTable.ts';

export type ExportPreviewInput = {
  project: string;
  table: TableChoice | null;
  limit: number;
  columns: number;
  /** The work of this coder alone. */
  only: Coder | null;
};

/**
 * The first rows of a table (of the two usual ones, the codings), and how many there would be. Counts every row, and makes
 * the cells of those alone.
 */
export function exportPreviewJob(input: ExportPreviewInput, context: JobContext): ExportPreview {
  const db = openReader(input.project);
  try {
    return atOneMoment(db, () => {
      const around = readSurroundings(db);
      const tables: [PreparedTable, ...PreparedTable[]] = input.table
        ? [prepareTable(around, input.table)]
        : usualTables(around, input.only);
      const [{ base, plan, read }] = tables;
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
      const common = commonColumns(tables.map((table) => table.plan.columns));
      const columns = plan.columns.slice(0, input.columns).map(({ name, label, type }) => ({ name, label, type }));
      return {
        name: base,
        columns,
        rows: rows.map((row) => row.map(shorten)),
        names: common.map(({ name }) => name),
        splits: common.filter(isSplit).map(({ name }) => name),
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
