/** Coding and answering 100,000 articles from files that name them, against the least that this takes. Whole processes. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lines, linesProject, writeAnswerLines, writeCodingLines } from './lib/linesProject.ts';
import { alternate, timeAndPeak, summarise, timeProcess } from './lib/measure.ts';
import { writeSection } from './lib/results.ts';
import { load } from './lib/window.ts';

const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
process.env['GALLEY_HOME'] = join(folder, 'home');
const cli = join(import.meta.dirname, '..', 'out', 'main', 'cli.js');
const baseline = join(import.meta.dirname, 'baselines', 'lines.ts');
const made = linesProject();
const files = { codings: join(folder, 'codings.jsonl'), answers: join(folder, 'answers.csv') };
writeCodingLines(files.codings);
writeAnswerLines(files.answers);

/** A fresh copy of the project, because lines that are there already are passed over. */
function fresh(): string {
  const project = join(folder, 'lines.galley');
  copyFileSync(made, project);
  return project;
}

async function measure(kind: 'codings' | 'answers', verb: 'code' | 'answer'): Promise<string> {
  const peaks: number[] = [];
  const [ours, theirs] = await alternate(
    rounds,
    () => {
      const { time, peak } = timeAndPeak([cli, verb, fresh(), files[kind], '--coder', 'Ada', '--json']);
      peaks.push(peak);
      return time;
    },
    () => timeProcess([baseline, kind, fresh(), files[kind]]),
  );
  const second = ours.median / 1000;
  const cells = [ours.median, ours.least, ours.most, theirs.median].map((time) => time.toFixed(0));
  const ratio = (ours.median / theirs.median).toFixed(2);
  return `| \`galley ${verb}\` | ${cells.join(' | ')} | **${ratio}** | **${second.toFixed(1)}** | ${summarise(peaks).most.toFixed(0)} |`;
}

try {
  const rows = [await measure('codings', 'code'), await measure('answers', 'answer')];
  writeSection('Coding and answering 100,000 articles by their names', [
    `A project of ${lines} articles of some 1,200 characters and 60 questions; JSON Lines with a coding of each article (with its`,
    `quotation), CSV with an answer for each, in no order, articles by name; ${rounds} runs each on a fresh copy, whole processes, the`,
    'copy for the backup of the day included. The baseline looks each name up and writes the same rows and their images in the',
    `journal with plain better-sqlite3 in one transaction, and checks nothing; ${load()}.`,
    '',
    '| | median | least | most | baseline | ratio (bar: at most 4) | seconds (bar: 20) | peak, MB |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
