/** Writing 1,000,000 codings as CSV, against one query whose rows are joined to CSV by a minimal loop. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate, summarise } from './lib/measure.ts';
import { copiedMillion, runTimed } from './lib/millionExport.ts';
import { writeSection } from './lib/results.ts';

const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
const project = copiedMillion(folder);
const ours = join(folder, 'out');
const theirs = join(folder, 'loop.csv');
const peaks: number[] = [];

const [galley, loop] = await alternate(
  rounds,
  () => {
    const { time, peak } = runTimed('lib/tableExport.ts', project, ours, 'csv');
    peaks.push(peak);
    return time;
  },
  () => runTimed('baselines/csvLoop.ts', project, theirs).time,
);
const lines = readFileSync(theirs, 'utf8').split('\r\n').length;
const sizes = [join(ours, 'codings.csv'), theirs].map((path) => (statSync(path).size / 1e6).toFixed(0));
rmSync(folder, { recursive: true });
writeSection('Writing codings as CSV', [
  'The project with 1,000,000 codings: every coding with document, code, coder, place, quotation, memo and moments, from',
  `the file to a CSV file on the disk (${lines - 2} rows); ${rounds} runs each in a process of its own, in turn with one query`,
  'whose rows are joined to CSV by a minimal loop, which neither guards formulas nor describes its columns.',
  '',
  '| | median | least | most | file, MB |',
  '| --- | ---: | ---: | ---: | ---: |',
  `| Galley | ${galley.median.toFixed(0)} | ${galley.least.toFixed(0)} | ${galley.most.toFixed(0)} | ${sizes[0] ?? ''} |`,
  `| minimal loop | ${loop.median.toFixed(0)} | ${loop.least.toFixed(0)} | ${loop.most.toFixed(0)} | ${sizes[1] ?? ''} |`,
  '',
  `**Ratio ${(galley.median / loop.median).toFixed(2)}** (bar: at most 1.5). Peak memory **${summarise(peaks).most.toFixed(0)} MB** (bar: 400).`,
]);
