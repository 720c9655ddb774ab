import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's Python comes first: it has pandas, whatever other Python is on the path. */
const pythons = ['/usr/bin/python3', 'python3'];
const environment = { ...process.env, PYTHONIOENCODING: 'utf-8' };

/** A Python that has all of these modules; `undefined` where there is none. */
export function pythonWith(...modules: readonly string[]): string | undefined {
  const script = modules.map((name) => `import ${name}`).join('\n');
  return pythons.find((name) => spawnSync(name, ['-c', script], { env: environment }).status === 0);
}

/** Whether R is there with all of these packages. */
export function hasR(...packages: readonly string[]): boolean {
  const script = packages.map((name) => `library(${name})`).join(';');
  return spawnSync('Rscript', ['-e', script === '' ? '0' : script]).status === 0;
}

/** Whether a program is there. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--version']).status === 0;
}

/** Runs a script with a Python or with Rscript and gives what it printed. Throws with all it said when it fails. */
export function runScript(program: string, script: string, args: readonly string[], folder?: string): string {
  return inFolder((scratch) => {
    const file = join(scratch, program.includes('python') ? 'script.py' : 'script.R');
    writeFileSync(file, script);
    return run(program, [file, ...args], folder ?? scratch);
  });
}

/** Runs a script that writes JSON to the file named by its last argument, and gives what it wrote. */
export function runForJson(program: string, script: string, args: readonly string[]): unknown {
  return inFolder((scratch) => {
    const output = join(scratch, 'output.json');
    runScript(program, script, [...args, output]);
    return JSON.parse(readFileSync(output, 'utf8')) as unknown; // whatever the script wrote
  });
}

/** Runs a program and gives what it printed. Throws with all it said when it fails. */
export function run(program: string, args: readonly string[], folder?: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: environment,
    maxBuffer: 1 << 28,
    ...(folder !== undefined && { cwd: folder }),
  });
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stdout}${stderr}`);
  return stdout;
}

/** Runs `work` with a folder of its own that is gone afterwards. */
export async function inFolderAsync<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-programs-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same for work that does not wait. */
export function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'galley-programs-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
