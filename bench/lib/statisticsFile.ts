/**
 * Writes the table of `statisticsTable.ts` as a file, and measures. As a program (FORMAT ROWS FILE) it prints the most
 * memory that writing took, in MB: rows are made while they are written, as an export reads them from a project.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { prepareDta } from '../../src/main/formats/tables/dta/dta.ts';
import { prepareSav } from '../../src/main/formats/tables/sav/sav.ts';
import type { TableSource } from '../../src/main/formats/tables/statistics/dataset.ts';
import { measureTable } from '../../src/main/formats/tables/statistics/measure.ts';
import { madeRows, variables } from './statisticsTable.ts';

export type StatisticsFormat = 'sav' | 'dta';

/** Measures and writes all rows, both passes; gives the milliseconds. */
export async function writeFile(format: StatisticsFormat, source: TableSource, path: string): Promise<number> {
  const begun = performance.now();
  const facts = await measureTable(variables, source());
  const options = { created: '2024-03-05T10:20:30Z', label: '', documents: [], warn: () => undefined };
  const file = (format === 'sav' ? prepareSav : prepareDta)(variables, facts, options);
  const target = openSync(path, 'w');
  for await (const chunk of file.write(source)) writeSync(target, chunk);
  closeSync(target);
  return performance.now() - begun;
}

if (process.argv[1] === import.meta.filename) {
  const [, , format, rows, path = ''] = process.argv;
  await writeFile(format === 'sav' ? 'sav' : 'dta', () => madeRows(Number(rows)), path);
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
}
