import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { installedDebian, installedNames } from './bootstrap/apt.mjs';
import { isRecentFailure } from './bootstrap/electron.mjs';
import { installedMatches } from './bootstrap/install.mjs';
import { isStale, withLock } from './bootstrap/lock.mjs';
import { callerFolder, root } from './bootstrap/paths.mjs';
import { runCaptured, withNodeFirst } from './bootstrap/processes.mjs';
import {
  emptyTally,
  errorsOutside,
  filesToTryAgain,
  lastLines,
  playwrightTally,
  sum,
  summary,
  vitestTally,
} from './bootstrap/results.mjs';
import { contentState, filesBelow, isCurrent, quickState, writeStamp } from './bootstrap/stamp.mjs';
import { filesToOpen, hasDisplay } from './bootstrap/start.mjs';
import { missingPackages, testPrograms } from './bootstrap/testPrograms.mjs';

const top = mkdtempSync(join(tmpdir(), 'galley-bootstrap-'));
let folder = top;
afterAll(() => rmSync(top, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(top, 'case-'));
});

describe('a stamp', () => {
  const files = ['src/a.ts', 'src/b.ts'];

  async function stampedFolder(): Promise<string> {
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src', 'a.ts'), 'one');
    writeFileSync(join(folder, 'src', 'b.ts'), 'two');
    const stamp = join(folder, 'out', '.stamp');
    writeStamp(stamp, { quick: quickState(folder, files), content: await contentState(folder, files) });
    return stamp;
  }

  test('stays current while nothing changes, and when files are only touched', async () => {
    const stamp = await stampedFolder();
    expect(await isCurrent(stamp, folder, files)).toBe(true);
    utimesSync(join(folder, 'src', 'a.ts'), 1, 1);
    const before = readFileSync(stamp, 'utf8');
    expect(await isCurrent(stamp, folder, files)).toBe(true);
    expect(readFileSync(stamp, 'utf8')).not.toBe(before);
  });

  test('ends when a file changes without changing its length', async () => {
    const stamp = await stampedFolder();
    writeFileSync(join(folder, 'src', 'a.ts'), 'eno');
    utimesSync(join(folder, 'src', 'a.ts'), 1, 1);
    expect(await isCurrent(stamp, folder, files)).toBe(false);
  });

  test('ends when a file comes or goes, or the machine is another', async () => {
    const stamp = await stampedFolder();
    writeFileSync(join(folder, 'src', 'c.ts'), '');
    expect(await isCurrent(stamp, folder, filesBelow(folder, ['src']))).toBe(false);
    expect(await isCurrent(stamp, folder, ['src/a.ts'])).toBe(false);
    expect(await isCurrent(stamp, folder, files, 'linux-arm64')).toBe(false);
  });

  test('counts as none when it is missing or damaged', async () => {
    const stamp = await stampedFolder();
    writeFileSync(stamp, '{"quick":');
    expect(await isCurrent(stamp, folder, files)).toBe(false);
    rmSync(stamp);
    expect(await isCurrent(stamp, folder, files)).toBe(false);
  });

  test('covers files at every depth, in a fixed order, without the ignored ones', () => {
    mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
    for (const name of ['z.ts', 'a.test.ts', 'deep/m.ts']) writeFileSync(join(folder, 'src', name), '');
    writeFileSync(join(folder, 'package.json'), '{}');
    expect(filesBelow(folder, ['src', 'missing', 'package.json'], /\.test\.ts$/)).toEqual([
      'src/deep/m.ts',
      'src/z.ts',
      'package.json',
    ]);
  });
});

describe('what is installed', () => {
  const wanted = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  };

  test('fits the lock file when all but the optional packages are there', () => {
    expect(installedMatches(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });

  test('does not fit when a package is missing or of another version, optional or not', () => {
    expect(installedMatches(wanted, { packages: {} })).toBe(false);
    expect(installedMatches(wanted, {})).toBe(false);
    expect(installedMatches(wanted, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false);
    const other = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.1' } };
    expect(installedMatches(wanted, { packages: other })).toBe(false);
  });
});

describe('the programs that tests check against', () => {
  test('are those of which dpkg says that they are installed, not removed or unknown', () => {
    const listing =
      'installed pspp\nconfig-files r-base-core\nnot-installed python3-numpy\ndpkg-query: no packages found matching x\n';
    expect([...installedNames(listing)]).toEqual(['pspp']);
  });

  test.skipIf(!existsSync('/usr/bin/dpkg-query'))('are asked of dpkg (skipped where there is none)', async () => {
    expect([...(await installedDebian(['dpkg', 'no-such-package-anywhere']))]).toEqual(['dpkg']);
  });

  test('are installed where none of the packages that bring them is there', () => {
    const wanted = [['pspp'], ['libreoffice-calc-nogui', 'libreoffice-calc'], ['poppler-utils']];
    expect(missingPackages(wanted, new Set(['libreoffice-calc']))).toEqual(['pspp', 'poppler-utils']);
    expect(missingPackages(testPrograms, new Set(testPrograms.flat()))).toEqual([]);
  });
});

describe('a lock', () => {
  /** A process that ran and is gone: its number belongs to nobody. */
  async function endedProcess(): Promise<number> {
    const child = spawn(process.execPath, ['-e', '0']);
    await new Promise((resolve) => child.on('exit', resolve));
    if (child.pid === undefined) throw new Error('Node did not start.');
    return child.pid;
  }

  test('lets one process in at a time', async () => {
    const lock = join(folder, 'lock');
    const log = join(folder, 'log');
    writeFileSync(log, '');
    const script = `
      import { appendFileSync } from 'node:fs';
      import { withLock } from ${JSON.stringify(new URL('./bootstrap/lock.mjs', import.meta.url).href)};
      await withLock(${JSON.stringify(lock)}, async () => {
        appendFileSync(${JSON.stringify(log)}, 'in ');
        await new Promise((resolve) => setTimeout(resolve, 60));
        appendFileSync(${JSON.stringify(log)}, 'out ');
      });`;
    const runs = [1, 2, 3, 4].map(() => runCaptured(process.execPath, ['--input-type=module', '-e', script]));
    expect((await Promise.all(runs)).map(({ status, output }) => ({ status, output }))).toEqual(
      Array.from({ length: 4 }, () => ({ status: 0, output: '' })),
    );
    expect(readFileSync(log, 'utf8')).toBe('in out '.repeat(4));
    expect(existsSync(lock)).toBe(false);
  });

  test('is taken over when its owner is gone, and only then', async () => {
    const lock = join(folder, 'lock');
    mkdirSync(lock);
    writeFileSync(join(lock, 'owner'), String(process.pid));
    expect(isStale(lock)).toBe(false);
    writeFileSync(join(lock, 'owner'), String(await endedProcess()));
    expect(isStale(lock)).toBe(true);
    expect(await withLock(lock, () => Promise.resolve('done'))).toBe('done');
  });

  test('without a name counts as held while it is young', () => {
    const lock = join(folder, 'lock');
    mkdirSync(lock);
    expect(isStale(lock)).toBe(false);
    const old = statSync(lock).mtimeMs / 1000 - 60;
    utimesSync(lock, old, old);
    expect(isStale(lock)).toBe(true);
  });

  test('is given back when the work fails', async () => {
    const lock = join(folder, 'lock');
    await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });
});

describe('the start', () => {
  test('takes files relative to where the user typed, and no options', () => {
    const typed = join(folder, 'typed');
    expect(filesToOpen(['a.txt', 'b/c.galley'], typed)).toEqual([join(typed, 'a.txt'), join(typed, 'b', 'c.galley')]);
    expect(filesToOpen(['a.txt', '--', '-b.txt'], typed)).toEqual([join(typed, 'a.txt'), join(typed, '-b.txt')]);
    expect(() => filesToOpen(['--fast'], typed)).toThrow('--fast');
  });

  test('takes the folder from npm only where npm has moved to the project', () => {
    expect(callerFolder(root, { INIT_CWD: folder })).toBe(folder);
    expect(callerFolder(root, {})).toBe(root);
    expect(callerFolder(top, { INIT_CWD: folder })).toBe(top);
  });

  test('knows whether there is a display', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });

  test('tries for Electron again after a day, or for another version', () => {
    const now = Date.parse('2026-11-21T10:00:00Z');
    const record = JSON.stringify({ version: '45.4.1', time: now });
    expect(isRecentFailure(record, '45.4.1', now + 23 * 3_600_000)).toBe(true);
    expect(isRecentFailure(record, '45.4.1', now + 25 * 3_600_000)).toBe(false);
    expect(isRecentFailure(record, '45.4.2', now)).toBe(false);
    expect(isRecentFailure('damaged', '45.4.1', now)).toBe(false);
  });
});

describe('a child', () => {
  test('finds the chosen Node first, whatever the path variable is called', () => {
    const node = join(folder, 'bin', 'node');
    expect(withNodeFirst(node, { Path: '/usr/bin' })).toEqual({
      Path: [join(folder, 'bin'), '/usr/bin'].join(delimiter),
    });
    const again = withNodeFirst(node, withNodeFirst(node, { PATH: '/usr/bin', ELECTRON_RUN_AS_NODE: '1' }));
    expect(again).toEqual({ PATH: [join(folder, 'bin'), '/usr/bin'].join(delimiter) });
  });

  test('hands back its status and what it printed, also when it cannot start or takes too long', async () => {
    const spoken = await runCaptured(process.execPath, ['-e', 'console.log("out"); process.exitCode = 3']);
    expect(spoken).toEqual({ status: 3, output: 'out\n' });
    expect((await runCaptured(join(folder, 'nothing'), [])).status).toBe(127);
    const slow = await runCaptured(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { timeout: 200 });
    expect(slow.status).not.toBe(0);
  });
});

describe('the counts', () => {
  const vitestFile = (status: string, ...statuses: string[]) => ({
    name: 'a.test.ts',
    status,
    assertionResults: statuses.map((one) => ({ fullName: `a test that is ${one}`, status: one })),
  });

  test('of vitest name what was skipped and count a file that did not load', () => {
    const testResults = [
      vitestFile('passed', 'passed', 'passed', 'skipped'),
      vitestFile('failed', 'failed'),
      vitestFile('failed'),
    ];
    expect(vitestTally({ success: false, testResults })).toEqual({
      passed: 2,
      failed: 2,
      skipped: ['a test that is skipped'],
      failures: ['a test that is failed: ', 'a.test.ts did not run'],
      secondTry: [],
    });
  });

  test('of vitest count an error outside of all tests', () => {
    const testResults = [vitestFile('passed', 'passed')];
    const failures = ['an error outside of all tests'];
    expect(vitestTally({ success: false, testResults })).toEqual({ ...emptyTally(), passed: 1, failed: 1, failures });
    expect(vitestTally({ success: true, testResults })).toEqual({ ...emptyTally(), passed: 1 });
  });

  test('have few files that failed tried again, and names both what passed then and what did not', () => {
    const file = (name: string, status: string) => ({ ...vitestFile(status, status), name });
    const testResults = [file('a.test.ts', 'failed'), file('b.test.ts', 'passed')];
    expect(filesToTryAgain({ success: false, testResults }, '')).toEqual(['a.test.ts']);
    expect(filesToTryAgain({ success: false, testResults: testResults.slice(1) }, '')).toEqual([]);
    const many = ['a', 'b', 'c', 'd'].map((name) => file(name, 'failed'));
    expect(filesToTryAgain({ success: false, testResults: many }, '')).toEqual([]);
    expect(lastLines({ ...emptyTally(), failures: ['one'], secondTry: ['two'] })).toEqual([
      'passed at the second try: two',
      'failed: one',
    ]);
  });

  describe('of what went wrong outside of all tests', () => {
    const died = [
      '\u001b[31m⎯⎯⎯⎯⎯⎯\u001b[39m\u001b[1m\u001b[41m Unhandled Error \u001b[49m\u001b[22m\u001b[31m⎯⎯⎯⎯⎯⎯⎯\u001b[39m',
      '\u001b[31m\u001b[1mError\u001b[22m: [vitest-pool]: Worker forks emitted error.\u001b[39m',
      '',
      '\u001b[31m\u001b[1mCaused by: Error\u001b[22m: Worker exited unexpectedly with signal SIGTRAP during started state while running test file /p/a.slow.test.ts\u001b[39m',
      '',
    ];
    const late = [
      '⎯⎯⎯⎯ Unhandled Rejection ⎯⎯⎯⎯⎯',
      'TypeError: nobody waited for this',
      ' ❯ b.ts:2:99',
      '',
      'This error originated in "src/b.test.ts" test file. It was thrown while that was running.',
    ];
    const count = (errors: number): string => `\u001b[2m     Errors \u001b[22m\u001b[31m${errors} errors\u001b[39m`;
    const file = (name: string) => ({ ...vitestFile('passed', 'passed'), name });
    const report = { success: true, testResults: ['/p/a.slow.test.ts', '/p/src/b.test.ts', '/p/c.test.ts'].map(file) };

    test('say it, and the file', () => {
      expect(errorsOutside([...died, ...late, count(2)].join('\n'))).toEqual([
        {
          told: 'Error: Worker exited unexpectedly with signal SIGTRAP during started state while running test file /p/a.slow.test.ts',
          file: '/p/a.slow.test.ts',
        },
        { told: 'TypeError: nobody waited for this', file: 'src/b.test.ts' },
      ]);
      expect(errorsOutside('no error')).toEqual([]);
    });

    test('have its files tried again, unless something belongs to none', () => {
      const again = (...lines: string[]): string[] => filesToTryAgain(report, lines.join('\n'));
      expect(again(...died, count(1))).toEqual(['/p/a.slow.test.ts']);
      expect(again(...died, ...late, count(2))).toEqual(['/p/a.slow.test.ts', '/p/src/b.test.ts']);
      expect(again(...died, count(2))).toEqual([]);
      expect(again(...late.slice(0, 3), count(1))).toEqual([]);
      expect(again('')).toEqual([]);
    });
  });

  test('of Playwright reach into nested suites and count a second try that passes as passed', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const report = {
      suites: [
        {
          title: 'coding.spec.ts',
          specs: [spec('applies', 'expected')],
          suites: [
            { title: 'lanes', specs: [spec('overlap', 'skipped'), spec('nest', 'flaky'), spec('end', 'unexpected')] },
          ],
        },
      ],
      errors: [{ message: 'a file did not load' }],
    };
    expect(playwrightTally(report)).toEqual({
      passed: 2,
      failed: 2,
      skipped: ['coding.spec.ts › lanes › overlap'],
      failures: ['coding.spec.ts › lanes › end', 'an error outside of all end-to-end tests'],
      secondTry: ['coding.spec.ts › lanes › nest'],
    });
  });

  test('add up to the last line', () => {
    const tallies = [
      { ...emptyTally(), passed: 5 },
      { ...emptyTally(), passed: 210, failed: 1, skipped: ['one'] },
    ];
    expect(summary(sum(tallies))).toBe('215 passed, 1 failed, 1 skipped');
    expect(summary(sum(tallies.slice(0, 1)))).toBe('5 passed, 0 failed');
  });
});
