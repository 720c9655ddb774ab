/** Writing 1,000,000 codings as Parquet, from the project to the file, against DuckDB's COPY of the same table. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate, summarise } from './lib/measure.ts';
import { copiedMillion, runTimed } from './lib/millionExport.ts';
import { writeSection } from './lib/results.ts';

const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
const project = copiedMillion(folder);
const ours = join(folder, 'out');
const theirs = join(folder, 'copied.parquet');
const peaks: number[] = [];

const [galley, copy] = await alternate(
  rounds,
  () => {
    const { time, peak } = runTimed('lib/tableExport.ts', project, ours, 'parquet');
    peaks.push(peak);
    return time;
  },
  () => runTimed('baselines/parquetCopy.ts', join(ours, 'codings.parquet'), theirs).time,
);
const sizes = [join(ours, 'codings.parquet'), theirs].map((path) => (statSync(path).size / 1e6).toFixed(0));
rmSync(folder, { recursive: true });
writeSection('Writing codings as Parquet', [
  'The project with 1,000,000 codings: every coding with document, code, coder, place, quotation, memo and moments, from',
  `the project file to a Parquet file on the disk ; ${rounds} runs each in a process of its own, in turn with`,
  'DuckDB’s COPY of the same table, which it holds in its memory as columns, with its own settings.',
  '',
  '| | median | least | most | file, MB |',
  '| --- | ---: | ---: | ---: | ---: |',
  `| Galley | ${galley.median.toFixed(0)} | ${galley.least.toFixed(0)} | ${galley.most.toFixed(0)} | ${sizes[0] ?? ''} |`,
  `| DuckDB | ${copy.median.toFixed(0)} | ${copy.least.toFixed(0)} | ${copy.most.toFixed(0)} | ${sizes[1] ?? ''} |`,
  '',
  `**Ratio ${(galley.median / copy.median).toFixed(2)}** (bar: at most 3). Peak memory **${summarise(peaks).most.toFixed(0)} MB** (bar: 400).`,
]);
