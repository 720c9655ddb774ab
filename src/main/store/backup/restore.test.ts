import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { createStore, openStore } from '../database.ts';
import type { Store } from '../database.ts';
import { newId } from '../ids.ts';
import { record, sealHistory } from '../journal.ts';
import { insertCoder, listCoders } from '../rows/coder.ts';
import { insertProject } from '../rows/project.ts';
import type { CheckContext } from '../verify.ts';
import { lookInside } from './look.ts';
import { isRestoring, prepareRestore, restoreAs, restoreInPlace } from './restore.ts';

const at = new Date(2026, 10, 29, 7, 18).getTime();
const aside = 'P (before restore 2026-11-29 07.18).galley';

let folder: string;
let path: string;
let backup: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-restore-'));
  path = join(folder, 'P.galley');
  backup = join(folder, 'backup.galley');
});
afterEach(() => rmSync(folder, { recursive: true }));

function act(store: Store, write: () => void): void {
  record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
    write();
    return { label: 'Act', output: null };
  });
}

function addCoder(store: Store, name: string): void {
  act(store, () => insertCoder(store.db, { id: newId(), name, kind: 'person' }, 1));
}

/** Who is in the project; it must be sound. */
function namesIn(file: string): string[] {
  const store = openStore(file);
  try {
    expect(store.db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    return listCoders(store.db).map(({ name }) => name);
  } finally {
    store.close();
  }
}

/** A backup with Ada alone, and a project that was killed with Ben in its file and Cleo in its log. */
function crashedProject(): void {
  const first = createStore(path);
  act(first, () => insertProject(first.db, { id: newId(), name: 'P' }, 1));
  sealHistory(first.db);
  addCoder(first, 'Ada');
  first.close();
  copyFileSync(path, backup);
  const second = openStore(path);
  addCoder(second, 'Ben');
  second.db.pragma('wal_checkpoint(TRUNCATE)');
  addCoder(second, 'Cleo');
  for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, join(folder, `dead${end}`));
  second.close();
  for (const end of ['', '-wal']) {
    copyFileSync(join(folder, `dead${end}`), `${path}${end}`);
    rmSync(join(folder, `dead${end}`));
  }
}

describe('Restoring in place', () => {
  test('beside a left log gives the backup, and keeps the state before it with its log', () => {
    crashedProject();
    expect(restoreInPlace(path, backup, at)).toEqual({ kept: aside });
    expect(namesIn(path)).toEqual(['Ada']);
    expect(namesIn(join(folder, aside))).toEqual(['Ada', 'Ben', 'Cleo']);
    expect(readdirSync(folder).sort()).toEqual([aside, 'P.galley', 'backup.galley']);
  });

  test('can be taken back by restoring what was kept, log and all', () => {
    crashedProject();
    restoreInPlace(path, backup, at);
    expect(existsSync(join(folder, `${aside}-wal`))).toBe(true);
    restoreInPlace(path, join(folder, aside), at);
    expect(namesIn(path)).toEqual(['Ada', 'Ben', 'Cleo']);
    expect(namesIn(join(folder, aside.replace(').galley', ' 2).galley')))).toEqual(['Ada']);
  });

  test('does not leave a foreign log where SQLite finds it', () => {
    crashedProject();
    copyFileSync(backup, path);
    expect(restoreInPlace(path, backup, at)).toEqual({ kept: aside });
    expect(namesIn(path)).toEqual(['Ada']);
    expect(namesIn(join(folder, aside))).toEqual(['Ada']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.wal'))).toEqual([
      aside.replace('.galley', ' (left log).wal'),
    ]);
  });

  test.each([
    ['missing', (): void => rmSync(path)],
    ['empty', (): void => writeFileSync(path, '')],
    ['something else', (): void => writeFileSync(path, 'Not a database at all. '.repeat(1000))],
    ['cut short', (): void => writeFileSync(path, readFileSync(path).subarray(0, 5000))],
  ])('works where the project is %s', (_what, spoil) => {
    crashedProject();
    spoil();
    const left = existsSync(path) ? readFileSync(path) : null;
    const { kept } = restoreInPlace(path, backup, at);
    expect(namesIn(path)).toEqual(['Ada']);
    expect(kept === null ? null : readFileSync(join(folder, kept))).toEqual(left);
  });

  test.each(['copied', 'noted', 'file aside', 'log aside', 'in place'])(
    'that is cut off after “%s” leaves one of both states, and the other where nothing was lost',
    (last) => {
      crashedProject();
      const stop = new Error('cut off');
      expect(() =>
        restoreInPlace(path, backup, at, {
          step(done) {
            if (done === last) throw stop;
          },
        }),
      ).toThrow(stop);
      const isBegun = isRestoring(path);
      expect(isBegun).toBe(last !== 'copied');
      expect(namesIn(path)).toEqual(isBegun ? ['Ada'] : ['Ada', 'Ben', 'Cleo']);
      if (isBegun) expect(namesIn(join(folder, aside))).toEqual(['Ada', 'Ben', 'Cleo']);
      expect(readdirSync(folder).sort()).toEqual([...(isBegun ? [aside] : []), 'P.galley', 'backup.galley']);
    },
  );

  test('that was killed while it copied is cleared away at the next opening', () => {
    crashedProject();
    for (const end of ['', '-wal', '-journal'])
      writeFileSync(join(folder, `P.galley-restored${end}`), 'A part of a copy');
    expect(namesIn(path)).toEqual(['Ada', 'Ben', 'Cleo']);
    expect(readdirSync(folder).sort()).toEqual(['P.galley', 'backup.galley']);
  });

  test('that was killed while it wrote its note is cleared away at the next opening', () => {
    crashedProject();
    writeFileSync(join(folder, 'P.galley-restored'), 'A copy');
    writeFileSync(join(folder, 'P.galley-restore.new'), '{"asi');
    expect(namesIn(path)).toEqual(['Ada', 'Ben', 'Cleo']);
    expect(readdirSync(folder).sort()).toEqual(['P.galley', 'backup.galley']);
  });

  test('is refused for a damaged backup, and changes nothing', () => {
    crashedProject();
    const bytes = readFileSync(backup);
    writeFileSync(backup, bytes.fill(0xa5, 4096 * 3, 4096 * 5));
    const before = readFileSync(path);
    expect(() => restoreInPlace(path, backup, at)).toThrow(/backup\.galley cannot be restored\. It /u);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['P.galley', 'P.galley-wal', 'backup.galley']);
  });

  test('is refused while the project is open', () => {
    crashedProject();
    const store = openStore(path);
    expect(() => restoreInPlace(path, backup, at)).toThrow(/Another Galley window or command has this project open/u);
    expect(listCoders(store.db)).toHaveLength(3);
    store.close();
    expect(namesIn(path)).toEqual(['Ada', 'Ben', 'Cleo']);
  });
});

/** A context that stops the work when it is asked for the `number`th time. */
function stopAt(number: number) {
  const told: [done: number, total: number][] = [];
  let asked = 0;
  return {
    told,
    asked: () => asked,
    progress: (done: number, total: number) => void told.push([done, total]),
    checkpoint() {
      asked += 1;
      if (asked === number) throw new AppError('cancelled', said('history.cancelled'));
    },
  };
}

const ways = [
  ['in place', (context: CheckContext) => void restoreInPlace(path, backup, at, { context })],
  ['in place of a project that is open', (context: CheckContext) => void prepareRestore(path, backup, context)],
  ['as a new file', (context: CheckContext) => restoreAs(backup, join(folder, 'New.galley'), context)],
] as const;

describe.each(ways)('A restoring %s', (_way, restore) => {
  const contents = (): [string, string][] =>
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);

  test('tells how far the copying is, and then that the copy is looked through', () => {
    crashedProject();
    const context = stopAt(0);
    restore(context);
    const { size } = statSync(backup);
    expect(context.told).toEqual([
      [0, size],
      [size, size],
      [0, 0],
    ]);
  });

  test('leaves everything as it was, whenever it is cancelled', () => {
    crashedProject();
    const before = contents();
    let moments = 0;
    for (let number = 1; ; number++) {
      const context = stopAt(number);
      try {
        restore(context);
        expect(context.asked()).toBe(moments);
        break;
      } catch (error) {
        expect(error).toMatchObject({ code: 'cancelled' });
        moments = number;
        expect(contents()).toEqual(before);
      }
    }
    expect(moments).toBeGreaterThanOrEqual(5);
  });
});

describe('Restoring a prepared copy', () => {
  test('takes that copy', () => {
    crashedProject();
    const prepared = prepareRestore(path, backup);
    rmSync(backup);
    copyFileSync(path, backup); // what becomes of the backup meanwhile does not matter
    expect(restoreInPlace(path, backup, at, { prepared })).toEqual({ kept: aside });
    expect(namesIn(path)).toEqual(['Ada']);
  });

  test('takes none that another program has made meanwhile, or left', () => {
    crashedProject();
    const prepared = prepareRestore(path, backup);
    writeFileSync(`${path}-other`, 'Half of another copy');
    renameSync(`${path}-other`, `${path}-restored`);
    expect(() => restoreInPlace(path, backup, at, { prepared })).toThrow(/Nothing was changed; restore again/u);
    expect(namesIn(path)).toEqual(['Ada', 'Ben', 'Cleo']);
    expect(readdirSync(folder).sort()).toEqual(['P.galley', 'backup.galley']);
  });
});

describe('Comparing a backup', () => {
  test('with a project that was killed counts what is in its log', () => {
    crashedProject();
    expect(lookInside(backup, path, null).difference?.onlyProject.acts.total).toBe(2);
  });

  test('does not read a project together with a log that is not its own', () => {
    crashedProject();
    copyFileSync(backup, path);
    expect(lookInside(backup, path, null)).toMatchObject({ problem: '', difference: null });
  });
});

describe('Restoring as a new file', () => {
  test('makes one that is not mixed with a log of that name, and takes no file’s place', () => {
    crashedProject();
    const target = join(folder, 'New.galley');
    copyFileSync(`${path}-wal`, `${target}-wal`);
    restoreAs(backup, target);
    expect(namesIn(target)).toEqual(['Ada']);
    expect(() => restoreAs(backup, target)).toThrow(/New\.galley is there already/u);
    expect(namesIn(path)).toEqual(['Ada', 'Ben', 'Cleo']);
  });
});
