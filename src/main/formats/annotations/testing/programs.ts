import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

function runs(program: string, options: string[]): boolean {
  try {
    execFileSync(program, options, { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch (error) {
    if (error instanceof Error) return false; // not installed, or broken: the tests that need it are skipped
    throw error;
  }
}

/** The first Python 3 that starts, or null. */
export function findPython(): string | null {
  return ['/usr/bin/python3', 'python3'].find((program) => runs(program, ['-c', 'import json'])) ?? null;
}

/** Whether LibreOffice can be run. */
export function hasLibreOffice(): boolean {
  return runs('libreoffice', ['--version']);
}

/** Runs `work` with a fresh folder that holds the files (by base name), and removes it afterwards. */
export function withFolder<Result>(
  files: ReadonlyMap<string, string | Uint8Array>,
  work: (folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'galley-annotations-'));
  try {
    for (const [name, content] of files) writeFileSync(join(folder, basename(name)), content);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a Python program in the folder and reads the JSON it prints. */
export function pythonJson(python: string, folder: string, program: string): unknown {
  const printed = execFileSync(python, ['-X', 'utf8', '-c', program], { cwd: folder, encoding: 'utf8' });
  return JSON.parse(printed);
}
