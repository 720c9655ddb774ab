import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../../app/testBuilt.ts';

export type Outcome = { status: number | null; out: string; error: string };

/** A folder in which `galley` is run as scripts run it: a process of its own for each command. */
export type CommandFolder = {
  readonly folder: string;
  galley(...words: string[]): Promise<Outcome>;
  /** Runs it, expects status 0, and reads its answer as JSON. */
  json(...words: string[]): Promise<unknown>;
  put(name: string, content: string): string;
  end(): void;
};

export function createCommandFolder(): CommandFolder {
  const folder = mkdtempSync(join(tmpdir(), 'galley-cli-'));
  const galley: CommandFolder['galley'] = (...words) => runProgram(process.execPath, [commandLine, ...words], folder);
  return {
    folder,
    galley,
    async json(...words) {
      const { status, out, error } = await galley(...words);
      if (status !== 0) throw new Error(`galley ${words.join(' ')} ended with ${String(status)}: ${error}`);
      return JSON.parse(out) as unknown;
    },
    put(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs a program to its end. Its settings, if it has any, stay in the folder. */
export function runProgram(file: string, words: readonly string[], folder: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, words, {
      cwd: folder,
      env: { ...process.env, GALLEY_HOME: join(folder, 'home') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out, error }));
  });
}
