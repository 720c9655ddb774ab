import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../shared/api/client.ts';
import { nodePlatform } from '../../app/folders.ts';
import type { Machine } from '../shared/browser.ts';
import { runLoopback } from './run.ts';
import { enter, pageTransport } from './testPages.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-run-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function until<T>(question: () => T | undefined | false): Promise<T> {
  for (;;) {
    const answer = question();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe.skipIf(process.platform === 'win32')('with a window', () => {
  const browser = (): string => join(folder, 'browser');
  const argumentsFile = (): string => join(folder, 'arguments.txt');
  const launchPage = (): string => join(folder, 'settings', 'open-window.html');

  /** A program in place of the browser: it does `first`, notes how it was started, then does as told. */
  function writeBrowser(then: string, first = ''): void {
    writeFileSync(browser(), `#!/bin/sh\n${first}\nprintf '%s\\n' "$@" > '${argumentsFile()}.new'\n`);
    writeFileSync(browser(), `mv '${argumentsFile()}.new' '${argumentsFile()}'\n${then}\n`, { flag: 'a' });
    chmodSync(browser(), 0o755);
  }

  function run(environment: NodeJS.ProcessEnv, files: string[] = []) {
    const lines: string[] = [];
    let stop = (): void => undefined;
    const platform = nodePlatform('test', '0.0.0', {
      settingsFolder: join(folder, 'settings'),
      projectsFolder: join(folder, 'projects'),
    });
    const machine: Machine = { system: 'linux', environment, home: folder, exists: (path) => path === browser() };
    const ended = runLoopback(
      { mode: 'window', port: 0, files },
      {
        platform,
        machine,
        gonePause: 300,
        workingFolder: folder,
        print: (line) => void lines.push(line),
        onStop: (end) => (stop = end),
      },
    );
    return { lines, ended, stop: () => stop() };
  }
  const withDisplay = (): NodeJS.ProcessEnv => ({ CHROMIUM_PATH: browser(), DISPLAY: ':9' });

  it('starts a browser without showing other users the token, and ends when its last page is gone', async () => {
    writeBrowser('exec sleep 60');
    const { ended, lines } = run(withDisplay());
    const words = await until(
      () => existsSync(argumentsFile()) && readFileSync(argumentsFile(), 'utf8').trim().split('\n'),
    );
    expect(words).toContain(`--app=${pathToFileURL(launchPage()).href}`);
    expect(words).toContain(`--user-data-dir=${join(folder, 'settings', 'window')}`);
    expect(words.join()).not.toContain('token');
    expect(statSync(launchPage()).mode & 0o777).toBe(0o600);
    const address = /url=(http[^"]+)/.exec(readFileSync(launchPage(), 'utf8'))?.[1] ?? '';
    const { origin } = new URL(address);
    const pass = await enter(address);

    const page = pageTransport(origin, pass);
    await page.call('project.status', {});
    expect(existsSync(launchPage())).toBe(false);
    page.close();
    // A reload: the page is gone for a moment.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const again = pageTransport(origin, pass);
    await again.call('project.status', {});
    await new Promise((resolve) => setTimeout(resolve, 400));
    await again.call('project.status', {});
    again.close();
    await ended;
    expect(lines).toEqual([]);
  });

  it('closes the window when it is asked to end', async () => {
    // It listens for the end before the note tells that it runs.
    writeBrowser('while :; do sleep 0.05; done', `trap 'echo gone > "${folder}/gone.txt"; exit 0' TERM`);
    const { ended, stop } = run(withDisplay());
    await until(() => existsSync(argumentsFile()));
    stop();
    await ended;
    await until(() => existsSync(join(folder, 'gone.txt')));
    expect(existsSync(launchPage())).toBe(false);
  });

  it('prints the address when there is no browser, no display, or a browser that does not start', async () => {
    writeBrowser('exit 3');
    for (const [environment, reason] of [
      [{ DISPLAY: ':9' }, 'No Chromium, Chrome or Edge was found.'],
      [{ CHROMIUM_PATH: browser() }, 'There is no display'],
      [withDisplay(), 'could not open a window'],
    ] as [NodeJS.ProcessEnv, string][]) {
      const { ended, stop, lines } = run(environment);
      await until(() => lines.length === 2);
      expect(lines[0]).toContain(reason);
      expect(lines[1]).toMatch(/^Galley is open at http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
      stop();
      await ended;
    }
  });

  it('says what is wrong with the files before anything opens', async () => {
    writeBrowser('exec sleep 60');
    await expect(run(withDisplay(), ['missing.txt']).ended).rejects.toMatchObject({ code: 'not-found' });
    expect(existsSync(argumentsFile())).toBe(false);
  });
});

describe('the program itself', () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));

  function start(words: string[]): {
    child: ChildProcess;
    output(): string;
    errors(): string;
    status: Promise<number | null>;
  } {
    const env = { ...process.env, GALLEY_HOME: folder, TMPDIR: folder, TEMP: folder, NODE_NO_WARNINGS: '1' };
    const child = spawn(process.execPath, [main, ...words], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const status = new Promise<number | null>((resolve) => child.on('close', resolve));
    return { child, output: () => output, errors: () => errors, status };
  }

  it('serves a new project of the named texts, and leaves one file when it is interrupted', async () => {
    writeFileSync(join(folder, 'Strike.txt'), 'The harbour is on strike.');
    const user = process.getuid?.();
    const left = join(folder, user === undefined ? 'galley' : `galley-${user}`, 'windows', 'window-killed');
    mkdirSync(left, { recursive: true });
    const { child, output, errors, status } = start(['--serve', 'Strike.txt']);
    await until(() => output().includes('\n'));
    const address = /^Galley is open at (\S+)\n$/.exec(output())?.[1] ?? '';
    expect(existsSync(left)).toBe(false); // by a window that was killed
    const page = pageTransport(new URL(address).origin, await enter(address));
    const client = createClient(page);
    expect((await client.call('project.status', {})).project?.name).toBe('Strike');
    while ((await client.call('documents.list', { offset: 0, limit: 1 })).all === 0);
    await client.call('codes.create', { name: 'Conflict' });
    child.kill('SIGINT');
    expect(await status).toBe(process.platform === 'win32' ? null : 0);
    page.close();
    expect(errors()).toBe('');
    expect(readdirSync(join(folder, 'projects'))).toEqual(['Strike.galley']);

    const next = start(['--serve', join('projects', 'Strike.galley')]);
    await until(() => next.output().includes('\n'));
    next.child.kill('SIGTERM');
    expect(await next.status).toBe(process.platform === 'win32' ? null : 0);
  });

  it('ends with status 2 and one line when it is called wrongly, and with 1 when a file is not there', async () => {
    for (const words of [[], ['--window', '--serve'], ['--serve', '--port', 'x'], ['--serve', '--colour']]) {
      const { status, errors, output } = start(words);
      expect([words, await status, output()]).toEqual([words, 2, '']);
      expect(errors()).toMatch(/^galley: .*Usage: .*\n$/);
    }
    const missing = start(['--serve', 'missing.galley']);
    expect(await missing.status).toBe(1);
    expect(missing.errors()).toMatch(/^galley: .*missing\.galley.*\n$/);
  });
});
