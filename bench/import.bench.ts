/** Importing 5,000 articles, against a program that does only what every import must. Both are whole processes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeArticles } from './lib/articles.ts';
import { alternate, timeProcess } from './lib/measure.ts';
import { writeSection } from './lib/results.ts';

const count = 5000;
const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
process.env['GALLEY_HOME'] = join(folder, 'home');
const cli = join(import.meta.dirname, '..', 'out', 'main', 'cli.js');
const baseline = join(import.meta.dirname, 'baselines', 'import.mjs');

try {
  const articles = join(folder, 'articles');
  const bytes = writeArticles(articles, count);
  const [program, minimum] = await alternate(
    5,
    (round) => {
      const project = join(folder, `${round}.galley`);
      timeProcess([cli, 'new', project]);
      return timeProcess([cli, 'import', project, articles, '--json']);
    },
    (round) => timeProcess([baseline, articles, join(folder, `${round}.db`)]),
  );
  writeSection('Importing 5,000 articles', [
    `${count} UTF-8 text files, ${(bytes / 1024 ** 2).toFixed(1)} MB, ${program.runs} runs each, whole processes. The baseline reads, decodes,`,
    'hashes and inserts the same files with plain better-sqlite3 in one transaction.',
    '',
    '| | median | least | most |',
    '| --- | ---: | ---: | ---: |',
    `| \`galley import\` | ${program.median.toFixed(0)} | ${program.least.toFixed(0)} | ${program.most.toFixed(0)} |`,
    `| baseline | ${minimum.median.toFixed(0)} | ${minimum.least.toFixed(0)} | ${minimum.most.toFixed(0)} |`,
    '',
    `**Ratio ${(program.median / minimum.median).toFixed(2)}** (bar: at most 2.5).`,
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
