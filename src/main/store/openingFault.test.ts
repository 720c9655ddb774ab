import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore } from './database.ts';
import { newId } from './ids.ts';
import { record } from './journal.ts';
import { insertProject } from './rows/project.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-opening-'));
  chmodSync(folder, 0o755);
});
afterEach(() => {
  chmodSync(join(folder, 'kept'), 0o755);
  rmSync(folder, { recursive: true, force: true });
});

/** What a crash leaves: a project whose last act stands in its log. Answers with the project's path. */
function crashed(files: readonly string[]): string {
  mkdirSync(join(folder, 'kept'));
  const store = createStore(join(folder, 'news.galley'));
  record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
    insertProject(store.db, { id: newId(), name: 'News' }, 1);
    return { label: 'Begin', output: null };
  });
  const paths = files.map((end) => `${store.path}${end}`);
  spawnSync('cp', [...paths, join(folder, 'kept')]); // by another process: reading them here would drop our locks
  store.close();
  for (const end of files) chmodSync(join(folder, 'kept', `news.galley${end}`), 0o444);
  return join(folder, 'kept', 'news.galley');
}

/** Opens the project as a user who is not root, to whom write-protection means nothing. */
function openAsUser(path: string): string {
  const script = `
    import { openStore } from ${JSON.stringify(join(import.meta.dirname, 'database.ts'))};
    import { readProject } from ${JSON.stringify(join(import.meta.dirname, 'rows', 'project.ts'))};
    try {
      const store = openStore(${JSON.stringify(path)});
      console.log(readProject(store.db).name + (store.readOnly ? ', read only' : ''));
    } catch (error) {
      console.log(error.name + ' ' + error.code + ': ' + error.message);
    }`;
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const words = ['--input-type=module', '--no-warnings', '--eval', script];
  const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', ...nobody });
  return stdout === '' ? stderr : stdout.trimEnd();
}

describe.skipIf(process.platform === 'win32')('a project that was left by a crash where nothing can be written', () => {
  it.each([[['', '-wal']], [['', '-wal', '-shm']]])('is opened, or its files %j are named in plain words', (files) => {
    const path = crashed(files);
    chmodSync(join(folder, 'kept'), 0o555);
    expect(openAsUser(path)).toMatch(
      /^(News, read only|AppError file-unreadable: news\.galley was not closed in order)/u,
    );
  });

  it('is opened where it can be written', () => {
    const path = crashed(['', '-wal', '-shm']);
    chmodSync(join(folder, 'kept'), 0o777);
    for (const end of ['', '-wal', '-shm']) chmodSync(path + end, 0o666);
    expect(openAsUser(path)).toBe('News');
  });
});

describe.skipIf(process.platform === 'win32')('a place beside a project that something else has taken', () => {
  it.each(['-wal', '-shm', '-journal'])('at %s is told in plain words', (end) => {
    mkdirSync(join(folder, 'kept'));
    const path = join(folder, 'news.galley');
    createStore(path).close();
    chmodSync(path, 0o666);
    chmodSync(folder, 0o777);
    mkdirSync(`${path}${end}`);
    writeFileSync(join(`${path}${end}`, 'mine.txt'), 'mine');
    expect(openAsUser(path)).toMatch(/^AppError file-unreadable: .*news\.galley/u);
  });
});
