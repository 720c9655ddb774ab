import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writePseudo } from '../../../scripts/pseudo.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** Builds the program in the pseudo language, and answers with its folder. */
export function buildPseudo(): string {
  const program = join(root, '.cache', 'pseudo-program');
  writePseudo(join(root, 'src', 'shared', 'words', 'english'), join(root, '.cache', 'pseudo'));
  rmSync(program, { recursive: true, force: true });
  mkdirSync(program, { recursive: true });
  copyFileSync(join(root, 'package.json'), join(program, 'package.json'));
  symlinkSync(join(root, 'resources'), join(program, 'resources'), 'junction');
  execFileSync(process.execPath, [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'], {
    cwd: root,
    env: { ...process.env, GALLEY_OUT: join('.cache', 'pseudo-program', 'out'), GALLEY_WORDS: 'pseudo' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return program;
}
