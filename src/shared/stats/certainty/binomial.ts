/**
 * How often an event of probability `p` (0 .. 1) happens in `trials` (whole, 0 and above) independent trials. `random`
 * gives uniform numbers in [0, 1). Exact up to the 32 bits of `random`; about constant time in `trials`.
 *
 * Few expected events: inversion of the distribution function. Many: transformed rejection with squeeze, algorithm BTRS
 * of Hörmann 1993, Journal of Statistical Computation and Simulation 46.
 */
export function drawBinomial(trials: number, p: number, random: () => number): number {
  if (trials === 0 || p <= 0) return 0;
  if (p >= 1) return trials;
  if (p > 0.5) return trials - drawBinomial(trials, 1 - p, random);
  return trials * p < 10 ? byInversion(trials, p, random) : byRejection(trials, p, random);
}

function byInversion(trials: number, p: number, random: () => number): number {
  const odds = p / (1 - p);
  let probability = Math.exp(trials * Math.log1p(-p));
  let rest = random();
  let events = 0;
  while (rest >= probability && events < trials) {
    rest -= probability;
    events += 1;
    probability *= (odds * (trials - events + 1)) / events;
  }
  return events;
}

function byRejection(trials: number, p: number, random: () => number): number {
  const spread = Math.sqrt(trials * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = trials * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const scale = (2.83 + 5.1 / b) * spread;
  const logOdds = Math.log(p / (1 - p));
  const mode = Math.floor((trials + 1) * p);
  const peak = logFactorial(mode) + logFactorial(trials - mode);
  for (;;) {
    const u = random() - 0.5;
    const height = random();
    const edge = 0.5 - Math.abs(u);
    const events = Math.floor(((2 * a) / edge + b) * u + centre);
    if (edge >= 0.07 && height <= squeeze) return events;
    if (events < 0 || events > trials) continue;
    const accepted = Math.log((height * scale) / (a / (edge * edge) + b));
    const density = peak - logFactorial(events) - logFactorial(trials - events) + (events - mode) * logOdds;
    if (accepted <= density) return events;
  }
}

const smallLogFactorials = [0];
for (let k = 1; k < 16; k += 1) smallLogFactorials.push((smallLogFactorials[k - 1] ?? 0) + Math.log(k));

/** ln k!, from 16 on by Stirling's series, whose error is then below 1e-14. */
function logFactorial(k: number): number {
  const small = smallLogFactorials[k];
  if (small !== undefined) return small;
  const inverse = 1 / k;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (k + 0.5) * Math.log(k) - k + 0.5 * Math.log(2 * Math.PI) + series;
}
