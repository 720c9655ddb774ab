import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { agreementWeights } from './agreementWeights.ts';
import { alpha } from './alpha.ts';
import type { Level } from './alpha.ts';
import { cohenKappa } from './cohenKappa.ts';
import { fleissKappa } from './fleissKappa.ts';
import { pairTable } from './pairTable.ts';
import { encodeMatrix } from './reliabilityMatrix.ts';
import type { ReliabilityMatrix } from './reliabilityMatrix.ts';

/**
 * The figures against other programs, on data drawn from a seed that is printed. numpy is given the definition as
 * matrices, written without a look at ours; R's psy 1.2 is asked for kappa, plain and weighted, and R's irr 0.84.1 where it
 * is right (alpha with a missing value, kappa).
 */

const python = '/usr/bin/python3';
const numpy = spawnSync(python, ['-c', 'import numpy']).status === 0;
const psy = spawnSync('Rscript', ['-e', 'library(psy)']).status === 0;
const irr = spawnSync('Rscript', ['-e', 'library(irr)']).status === 0;

const seed = Number(process.env.GALLEY_SEED);

function draw(coders: number, units: number, missing: number, which: number): (number | null)[][] {
  const random = seededRandom(seed + which);
  const truth = Array.from({ length: units }, () => 1 + Math.floor(random() * 5));
  return Array.from({ length: coders }, () =>
    truth.map((value) => (random() < missing ? null : random() < 0.6 ? value : 1 + Math.floor(random() * 5))),
  );
}

function run(file: string, words: string[], input: string): number[] {
  const { stdout, stderr, status } = spawnSync(file, words, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as number[]; // what the scripts below print
}

const alphaInNumpy = `
import sys, json
import numpy as np
rows = json.load(sys.stdin)
data = np.array([[np.nan if v is None else v for v in row] for row in rows])
scale = np.arange(1, 6)
counts = np.stack([(data == v).sum(axis=0) for v in scale], axis=1).astype(float)
counts = counts[counts.sum(axis=1) >= 2]
sizes = counts.sum(axis=1)
o = sum((np.outer(c, c) - np.diag(c)) / (m - 1) for c, m in zip(counts, sizes))
n = o.sum(axis=0)
e = (np.outer(n, n) - np.diag(n)) / (n.sum() - 1)
v = scale.astype(float)
cum = np.cumsum(n) - n / 2
metrics = {
    'nominal': 1 - np.eye(5),
    'ordinal': (cum[:, None] - cum[None, :]) ** 2,
    'interval': (v[:, None] - v[None, :]) ** 2,
    'ratio': ((v[:, None] - v[None, :]) / (v[:, None] + v[None, :])) ** 2,
}
print(json.dumps([1 - (o * d).sum() / (e * d).sum() for d in metrics.values()]))
`;

const levels: Level[] = ['nominal', 'ordinal', 'interval', 'ratio'];
const matrixOf = (rows: (number | null)[][]): ReliabilityMatrix => encodeMatrix(rows, { scale: [1, 2, 3, 4, 5] });

describe(`figures of other programs (seed ${seed})`, () => {
  it.skipIf(!numpy)('alpha is numpy’s at all four levels (skipped where there is no numpy)', () => {
    for (const [coders, units, missing] of [
      [2, 40, 0],
      [3, 60, 0.2],
      [5, 200, 0.1],
      [8, 30, 0.5],
    ] as const) {
      const rows = draw(coders, units, missing, coders);
      const theirs = run(python, ['-c', alphaInNumpy], JSON.stringify(rows));
      levels.forEach((level, place) => {
        expect(alpha(matrixOf(rows), level).value, `${coders} coders, ${level}`).toBeCloseTo(theirs[place] ?? NaN, 10);
      });
    }
  });

  it.skipIf(!psy)(
    'kappa, plain and weighted, is that of R’s psy for every pair (skipped where there is no psy)',
    () => {
      const rows = draw(3, 150, 0.1, 33);
      const script = `
      library(psy)
      text <- readLines("stdin")
      m <- t(sapply(strsplit(text, ","), function(v) as.numeric(ifelse(v == "NA", NA, v))))
      figures <- unlist(lapply(list(c(1, 2), c(1, 3), c(2, 3)), function(pair) {
        r <- na.omit(t(m[pair, ]))
        c(ckappa(r)$kappa, wkappa(r, weights = "absolute")$kappa, wkappa(r, weights = "squared")$kappa)
      }))
      cat(paste0("[", paste(format(figures, digits = 15), collapse = ","), "]"))`;
      const input = rows.map((row) => row.map((value) => value ?? 'NA').join(',')).join('\n');
      const theirs = run('Rscript', ['-e', script], `${input}\n`);
      const ours = [
        [0, 1],
        [0, 2],
        [1, 2],
      ].flatMap((pair) => {
        const matrix = matrixOf(pair.map((coder) => rows[coder] ?? []));
        const schemes = [undefined, agreementWeights(matrix, 'linear'), agreementWeights(matrix, 'quadratic')];
        return schemes.map((weights) => cohenKappa(pairTable(matrix), weights ?? undefined).value);
      });
      expect(theirs).toHaveLength(9);
      theirs.forEach((value, place) => expect(ours[place], `figure ${place}`).toBeCloseTo(value, 9));
    },
  );

  it.skipIf(!irr)('alpha and kappa are those of R’s irr (skipped where there is no irr)', () => {
    const rows = draw(4, 120, 0.15, 44);
    const script = `
      library(irr)
      text <- readLines("stdin")
      m <- t(sapply(strsplit(text, ","), function(v) as.numeric(ifelse(v == "NA", NA, v))))
      whole <- m[, colSums(is.na(m)) == 0]
      figures <- c(sapply(c("nominal", "ordinal", "interval", "ratio"), function(l) kripp.alpha(m, l)$value),
        kappa2(t(whole[1:2, ]))$value, kappam.fleiss(t(whole))$value)
      cat(paste0("[", paste(format(figures, digits = 15), collapse = ","), "]"))`;
    const input = rows.map((row) => row.map((value) => value ?? 'NA').join(',')).join('\n');
    const theirs = run('Rscript', ['-e', script], `${input}\n`);
    levels.forEach((level, place) => {
      expect(alpha(matrixOf(rows), level).value, level).toBeCloseTo(theirs[place] ?? NaN, 9);
    });
    const complete = rows[0]?.flatMap((_, unit) => (rows.every((row) => row[unit] !== null) ? [unit] : [])) ?? [];
    const whole = matrixOf(rows.map((row) => complete.map((unit) => row[unit] ?? null)));
    expect(cohenKappa(pairTable(whole)).value).toBeCloseTo(theirs[4] ?? NaN, 9);
    expect(fleissKappa(whole).value).toBeCloseTo(theirs[5] ?? NaN, 9);
  });

  it('of coders who guess is near 0, and its spread is that of chance', () => {
    const random = seededRandom(seed);
    const values = Array.from({ length: 200 }, () => {
      const rows = Array.from({ length: 3 }, () => Array.from({ length: 100 }, () => 1 + Math.floor(random() * 4)));
      return alpha(encodeMatrix(rows), 'nominal').value ?? NaN;
    });
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    // One figure spreads by about .033 (three pairs, four values, 100 units), the mean of 200 by .0024.
    expect(Math.abs(mean)).toBeLessThan(0.012);
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(0.2);
  });
});
