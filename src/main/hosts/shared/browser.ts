import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What the search for a browser may look at. */
export type Machine = {
  readonly system: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly home: string;
  exists(path: string): boolean;
};

/**
 * The path of a Chromium, Chrome or Edge on this machine, or null. `CHROMIUM_PATH` wins. A Chromium from a snap comes
 * last, because it may not read the user's hidden folders.
 */
export function findBrowser(machine: Machine): string | null {
  const named = machine.environment['CHROMIUM_PATH'];
  if (named !== undefined && named !== '' && machine.exists(named)) return named;
  return candidates(machine).find((path) => machine.exists(path)) ?? null;
}

/** The machine that runs this program. */
export function thisMachine(home: string): Machine {
  return { system: process.platform, environment: process.env, home, exists: existsSync };
}

function candidates(machine: Machine): string[] {
  if (machine.system === 'darwin') return macCandidates(machine.home);
  if (machine.system === 'win32') return windowsCandidates(machine.environment);
  const folders = ['/usr/bin', '/usr/local/bin'];
  const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
  const snap = '/snap/bin/chromium';
  // Where the snap is installed, chromium-browser is only a script that starts it.
  const last = machine.exists(snap) ? [snap] : ['/usr/bin/chromium-browser'];
  return [...names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)), ...last];
}

function macCandidates(home: string): string[] {
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  return names.flatMap((name) =>
    ['/Applications', `${home}/Applications`].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
  );
}

function windowsCandidates(environment: NodeJS.ProcessEnv): string[] {
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
  const programs = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ];
  return programs.flatMap((parts) => folders.map((folder) => [folder, ...parts].join('\\')));
}

/** Whether a window can be shown at all: without a display server there is none on Linux. */
export function hasDisplay(machine: Machine): boolean {
  if (machine.system !== 'linux') return true;
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (machine.environment[name] ?? '') !== '');
}

/** Where the window's browser keeps its own files. A snap may write to no other place of the home folder than its own. */
export function browserFolder(browser: string, settingsFolder: string, home: string): string {
  return browser.startsWith('/snap/') ? join(home, 'snap', 'chromium', 'common', 'galley') : settingsFolder;
}

/** How to start the browser so that it shows one address as an app window and phones no one. */
export function browserArguments(address: string, profileFolder: string, asRoot: boolean): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Offers to translate, and hints that are fetched, have no place in a coder's window.
    '--disable-features=Translate,OptimizationHints,MediaRouter',
    // A proxy that answers nothing: whatever the browser itself would like to fetch, no request leaves this machine.
    // Addresses of this machine never go through a proxy.
    '--proxy-server=http://127.0.0.1:9',
    // Chromium refuses to start with its sandbox as root, as in containers.
    ...(asRoot ? ['--no-sandbox'] : []),
  ];
}
