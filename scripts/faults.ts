import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { faultRows, playPart } from './faults/parts.ts';
import type { FaultNumbers, Part, PartFigures } from './faults/parts.ts';
import { emptyFigures, summed, writeFaults } from './faults/report.ts';

/**
 * The long form of the tests that break things: `npm run test:faults`. Two processes at once work through the parts. Ends with
 * status 1 if anything was lost, or passed as sound. `--kills N` and the like set the numbers; a run with lower ones is written
 * into docs/faults.md only with `--write`.
 */
const defaults: FaultNumbers = {
  kills: 500,
  histories: 1000,
  flips: 200,
  logs: 100,
  restores: 100,
  replacements: 100,
  links: 100,
};
const standardSeed = 20_261_129;
const side = 2; // processes at once

/** Runs one part in a process of its own, which nothing that happens there can outlive. */
function runPart(part: Part, cache: string): Promise<PartFigures> {
  const child = spawn(process.execPath, [import.meta.filename, '--part', JSON.stringify(part)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // The program that is killed starts some hundred times.
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve) =>
    child.on('close', (status) => {
      if (status === 0)
        resolve(JSON.parse(said) as PartFigures); // printed below, by the same program
      else resolve({ ...emptyFigures(), traces: [`${part.row} (seed ${part.seed}) ended with status ${status}`] });
    }),
  );
}

function isWhole(numbers: FaultNumbers): boolean {
  const names = Object.keys(defaults) as (keyof FaultNumbers)[]; // its own keys
  return names.every((name) => numbers[name] >= defaults[name]);
}

async function runAll(numbers: FaultNumbers, seed: number): Promise<number> {
  const begun = performance.now();
  const cache = mkdtempSync(join(tmpdir(), 'galley-faults-cache-'));
  const rows = faultRows(numbers, seed);
  const waiting = rows.flatMap(({ parts }) => parts);
  const all = waiting.length;
  const figures = new Map<string, PartFigures>();
  let done = 0;
  const work = async (): Promise<void> => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const result = await runPart(part, cache);
      figures.set(part.row, summed(figures.get(part.row) ?? emptyFigures(), result));
      const wrong = [...result.lost, ...result.sound, ...result.traces];
      const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
      process.stdout.write(
        `${(done += 1)} of ${all}, ${minutes} min: ${part.row}, ${part.number}: ${wrong.length === 0 ? 'ok' : wrong.slice(0, 3).join('; ')}\n`,
      );
    }
  };
  await Promise.all(Array.from({ length: side }, work));
  rmSync(cache, { recursive: true, force: true });
  return writeFaults(
    rows.map(({ name }) => ({ name, figures: figures.get(name) ?? emptyFigures() })),
    { seed, minutes: (performance.now() - begun) / 60_000, isWritten: values.write || isWhole(numbers) },
  );
}

const { values } = parseArgs({
  options: {
    part: { type: 'string' },
    write: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(standardSeed) },
    kills: { type: 'string' },
    histories: { type: 'string' },
    flips: { type: 'string' },
    logs: { type: 'string' },
    restores: { type: 'string' },
    replacements: { type: 'string' },
    links: { type: 'string' },
  },
});

if (values.part !== undefined) {
  process.stdout.write(JSON.stringify(await playPart(JSON.parse(values.part) as Part))); // given by `runPart`
} else {
  const { kills, histories, flips, logs, restores, replacements, links } = defaults;
  const numbers: FaultNumbers = {
    kills: Number(values.kills ?? kills),
    histories: Number(values.histories ?? histories),
    flips: Number(values.flips ?? flips),
    logs: Number(values.logs ?? logs),
    restores: Number(values.restores ?? restores),
    replacements: Number(values.replacements ?? replacements),
    links: Number(values.links ?? links),
  };
  process.exitCode = await runAll(numbers, Number(values.seed));
}
