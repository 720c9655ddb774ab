import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate } from './measure.ts';
import { writeSection } from './results.ts';
import { writeFile } from './statisticsFile.ts';
import type { StatisticsFormat } from './statisticsFile.ts';
import { madeRows, variables } from './statisticsTable.ts';

const rows = 200_000;
const rounds = 5;
const many = 1_000_000;

/** Reads our file into R's memory, then times haven writing it. Prints milliseconds. */
const timeHaven = `
suppressMessages(library(haven))
arguments <- commandArgs(TRUE)
sav <- grepl("sav$", arguments[1])
data <- if (sav) read_sav(arguments[1], user_na = TRUE) else read_dta(arguments[1])
begun <- proc.time()[["elapsed"]]
if (sav) write_sav(data, arguments[2]) else write_dta(data, arguments[2], version = 14)
cat((proc.time()[["elapsed"]] - begun) * 1000)
`;

/** Measures one format against haven, in turn, and the memory that a million rows take; writes the section. */
export async function benchFormat(format: StatisticsFormat, title: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
  const own = join(folder, `own.${format}`);
  const theirs = join(folder, `haven.${format}`);
  const kept = Array.from(madeRows(rows));
  const [ours, haven] = await alternate(
    rounds,
    () => writeFile(format, () => kept, own),
    () => Number(execFileSync('Rscript', ['-e', timeHaven, own, theirs], { encoding: 'utf8' })),
  );
  const sizes = [own, theirs].map((path) => (statSync(path).size / 1e6).toFixed(1));
  const program = join(import.meta.dirname, 'statisticsFile.ts');
  const memory = Number(
    execFileSync(process.execPath, [program, format, String(many), join(folder, 'many')], { encoding: 'utf8' }),
  );
  rmSync(folder, { recursive: true });
  writeSection(title, [
    `${rows} rows of ${variables.length} variables (codes with labels and missing values, numbers, words, quotations, dates)`,
    `from memory to a file, measuring the columns included; ${rounds} runs each, in turn with R haven writing the same`,
    'table from its memory (the time inside R, without its start).',
    '',
    '| | median | least | most | file, MB |',
    '| --- | ---: | ---: | ---: | ---: |',
    `| Galley | ${ours.median.toFixed(0)} | ${ours.least.toFixed(0)} | ${ours.most.toFixed(0)} | ${sizes[0] ?? ''} |`,
    `| haven | ${haven.median.toFixed(0)} | ${haven.least.toFixed(0)} | ${haven.most.toFixed(0)} | ${sizes[1] ?? ''} |`,
    '',
    `**Ratio ${(ours.median / haven.median).toFixed(2)}** (bar: at most 1).`,
    `Peak memory of a process that makes and writes ${many} such rows: **${memory.toFixed(0)} MB** (bar: 400).`,
  ]);
}
