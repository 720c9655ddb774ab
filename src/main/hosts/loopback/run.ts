import { hostsWords } from '#words/core/hosts.ts';
import { createApp } from '../../app/createApp.ts';
import { windowFolder } from '../../app/folders.ts';
import type { Platform } from '../../app/platform.ts';
import { clearLeftovers } from '../../app/temporary.ts';
import { methodTable } from '../../desks/all.ts';
import { findBrowser, hasDisplay } from '../shared/browser.ts';
import type { Machine } from '../shared/browser.ts';
import { openFiles } from '../shared/openFiles.ts';
import type { LoopbackArguments } from './arguments.ts';
import { startServer } from './server.ts';
import type { LoopbackServer } from './server.ts';
import { openWindow } from './window.ts';
import type { AppWindow } from './window.ts';

/** The outside of a run, which tests replace. */
export type Surroundings = {
  platform: Platform;
  /** Where to look for a browser and a display. */
  machine: Machine;
  /** Milliseconds without a page after which a program with a window ends. A reload must take less. */
  gonePause: number;
  /** What relative paths on the command line are relative to. */
  workingFolder: string;
  /** One line for the user on the standard output. */
  print(line: string): void;
  /** Calls back when the user asks the program to end (Ctrl+C). */
  onStop(stop: () => void): void;
};

/**
 * Runs the program behind a loopback address until the user ends it: by Ctrl+C, or in window mode by closing the window.
 * Resolves once the project is closed. Rejects when the files cannot be opened or the port is taken.
 */
export async function runLoopback(options: LoopbackArguments, around: Surroundings): Promise<void> {
  clearLeftovers();
  const app = createApp(around.platform, methodTable);
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  around.onStop(stop);
  let server: LoopbackServer | null = null;
  let window: AppWindow | null = null;
  try {
    const log = (message: string): void => around.platform.log('error', message);
    await openFiles(app, options.files, around.workingFolder);
    const pagesChanged =
      options.mode === 'window' ? pageWatch(() => window?.forget(), stop, around.gonePause) : undefined;
    server = await startServer(app, { windowFolder, port: options.port, pagesChanged, log });
    window = options.mode === 'window' ? show(server, around) : null;
    if (window === null) around.print(hostsWords.openAt(server));
    await stopped;
  } finally {
    await app.close();
    await server?.close();
    window?.close();
  }
}

/** Calls `came` with the first page, and `gone` when there has been none for a while after that. */
function pageWatch(came: () => void, gone: () => void, gonePause: number): (count: number) => void {
  let timer: NodeJS.Timeout | undefined;
  return (count) => {
    clearTimeout(timer);
    if (count === 0) timer = setTimeout(gone, gonePause);
    else came();
  };
}

/** Opens the window, or says why not and answers null. */
function show(server: LoopbackServer, around: Surroundings): AppWindow | null {
  const { machine } = around;
  const browser = findBrowser(machine);
  if (!hasDisplay(machine)) {
    around.print(hostsWords.noDisplay);
    return null;
  }
  if (browser === null) {
    around.print(hostsWords.noBrowser);
    return null;
  }
  const window = openWindow(browser, server.address, around.platform.settingsFolder, machine.home);
  const failed = (): void => {
    window.forget();
    around.print(hostsWords.browserFailed({ browser }));
    around.print(hostsWords.openAt(server));
  };
  window.process.once('error', failed);
  window.process.once('exit', (code) => {
    if (code !== null && code !== 0) failed();
  });
  return window;
}
