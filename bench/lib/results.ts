import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

const file = join(import.meta.dirname, '..', 'RESULTS.md');
const head = `# Measured speeds

Written by \`npm run bench\`. Each section comes from one run, in which the program and its baseline take turns on the same
machine; what counts are the ratios. Times are medians in milliseconds.
`;

function machine(): string {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = (totalmem() / 1024 ** 3).toFixed(0);
  return `${cpus().length} × ${processor}, ${memory} GB, ${type()} ${release()}, Node ${process.versions.node}`;
}

function revision(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
}

/** Replaces (or adds) the section of this title in bench/RESULTS.md, and prints it. `lines` are Markdown. */
export function writeSection(title: string, lines: readonly string[]): void {
  const section = [`## ${title}`, '', ...lines, '', `_${machine()}; at ${revision()}._`, ''].join('\n');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : head;
  const parts = before.split(/^(?=## )/mu);
  const at = parts.findIndex((part) => part.startsWith(`## ${title}\n`));
  if (at === -1) parts.push(section);
  else parts[at] = section;
  const [first = head, ...rest] = parts.map((part) => part.trimEnd());
  writeFileSync(file, `${[first, ...rest.toSorted()].join('\n\n')}\n`);
  process.stdout.write(`${section}\n`);
}
