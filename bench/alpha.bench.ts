/** Nominal alpha of 5 coders on 100,000 units and 1,000 bootstrap draws of it, against vectorised numpy on the same values. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawBootstrap, summariseDraws } from '../src/shared/stats/certainty/bootstrap.ts';
import { seededRandom } from '../src/shared/stats/random.ts';
import { unitResampling } from '../src/shared/stats/certainty/resampling.ts';
import { alpha } from '../src/shared/stats/values/alpha.ts';
import type { ReliabilityMatrix } from '../src/shared/stats/values/reliabilityMatrix.ts';
import { writeSection } from './lib/results.ts';

const [coders, units, categories, draws] = [5, 100_000, 5, 1000];

/** Coders who see the same value in seven of ten cases and guess otherwise; every twentieth value is missing. */
function matrixOf(count: number): ReliabilityMatrix {
  const random = seededRandom(100);
  const pick = (): number => Math.floor(random() * categories);
  const cells = new Int32Array(count * coders);
  for (let unit = 0; unit < count; unit += 1) {
    const truth = pick();
    for (let coder = 0; coder < coders; coder += 1) {
      cells[unit * coders + coder] = random() < 0.05 ? -1 : random() < 0.7 ? truth : pick();
    }
  }
  return { coders, units: count, scale: [1, 2, 3, 4, 5], cells };
}

/** Median milliseconds of some runs after one to warm up. */
function median(runs: number, act: () => unknown): number {
  act();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}

const measure = {
  coderMatters: false,
  estimate: (of: ReliabilityMatrix, weights: ArrayLike<number>) => alpha(of, 'nominal', weights),
};
const bootstrap = (matrix: ReliabilityMatrix) =>
  summariseDraws([drawBootstrap(unitResampling(matrix, measure), 1, 0, draws)], 0.95, []);

const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
try {
  const matrix = matrixOf(units);
  const file = join(folder, 'values.bin');
  writeFileSync(file, new Uint8Array(matrix.cells.buffer));
  const once = median(9, () => alpha(matrix, 'nominal'));
  const drawn = median(3, () => bootstrap(matrix));

  const small = matrixOf(units / 10);
  const tenth = median(9, () => alpha(small, 'nominal'));
  const script = join(import.meta.dirname, 'baselines', 'alpha.py');
  const words = [units, coders, categories, draws].map(String);
  const out = execFileSync('/usr/bin/python3', [script, ...words, file], { encoding: 'utf8' });
  // What the script prints:
  const numpy = JSON.parse(out) as { once: number; drawn: number; value: number; limits: [number, number] };
  const own = alpha(matrix, 'nominal').value ?? NaN;
  if (Math.abs(own - numpy.value) > 1e-10) throw new Error(`alpha is ${own} here and ${numpy.value} with numpy`);
  const limits = bootstrap(matrix);
  writeSection('Alpha and its bootstrap', [
    `Nominal alpha, ${coders} coders, ${units} units, ${categories} values, 5 % missing; ${draws} draws by units. Median milliseconds, one thread.`,
    'The baseline is vectorised numpy on the same values, its draws multinomial over kinds of units. Both give the same alpha.',
    '',
    '| | Galley | numpy | ratio |',
    '| --- | ---: | ---: | ---: |',
    `| alpha | ${once.toFixed(1)} | ${numpy.once.toFixed(1)} | **${(once / numpy.once).toFixed(2)}** (bar: at most 2) |`,
    `| ${draws} draws | ${drawn.toFixed(0)} | ${numpy.drawn.toFixed(0)} | **${(drawn / numpy.drawn).toFixed(2)}** (bar: at most 1.5) |`,
    '',
    `A tenth of the units takes ${tenth.toFixed(2)} ms: ${(once / tenth).toFixed(1)} times less. Limits: Galley ${(limits.low ?? 0).toFixed(4)} to ${(limits.high ?? 0).toFixed(4)}, numpy ${numpy.limits[0].toFixed(4)} to ${numpy.limits[1].toFixed(4)}.`,
  ]);
  console.log({ once, drawn, tenth, numpy });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
