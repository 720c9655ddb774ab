import { mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Environment = Record<string, string | undefined>;

/** Where this machine keeps what programs can make again, for this user. `GALLEY_HOME` puts it below itself. */
function cacheFolder(environment: Environment, system: NodeJS.Platform, home: string): string {
  const own = environment['GALLEY_HOME'];
  if (own !== undefined && own !== '') return join(resolve(own), 'cache');
  if (system === 'darwin') return join(home, 'Library', 'Caches', 'Galley');
  if (system === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Galley', 'Cache');
  return join(environment['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'galley');
}

/**
 * Lets Node keep what it compiles of the program for the next start, which then takes half the time. Call it before the program is
 * loaded. Where nothing can be kept the program starts all the same. Threads take it from the environment.
 */
export function keepCompiled(): void {
  if (process.env['NODE_COMPILE_CACHE'] !== undefined) return; // whoever started it has said where
  const folder = join(cacheFolder(process.env, process.platform, homedir()), 'compiled');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (enableCompileCache(folder).directory !== undefined) process.env['NODE_COMPILE_CACHE'] = folder;
  } catch {
    // It is only slower then.
  }
}
