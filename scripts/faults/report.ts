import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import type { PartFigures } from './parts.ts';

const file = join(import.meta.dirname, '..', '..', 'docs', 'faults.md');
const head = `# What was broken, and what became of it

Written by \`npm run test:faults\`, which breaks things on purpose and looks at what the next start finds: a program killed at any
kind of work, acts taken back and brought back at random, bytes that turn in a project file, logs that are damaged after their
program was killed, restoring that stops half-way, files that other programs take away, and projects opened under many names.
Nothing acknowledged may be **lost**, and no damage may **pass as sound**. A **trace** is an end in something else than words for
the user, or a file that the next start should have cleared away.
`;

export const emptyFigures = (): PartFigures => ({
  tried: 0,
  acknowledged: 0,
  found: 0,
  lost: [],
  sound: [],
  traces: [],
});

export function summed(one: PartFigures, other: PartFigures): PartFigures {
  return {
    tried: one.tried + other.tried,
    acknowledged: one.acknowledged + other.acknowledged,
    found: one.found + other.found,
    lost: [...one.lost, ...other.lost],
    sound: [...one.sound, ...other.sound],
    traces: [...one.traces, ...other.traces],
  };
}

function machine(): string {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = (totalmem() / 1024 ** 3).toFixed(0);
  return `${cpus().length} × ${processor}, ${memory} GB, ${type()} ${release()}, Node ${process.versions.node}`;
}

function revision(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
}

type Row = { name: string; figures: PartFigures };

function tableOf(rows: readonly Row[]): string[] {
  const columns = ['', 'tried', 'acknowledged', 'damage found', 'lost', 'passed as sound', 'traces'];
  const lines = rows.map(({ name, figures: { tried, acknowledged, found, lost, sound, traces } }) =>
    [name, tried, acknowledged, found, lost.length, sound.length, traces.length].map(String),
  );
  const widths = columns.map((column, at) => Math.max(column.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(columns), line(rule), ...lines.map(line)];
}

/** Prints the table, and writes it into docs/faults.md if it is to be `isWritten`. Answers with the exit status. */
export function writeFaults(
  rows: readonly Row[],
  { seed, minutes, isWritten }: { seed: number; minutes: number; isWritten: boolean },
): number {
  const table = tableOf(rows).join('\n');
  const about = `Seed ${seed}; two processes at once, ${minutes.toFixed(0)} minutes.`;
  const section = `${table}\n\n${about}\n\n_${machine()}; at ${revision()}._\n`;
  process.stdout.write(`\n${section}\n`);
  if (isWritten) writeFileSync(file, `${head}\n${section}`);
  else process.stdout.write('docs/faults.md stays as it is: it shows whole runs, and others with --write.\n');
  const wrong = rows.flatMap(({ figures: { lost, sound, traces } }) => [...lost, ...sound, ...traces]);
  for (const line of wrong) process.stdout.write(`${line}\n`);
  process.stdout.write(
    wrong.length === 0
      ? 'Nothing was lost, and no damage passed as sound.\n'
      : `FAILED: ${wrong.length} times something was lost, passed as sound, or ended in a trace.\n`,
  );
  return wrong.length === 0 ? 0 : 1;
}
