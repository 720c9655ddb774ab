import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, expect, test as base } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';

const root = resolve(import.meta.dirname, '..', '..');

/** A running Galley with a home of its own, and the window it shows. */
export type Workbench = {
  page: Page;
  /** A folder for the test's files, away from Galley's own. */
  folder: string;
  /** Where Galley keeps settings and new projects during this test. */
  home: string;
  /** Requests that did not go to the program itself. Every test ends by finding this empty. */
  strangers: string[];
};

/** Which files the program is started with; set with `test.use({ files: [...] })`. */
type Options = { files: string[] };

/** Stops a host as Ctrl+C would and waits until it is gone. */
export async function stop(host: ChildProcess): Promise<number | null> {
  if (host.exitCode !== null) return host.exitCode;
  const gone = new Promise<number | null>((done) => host.on('close', done));
  host.kill('SIGINT');
  return await gone;
}

/** Starts the loopback host of a program (its folder); answers with its launch address. */
export async function serve(
  home: string,
  files: readonly string[],
  program = root,
): Promise<{ host: ChildProcess; address: string }> {
  const host = spawn(process.execPath, [join(program, 'out', 'main', 'loopback.js'), '--serve', ...files], {
    env: { ...process.env, GALLEY_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const address = await new Promise<string>((found, failed) => {
    host.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      const [match] = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/u.exec(said) ?? [];
      if (match !== undefined) found(match);
    });
    host.on('close', (code) => failed(new Error(`the host ended with ${String(code)}: ${said}`)));
  });
  return { host, address };
}

/** Notes every request that leaves for anything but the program. */
function watch(page: Page, own: (url: string) => boolean): string[] {
  const strangers: string[] = [];
  const note = (url: string): void => {
    if (!own(url) && !/^(data|blob|about|devtools|chrome-extension):/u.test(url)) strangers.push(url);
  };
  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url().replace(/^ws/u, 'http')));
  return strangers;
}

async function inBrowser(browser: Browser, home: string, files: readonly string[]) {
  const { host, address } = await serve(home, files);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const strangers = watch(page, (url) => url.startsWith(new URL(address).origin));
  await page.goto(address);
  return {
    page,
    strangers,
    end: async () => {
      await context.close();
      expect(await stop(host), 'the host ends cleanly').toBe(0);
    },
  };
}

async function inElectron(home: string, files: readonly string[]) {
  const app = await _electron.launch({ args: [root, ...files], env: { ...process.env, GALLEY_HOME: home } });
  const page = await app.firstWindow();
  return { page, strangers: watch(page, (url) => url.startsWith('galley:')), end: () => app.close() };
}

export const test = base.extend<Options & { folder: string; workbench: Workbench }>({
  files: [[], { option: true }],
  // Playwright reads the names of the fixtures that are needed from here.
  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  workbench: async ({ browser, files, folder }, use, testInfo) => {
    const home = join(folder, 'home');
    mkdirSync(home);
    const started =
      testInfo.project.name === 'electron' ? await inElectron(home, files) : await inBrowser(browser, home, files);
    const { page, strangers } = started;
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await use({ page, folder, home, strangers });
    await started.end();
    expect(strangers, 'no request leaves for anything but the program').toEqual([]);
    expect(complaints, 'the window logs no errors').toEqual([]);
  },
});

export { expect };
