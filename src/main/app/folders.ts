import { existsSync } from 'node:fs';
import { homedir, availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { visible } from '../../shared/text/visible.ts';
import type { Platform } from './platform.ts';

type Environment = Record<string, string | undefined>;

/** Where this machine keeps programs' settings, and the folder for new projects. `GALLEY_HOME` puts both below itself. */
function standardFolders(
  environment: Environment = process.env,
  system: NodeJS.Platform = process.platform,
  home = homedir(),
): { settings: string; projects: string } {
  const own = environment['GALLEY_HOME'];
  if (own !== undefined && own !== '')
    return { settings: join(resolve(own), 'settings'), projects: join(resolve(own), 'projects') };
  const documents = join(home, 'Documents');
  const projects = join(existsSync(documents) ? documents : home, 'Galley');
  if (system === 'darwin') return { settings: join(home, 'Library', 'Application Support', 'Galley'), projects };
  if (system === 'win32') {
    return { settings: join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Galley'), projects };
  }
  return { settings: join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'galley'), projects };
}

/** The program's root folder, seen from a module of the source tree or of the built program. */
export function programFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('Galley cannot find its own folder');
    folder = above;
  }
  return folder;
}

/** The built program runs bundles; the source tree runs as it is. */
const built = import.meta.url.endsWith('.js');

export const resourcesFolder = join(programFolder(), 'resources');

/** The lists of packages that the build writes beside its bundles. */
const noticesFiles = ['main', 'renderer'].map((bundle) => join(programFolder(), 'out', bundle, 'notices.json'));

/** The built window, which hosts serve. */
export const windowFolder = join(programFolder(), 'out', 'renderer');

export const workerEntry = built
  ? pathToFileURL(join(programFolder(), 'out', 'main', 'worker.js'))
  : new URL('../workers/entry.ts', import.meta.url);

/** The platform of hosts that run on plain Node. */
export function nodePlatform(kind: Platform['kind'], version: string, overrides: Partial<Platform> = {}): Platform {
  const folders = standardFolders();
  return {
    kind,
    version,
    settingsFolder: folders.settings,
    projectsFolder: folders.projects,
    resourcesFolder,
    noticesFiles,
    dialogs: null,
    reveal: null,
    workerEntry,
    workers: Math.max(1, Math.min(4, availableParallelism() - 1)),
    now: () => Date.now(),
    log: (level, message) => {
      if (level !== 'info') process.stderr.write(`galley: ${visible(message)}\n`);
    },
    ...overrides,
  };
}
