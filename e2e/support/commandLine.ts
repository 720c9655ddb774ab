import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const cli = resolve(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js');

/** Runs the command line with a home of its own; answers with what it printed as JSON, if it did. */
export function galley(home: string, ...words: string[]): unknown {
  const out = execFileSync(process.execPath, [cli, ...words], {
    env: { ...process.env, GALLEY_HOME: home },
    encoding: 'utf8',
  });
  return out.trim().startsWith('{') || out.trim().startsWith('[') ? JSON.parse(out) : undefined;
}
