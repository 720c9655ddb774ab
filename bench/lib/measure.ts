import { spawnSync } from 'node:child_process';

export type Summary = { median: number; least: number; most: number; runs: number };

/** Median, least and most of some measurements. */
export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    least: sorted[0] ?? NaN,
    most: sorted.at(-1) ?? NaN,
    runs: sorted.length,
  };
}

/** The `share` quantile (0 to 1) of sorted values, by linear interpolation (R's type 7). NaN of none. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/**
 * Measures two things in turn, so that a noisy moment of the machine meets both. One round warms up and does not count.
 * Answers in milliseconds.
 */
export async function alternate(
  rounds: number,
  first: (round: number) => number | Promise<number>,
  second: (round: number) => number | Promise<number>,
): Promise<[Summary, Summary]> {
  const firsts: number[] = [];
  const seconds: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const a = await first(round);
    const b = await second(round);
    if (round === 0) continue;
    firsts.push(a);
    seconds.push(b);
  }
  return [summarise(firsts), summarise(seconds)];
}

/** Runs a whole program and answers with the milliseconds it took. Throws when it fails. */
export function timeProcess(args: readonly string[]): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  return performance.now() - begun;
}

const tellPeak = encodeURIComponent(`
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS));
`);

/** As `timeProcess`, for a program that Node runs; with the most memory that it held at a time, its threads included, in MB. */
export function timeAndPeak(args: readonly string[]): { time: number; peak: number } {
  const begun = performance.now();
  const words = ['--import', `data:text/javascript,${tellPeak}`, ...args];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  const time = performance.now() - begun;
  return { time, peak: Number(/\npeak (\d+)$/u.exec(stderr)?.[1]) / 1024 };
}
