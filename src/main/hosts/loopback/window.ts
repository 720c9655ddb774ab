import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserArguments, browserFolder } from '../shared/browser.ts';
import { pathToFileURL } from 'node:url';

/** An app window of the system's browser. */
export type AppWindow = {
  /** The browser that was started. It may end at once, when it handed the address to one that ran already. */
  readonly process: ChildProcess;
  /** Removes the launch page; call it when the window has come, or never will. */
  forget(): void;
  /** Ends the browser, if it still runs. */
  close(): void;
};

/**
 * Opens the address in an app window. The address holds the launch token, and every user of the machine can read the
 * arguments of a process, so the browser is sent to a page that only this user can read and that leads on to it.
 */
export function openWindow(browser: string, address: string, settingsFolder: string, home: string): AppWindow {
  const folder = browserFolder(browser, settingsFolder, home);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const page = join(folder, 'open-window.html');
  rmSync(page, { force: true });
  writeFileSync(page, launchPage(address), { flag: 'wx', mode: 0o600 });
  const asRoot = process.getuid?.() === 0;
  const profile = join(folder, 'window');
  // Later the browser knows itself where its window stood.
  const firstSize = existsSync(profile) ? [] : ['--window-size=1440,900'];
  const words = [...browserArguments(pathToFileURL(page).href, profile, asRoot), ...firstSize];
  // A group of its own: Ctrl+C in the terminal must reach the program, which then closes the window itself.
  const child = spawn(browser, words, { detached: true, stdio: 'ignore' });
  return {
    process: child,
    forget: () => rmSync(page, { force: true }),
    close() {
      rmSync(page, { force: true });
      if (child.exitCode === null && child.signalCode === null) child.kill();
    },
  };
}

function launchPage(address: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Galley</title><meta http-equiv="refresh" content="0;url=${address}">\n`;
}
