import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { havenScript, pandasScript } from './scripts.ts';

/** A column as haven or pandas read it. Dates and moments are ISO texts, `.a` … `.z` are Stata's missing values. */
export type ReadColumn = {
  name: string;
  label: string | null;
  format: string | null;
  kind: 'number' | 'text' | 'date' | 'datetime';
  labels: { value: number | string; label: string }[];
  missing: (number | string)[];
  missingRange: [number, number] | null;
  cells: (number | string | null)[];
};

export type ReadTable = { rows: number; label: string | null; notes: string[]; columns: ReadColumn[] };

const pythons = ['/usr/bin/python3', 'python3'];

/** Whether the programs are there; tests that need one are skipped where it is not. */
export const hasPspp = spawnSync('pspp', ['--version']).status === 0;
export const hasHaven = spawnSync('Rscript', ['-e', 'library(haven)']).status === 0;
const python = pythons.find((name) => spawnSync(name, ['-c', 'import pandas']).status === 0);
export const hasPandas = python !== undefined;

/** Reads .sav or .dta files with R's haven, all in one process, because starting R is slow. */
export function readWithHaven(files: readonly string[]): ReadTable[] {
  return readWith('Rscript', '.R', havenScript, files);
}

/** Reads .dta files with pandas, all in one process. */
export function readWithPandas(files: readonly string[]): ReadTable[] {
  return readWith(python ?? 'python3', '.py', pandasScript, files);
}

/** Runs PSPP commands and gives what it printed, as comma-separated tables. Throws when PSPP reports an error or warns. */
export function runPspp(commands: string): string {
  return inFolder((folder) => {
    const syntax = join(folder, 'commands.sps');
    const output = join(folder, 'output.csv');
    writeFileSync(syntax, commands);
    const { status, stdout, stderr } = spawnSync('pspp', ['-O', 'format=csv', '-o', output, syntax], {
      encoding: 'utf8',
      cwd: folder,
    });
    const text = readFileSync(output, 'utf8');
    if (status !== 0 || /^"?[^\n]*(?:warning|error): /mu.test(text + stdout + stderr)) {
      throw new Error(`pspp: ${stdout}${stderr}${text}`);
    }
    return text;
  });
}

function readWith(program: string, suffix: string, script: string, files: readonly string[]): ReadTable[] {
  return inFolder((folder) => {
    const scriptFile = join(folder, `read${suffix}`);
    const list = join(folder, 'files.txt');
    const output = join(folder, 'output.json');
    writeFileSync(scriptFile, script);
    writeFileSync(list, `${files.join('\n')}\n`);
    const { status, stdout, stderr } = spawnSync(program, [scriptFile, list, output], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stdout}${stderr}`);
    // The scripts in `scripts.ts` write this shape.
    return JSON.parse(readFileSync(output, 'utf8')) as ReadTable[];
  });
}

/** Runs `work` with a folder of its own that is gone afterwards. */
export function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'statistics-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
