import type { Warning } from '../../formats/tables/statistics/dataset.ts';

/** A warning as one line: `Excel, codings, quote, row 3: the text is cut …`. `program` is who cannot hold it. */
export function warningLine(program: string, base: string, { variable, row, message }: Warning): string {
  const where = [program, base, variable, row === null ? null : `row ${row}`].filter((part) => part !== null);
  return `${where.join(', ')}: ${message}`;
}
