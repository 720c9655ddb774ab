/** How long a command takes that does next to nothing, beside Node itself doing nothing. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeSection } from './lib/results.ts';

const root = resolve(import.meta.dirname, '..');
/** Another built program to compare with, such as that of the commit before: its folder. */
const other = process.env['GALLEY_BENCH_OTHER'];
const turns = 25;

const place = mkdtempSync(join(tmpdir(), 'galley-bench-start-'));
const file = join(place, 'P.galley');
const text = join(place, 'a.txt');
const program = (folder: string): string => join(folder, 'out', 'main', 'cli.js');

/** A home for each program: what Node compiled of one is of no use to the other. */
const runs = {
  'node -e 0': { words: ['-e', '0'], home: 'none' },
  'galley stats': { words: [program(root), 'stats', file], home: 'this' },
  'galley help': { words: [program(root), 'help'], home: 'this' },
  ...(other !== undefined && {
    'galley stats of the other program': { words: [program(other), 'stats', join(place, 'O.galley')], home: 'other' },
    'galley help of the other program': { words: [program(other), 'help'], home: 'other' },
  }),
};

function environment(home: string): NodeJS.ProcessEnv {
  return { ...process.env, GALLEY_HOME: join(place, home), NODE_COMPILE_CACHE: undefined };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

try {
  writeFileSync(text, 'One text. Two sentences.\n');
  const projects = [
    { folder: root, path: file },
    ...(other === undefined ? [] : [{ folder: other, path: join(place, 'O.galley') }]),
  ];
  for (const { folder, path } of projects) {
    const galley = (...words: string[]): unknown =>
      execFileSync(process.execPath, [program(folder), ...words], { env: environment('making') });
    galley('new', path);
    galley('import', path, text);
  }
  const taken = new Map<string, number[]>();
  // In turn, so that a noisy moment meets all; the first turn, which fills the cache of what Node compiles, does not count.
  for (let turn = 0; turn <= turns; turn++) {
    for (const [name, { words, home }] of Object.entries(runs)) {
      const begun = performance.now();
      const { status } = spawnSync(process.execPath, words, { env: environment(home), stdio: 'ignore' });
      if (status !== 0) throw new Error(`${name} ended with ${String(status)}`);
      if (turn > 0) taken.set(name, [...(taken.get(name) ?? []), performance.now() - begun]);
    }
  }
  const base = median(taken.get('node -e 0') ?? []);
  writeSection('Starting the command line', [
    `A project of one text; ${turns} starts of each in turn, medians. The bar for \`galley stats\` is 3 times \`node -e 0\`.`,
    [
      '| | ms | times `node -e 0` |',
      '| --- | ---: | ---: |',
      ...[...taken].map(
        ([name, all]) => `| ${name} | ${median(all).toFixed(0)} | ${(median(all) / base).toFixed(1)} |`,
      ),
    ].join('\n'),
  ]);
} finally {
  rmSync(place, { recursive: true, force: true });
}
