import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { say } from '../../shared/words/message.ts';
import { createStore, openStore } from './database.ts';
import type { Store } from './database.ts';
import { newId } from './ids.ts';
import { record } from './journal.ts';
import { lockProject } from './lock.ts';
import { lockFile } from './lockFile.ts';
import type { FileLock } from './lockFile.ts';
import { makeFolder } from './privateFolder.ts';
import { insertProject, readProject } from './rows/project.ts';

let folder: string;
const opened: Store[] = [];
const keep = (store: Store): Store => {
  opened.push(store);
  return store;
};
const make = (name: string): string => {
  const path = join(folder, name);
  createStore(path).close();
  return path;
};

function begin(store: Store): void {
  record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
    insertProject(store.db, { id: newId(), name: 'News' }, 1);
    return { label: 'Begin', output: null };
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-lock-'));
});
afterEach(() => {
  for (const store of opened.splice(0).toReversed()) store.close();
  rmSync(folder, { recursive: true, force: true });
});

function held(lock: ReturnType<typeof lockFile>): FileLock {
  if (typeof lock === 'string') throw new Error(`not locked: ${lock}`);
  return lock;
}

describe('a project under several names', () => {
  it('has one writer when the other name is a symbolic link, to it or to its folder', () => {
    const path = make('news.galley');
    symlinkSync(path, join(folder, 'link.galley'));
    symlinkSync(folder, join(folder, 'elsewhere'));
    const first = keep(openStore(join(folder, 'link.galley')));
    expect(first).toMatchObject({ readOnly: false, path });
    for (const name of ['news.galley', 'link.galley', join('elsewhere', 'link.galley')]) {
      expect(keep(openStore(join(folder, name)))).toMatchObject({ readOnly: true, path });
    }
  });

  it('has one writer when the other name is a hard link', () => {
    const path = make('news.galley');
    mkdirSync(join(folder, 'shared'));
    const other = join(folder, 'shared', 'other.galley');
    linkSync(path, other);
    const first = keep(openStore(path));
    expect(first.readOnly).toBe(false);
    const second = keep(openStore(other));
    expect(second.readOnly).toBe(true);
    expect(second.readOnlyReason).toContain('has this project open');
    // Its log lies beside the name under which it is open, so it is read by that name.
    expect(second.path).toBe(path);
    second.close();
    first.close();
    opened.splice(0);
    expect(keep(openStore(other))).toMatchObject({ readOnly: false, path: other });
    expect(keep(openStore(path))).toMatchObject({ readOnly: true, path: other });
  });

  it('loses nothing under its other names when it was closed while another read it', () => {
    const path = make('news.galley');
    const other = join(folder, 'other.galley');
    linkSync(path, other);
    const writer = openStore(path);
    const reader = openStore(other);
    begin(writer);
    writer.close();
    reader.close();
    expect(existsSync(`${path}-wal`)).toBe(true);
    const store = keep(openStore(other));
    expect([store.readOnly, readProject(store.db)?.name]).toEqual([false, 'News']);
  });

  it('loses nothing under its other names when its program was killed, and waits for its log where that is not known', () => {
    const path = make('news.galley');
    const other = join(folder, 'other.galley');
    const store = openStore(path);
    begin(store);
    for (const end of ['', '-wal']) copyFileSync(path + end, join(folder, `dead${end}`));
    store.close();
    for (const end of ['', '-wal']) renameSync(join(folder, `dead${end}`), path + end);
    linkSync(path, other);
    const before = readFileSync(other);
    expect(() => openStore(other)).toThrow(/several names.*under the name beside which its log lies/u);
    expect(readFileSync(other).equals(before)).toBe(true);
    expect(readProject(keep(openStore(path)).db)?.name).toBe('News');
  });

  it('can be closed by its writer while another reads, and loses nothing', () => {
    const path = make('news.galley');
    const writer = openStore(path);
    const reader = keep(openStore(path));
    begin(writer);
    writer.close();
    expect(readProject(reader.db)?.name).toBe('News');
    reader.close();
    opened.splice(0);
    expect(readProject(keep(openStore(path)).db)?.name).toBe('News');
  });

  it('is open for reading only where no lock for all its names can be had, and says what to do', () => {
    const path = make('news.galley');
    const alone = lockProject(path, null);
    expect(alone).toHaveProperty('release');
    if ('release' in alone) alone.release();
    linkSync(path, join(folder, 'other.galley'));
    const refused = lockProject(path, null);
    expect('reason' in refused && say(refused.reason)).toMatch(/several names.*Copy it/u);
    expect(readdirSync(folder).toSorted()).toEqual(['news.galley', 'other.galley']);
  });

  it('cannot be made where a link stands that leads nowhere', () => {
    symlinkSync(join(folder, 'nowhere.galley'), join(folder, 'link.galley'));
    expect(() => createStore(join(folder, 'link.galley'))).toThrow(/there already/u);
    expect(existsSync(join(folder, 'nowhere.galley'))).toBe(false);
  });
});

describe('a lock', () => {
  it('is not had by two when its file is removed between opening and locking', () => {
    const path = join(folder, 'a-lock');
    const first = held(lockFile(path, 0o600));
    let third: FileLock | null = null;
    let opens = 0;
    const second = lockFile(path, 0o600, () => {
      opens += 1;
      if (opens > 1) return;
      first.release();
      third = held(lockFile(path, 0o600));
    });
    expect(second).toBe('busy');
    held(third as unknown as FileLock).release();
    expect(existsSync(path)).toBe(false);
  });

  it('goes to the one who opened it, when nobody took another', () => {
    const path = join(folder, 'a-lock');
    const first = held(lockFile(path, 0o600));
    let opens = 0;
    const second = held(
      lockFile(path, 0o600, () => {
        opens += 1;
        if (opens === 1) first.release();
      }),
    );
    expect(lockFile(path, 0o600)).toBe('busy');
    second.release();
  });

  it('that another has taken meanwhile is not removed by releasing', () => {
    const path = join(folder, 'a-lock');
    const first = held(lockFile(path, 0o600));
    rmSync(path);
    const second = held(lockFile(path, 0o600));
    first.release();
    expect(lockFile(path, 0o600)).toBe('busy');
    second.release();
  });

  it('of a crashed program, an empty file, is taken', () => {
    const path = make('news.galley');
    writeFileSync(`${path}-lock`, '');
    expect(keep(openStore(path)).readOnly).toBe(false);
  });

  it('has the mode of its project', () => {
    if (process.platform === 'win32') return;
    const path = make('news.galley');
    keep(openStore(path));
    for (const end of ['', '-lock', '-wal', '-shm']) expect(statSync(path + end).mode & 0o777).toBe(0o600);
  });
});

describe('what stands in the way of a lock', () => {
  it('leaves the project open for reading, with a word on it, and stays as it is', () => {
    const path = make('news.galley');
    const place = `${path}-lock`;
    const cases: [string, () => void][] = [
      ['a folder', () => mkdirSync(place)],
      ['rubbish', () => writeFileSync(place, 'not a lock at all')],
      ['a short file', () => writeFileSync(place, 'x')],
      ['a link', () => symlinkSync(join(folder, 'victim'), place)],
    ];
    for (const [what, put] of cases) {
      put();
      const store = openStore(path);
      expect([what, store.readOnly]).toEqual([what, true]);
      expect(store.readOnlyReason).toContain('news.galley-lock');
      store.close();
      expect(readdirSync(folder).toSorted()).toEqual(['news.galley', 'news.galley-lock']);
      rmSync(place, { recursive: true });
    }
    expect(keep(openStore(path)).readOnly).toBe(false);
  });

  it('keeps a new project from being made, and leaves nothing behind', () => {
    const path = join(folder, 'new.galley');
    mkdirSync(`${path}-lock`);
    expect(() => createStore(path)).toThrow(/new\.galley-lock/u);
    expect(readdirSync(folder)).toEqual(['new.galley-lock']);
  });

  it('is a name or a path that is too long', () => {
    for (const path of [
      join(folder, `${'n'.repeat(241)}.galley`),
      join(folder, `${'n'.repeat(300)}.galley`),
      join(folder, ...Array.from({ length: 5 }, () => 'f'.repeat(120)), 'p.galley'),
    ]) {
      for (const act of [createStore, openStore]) {
        expect(() => act(path)).toThrow(AppError);
        expect(() => act(path)).toThrow(/too long/u);
      }
    }
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(make(`${'n'.repeat(240)}.galley`))).toBe(true);
  });
});

describe.skipIf(process.getuid === undefined)('the folder of locks', () => {
  const user = process.getuid?.() ?? 0;

  it('is made for this user alone', () => {
    const made = makeFolder(join(folder, 'own'), ['locks'], user);
    expect(made).toBe(join(folder, 'own', 'locks'));
    expect(statSync(join(folder, 'own')).mode & 0o777).toBe(0o700);
    expect(makeFolder(join(folder, 'own'), ['locks'], user)).toBe(made);
  });

  it('is not taken when it is a link, a file, or belongs to another', () => {
    mkdirSync(join(folder, 'real'));
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    writeFileSync(join(folder, 'file'), '');
    expect(makeFolder(join(folder, 'link'), ['locks'], user)).toBeNull();
    expect(makeFolder(join(folder, 'file'), ['locks'], user)).toBeNull();
    expect(makeFolder(join(folder, 'real'), ['locks'], user + 1)).toBeNull();
  });
});
