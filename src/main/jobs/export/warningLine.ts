import { exportingWords as words } from '#words/core/exporting.ts';
import type { Warning } from '../../formats/tables/statistics/dataset.ts';

/** A warning as one line: `Excel, codings, quote, row 3: the text is cut …`. `program` is who cannot hold it. */
export function warningLine(program: string, base: string, warning: Warning): string {
  return words.tableWarning({ program, table: base, ...warning });
}
