import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/main/store/database.ts';
import { millionProject } from './millionCodings.ts';

/** Copies the project of a million codings into a folder, in the present form of the file. The path of the copy. */
export function copiedMillion(folder: string): string {
  const project = join(folder, 'million.galley');
  copyFileSync(millionProject(), project);
  openStore(project).close(); // brings an older file up to date
  return project;
}

/**
 * Runs a program, given by its path below `bench/`, that prints its milliseconds and its peak of memory in MB; in a process
 * of its own, with Node's own limits.
 */
export function runTimed(program: string, ...words: string[]): { time: number; peak: number } {
  const path = join(import.meta.dirname, '..', program);
  const printed = execFileSync(process.execPath, [path, ...words], { encoding: 'utf8' });
  const [time = NaN, peak = NaN] = printed.split(' ').map(Number);
  return { time, peak };
}
