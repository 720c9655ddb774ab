import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import SqliteDatabase from 'better-sqlite3';
import { storeWords } from '#words/core/store.ts';
import type { FileFault } from '../../shared/api/project.ts';
import { AppError } from '../../shared/errors.ts';
import { said, say, wordsOf } from '../../shared/words/message.ts';
import type { Message } from '../../shared/words/message.ts';
import { canWrite } from './access.ts';
import { finishRestore } from './backup/restore.ts';
import { createCondition } from './condition.ts';
import type { Condition } from './condition.ts';
import { damageIn, damageTold, findDamage, openingDamage, strangePart } from './damage.ts';
import { keepLogAside, lossNotice } from './damagedLog.ts';
import { readFileHeader } from './fileHeader.ts';
import type { FileHeader } from './fileHeader.ts';
import { isAtRest, newestVersion } from './fileState.ts';
import { find, isTaken, realPlace } from './identity.ts';
import { installJournal } from './journal.ts';
import { hasForeignLog, lacksLog, setLogAside } from './leftLog.ts';
import { lockProject, nameOfLog } from './lock.ts';
import type { ProjectLock } from './lock.ts';
import { isBusy } from './lockFile.ts';
import { lostCommits } from './logDamage.ts';
import { fileVersion, migrate, newerFile } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import type { MigrationProgress } from './migrations/migration.ts';
import { openReader } from './openReader.ts';
import { closingFault, openingFault, refuseStrangers } from './openingFault.ts';
import { purgeStagings } from './rows/staging.ts';
import { systemCode, writingRefusal } from './systemFault.ts';
import { watchFiles } from './watch.ts';
import { clearYoungFiles, youngFile } from './youngFile.ts';

/** An open project file. */
export type Store = {
  readonly db: Database;
  /** Where the file really is: symbolic links are followed. */
  readonly path: string;
  readonly readOnly: boolean;
  /** Why the file is open for reading only, one line; '' when it is not. */
  readonly readOnlyReason: string;
  /** The mode of its file. */
  readonly mode: number;
  /** What other programs have done to its file or log since it was opened; null when all is well. */
  fault(): FileFault | null;
  /** What is known of the state of its file. Once damage was found there, the project is open for reading only. */
  readonly condition: Condition;
  /** Leaves exactly one file behind. Every reader's connection must be closed before. */
  close(): void;
  /** Closes a project whose file is no longer under its name: what is there now is not touched. */
  abandon(): void;
};

/** What a project is opened for. */
export type OpenedFor = 'writing' | 'reading';

/** The oldest version that is read as it is: later ones changed no table. */
const readableVersion = migrations.findLast(({ sql, run }) => sql !== '' || run !== undefined)?.version ?? 0;

/** A file of this size is looked through while it is opened; a larger one later, beside other work. */
const smallUpTo = 8 * 1024 ** 2; // bytes

/** better-sqlite3 needs Node-API 10; on an older Node it would crash without a word. */
function checkRuntime(): void {
  if (Number(process.versions.napi) < 10) {
    throw new Error(`Galley needs Node 22.14 or newer (this is ${process.version}); start it with “npm start”.`);
  }
}

/**
 * Makes a new project file at `path` and opens it; `begin` writes what it is to hold before it has its name. Throws `file-exists`,
 * `file-unwritable`, `project-in-use` and what `begin` throws; then there is no file.
 */
export function createStore(wanted: string, begin: (store: Store) => void = () => undefined): Store {
  checkRuntime();
  const path = realPlace(wanted, 'file-unwritable');
  if (isTaken(path)) throw takenName(path);
  if (!existsSync(dirname(path))) {
    throw new AppError('file-unwritable', said('store.noFolder', { folder: dirname(path) }), { path });
  }
  if (!canWrite(dirname(path))) {
    throw new AppError('file-unwritable', said('store.cannotWriteIn', { folder: dirname(path) }), { path });
  }
  const lock = lockProject(path);
  if ('reason' in lock) {
    const { reason } = lock;
    throw new AppError('project-in-use', said('store.cannotMakeInUse', { name: basename(path), reason }), { path });
  }
  try {
    makeWhole(path, begin);
  } finally {
    lock.release();
  }
  return openStore(path);
}

function takenName(path: string): AppError {
  return new AppError('file-exists', said('store.takenName', { path }), { path });
}

function makeWhole(path: string, begin: (store: Store) => void): void {
  clearYoungFiles(dirname(path));
  const young = youngFile(path);
  try {
    closeSync(openSync(young.path, 'wx', 0o600)); // this user's alone; SQLite gives the files beside it the same mode
    const store = openForWriting(young.path, { release: () => undefined });
    try {
      begin(store);
      store.close();
    } finally {
      store.db.close();
    }
    young.name(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw toldOf(path, error, young.path);
    if (code === 'EEXIST') throw takenName(path);
    throw new AppError('file-unwritable', said('store.cannotMake', { path, why: writingRefusal(code) }), { path });
  } finally {
    young.end();
  }
}

/** What is said of a file that nobody knows is said of the one that was wanted. */
function toldOf(path: string, error: unknown, young: string): unknown {
  if (!(error instanceof AppError)) return error;
  const { why } = error.details;
  const message =
    typeof why === 'string'
      ? said('store.cannotMake', { path, why })
      : renamed(error.said, basename(young), basename(path));
  return new AppError(error.code, message, { path });
}

/** The same, told of a file of another name. */
function renamed(message: Message, from: string, to: string): Message {
  const named = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll(from, to) : value;
  return JSON.parse(JSON.stringify(message), named) as Message; // what is told is plain JSON
}

/**
 * Opens a project file: for writing where that is possible, else for reading with the reason.
 * A log that cannot belong to the file is put aside and not applied; then the file opens for reading, so that it is seen.
 * What is only to be read leaves the file as it is, unless a log has to be taken in or the file is to be brought up to date; others
 * cannot write it meanwhile. `progress` is told how far that is. Throws `file-unreadable`, `not-a-project`, `file-newer`.
 */
export function openStore(
  named: string,
  { openedFor = 'writing', progress }: { openedFor?: OpenedFor; progress?: MigrationProgress } = {},
): Store {
  checkRuntime();
  const path = nameOfLog(realPlace(named, 'file-unreadable'));
  finishRestore(path);
  checkHeader(path);
  refuseStrangers(path);
  refuseWithoutLog(path);
  if (hasForeignLog(path)) return openWithoutLog(path);
  if (!canWrite(path) || !canWrite(dirname(path))) {
    return openForReading(path, said('store.fileProtected'));
  }
  const lock = lockProject(path);
  if ('reason' in lock) return openForReading(lock.path, lock.reason);
  if (openedFor === 'reading' && isAtRest(path)) return openAtRest(path, lock);
  const lost = lostCommits(path);
  return lost === 0 ? openForWriting(path, lock, progress) : openBesideDamagedLog(path, lock, lost);
}

function openAtRest(path: string, lock: ProjectLock): Store {
  let db: Database | null = null;
  try {
    db = openReader(path);
    const damage = soundnessOf(db, path);
    if (damage !== null) {
      db.close();
      lock.release();
      return openDamaged(path, damage);
    }
    const store = readableStore(db, path, storeWords.openedToRead, createCondition());
    const end = (): void => {
      store.close();
      lock.release();
    };
    return { ...store, close: end, abandon: end };
  } catch (error) {
    db?.close();
    lock.release();
    throw damaged(error, path);
  }
}

/** Of a file with several names the log lies beside the one under which it was open. */
function refuseWithoutLog(path: string): void {
  const isOneOfSeveral = (find(path)?.nlink ?? 1n) > 1n;
  if (!isOneOfSeveral || !lacksLog(path)) return;
  throw new AppError('file-unreadable', said('store.leftUnderOtherName', { name: basename(path) }), { path });
}

/** Looks at the first bytes before SQLite does, so that a wrong file gets a clear word and is never touched. */
export function checkHeader(path: string): void {
  let head: FileHeader;
  try {
    head = readFileHeader(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new AppError(
      'file-unreadable',
      isMissing ? said('store.noSuchFile', { path }) : said('store.unreadableFile', { path }),
      { path },
    );
  }
  // A file that was just made may still be all in its log after a crash: then the file itself is empty.
  if (head.isProject || (head.isUnnamed && existsSync(`${path}-wal`))) return;
  throw new AppError('not-a-project', said('store.noProject', { name: basename(path) }), { path });
}

function openForWriting(path: string, lock: ProjectLock, progress: MigrationProgress = () => undefined): Store {
  let db: Database | null = null;
  try {
    db = new SqliteDatabase(path, { timeout: 5000 });
    if (fileVersion(db) > newestVersion) throw newerFile(path, fileVersion(db), newestVersion);
    const damage = soundnessOf(db, path);
    if (damage !== null) {
      db.close();
      lock.release();
      return openDamaged(path, damage);
    }
    db.pragma('journal_mode = WAL');
    db.exec('BEGIN IMMEDIATE; ROLLBACK'); // the log is made with the first wish to write: here it can still be refused
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('cache_size = -64000');
    // Checkpoints come at some 32 MB of log: an import would else stop for one with every batch.
    db.pragma('wal_autocheckpoint = 8000');
    migrate(db, path, migrations, progress);
    purgeStagings(db);
    installJournal(db);
    const store = writableStore(db, path, lock);
    if (isSmall(path)) store.condition.foundSound();
    return store;
  } catch (error) {
    db?.close();
    lock.release();
    throw damaged(error, path);
  }
}

/** What is wrong with the file, as far as it is looked through at its opening; null where nothing is. */
function soundnessOf(db: Database, path: string): string | Message | null {
  return isSmall(path) ? findDamage(db) : strangePart(db);
}

/** Whether looking through the file takes no longer than opening it. */
function isSmall(path: string): boolean {
  return statSync(path).size <= smallUpTo;
}

/** A damaged file is opened as it is, if it can be read at all. */
function openDamaged(path: string, damage: string | Message): Store {
  const advice = damageTold(path, damage);
  try {
    return openForReading(path, advice, createCondition(say(advice)));
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-newer') throw error;
    throw new AppError('file-damaged', advice, { path });
  }
}

function writableStore(db: Database, path: string, lock: ProjectLock): Store {
  readFirst(db);
  const watch = watchFiles(path, db);
  const condition = createCondition();
  return {
    db,
    path,
    get readOnly() {
      return condition.soundness() === 'damaged';
    },
    get readOnlyReason() {
      return condition.damage();
    },
    condition,
    mode: watch.mode,
    fault: () => watch.fault(),
    abandon() {
      try {
        // Where its file goes on under another name, that one has all acts, too.
        if (watch.fault() !== 'log') db.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        watch.removeLog();
        db.close();
        lock.release();
      }
    },
    close() {
      try {
        db.pragma('journal_mode = DELETE'); // moves the log into the file and removes it
      } catch (error) {
        // Another program reads it: the log stays beside it until that one, too, is closed. Beside a file that is known to
        // be damaged it stays where it cannot go in.
        if (!isBusy(error) && condition.soundness() !== 'damaged') throw closingFault(error, path);
      } finally {
        db.close();
        lock.release();
      }
    },
  };
}

/** SQLite opens the log with the first read. */
function readFirst(db: Database): void {
  db.pragma('user_version');
}

function readableStore(db: Database, path: string, readOnlyReason: string, condition: Condition): Store {
  const watch = watchFiles(path, db); // the log is its writer's, who takes it away when closing
  const close = (): void => void db.close();
  return {
    db,
    path,
    readOnly: true,
    readOnlyReason,
    condition,
    mode: watch.mode,
    fault: () => watch.fault(),
    close,
    abandon: close,
  };
}

function openForReading(path: string, reason: string | Message, condition = createCondition()): Store {
  let db: Database | null = null;
  try {
    db = openReader(path);
    if (fileVersion(db) > newestVersion) throw newerFile(path, fileVersion(db), newestVersion);
    if (fileVersion(db) < readableVersion) {
      throw new AppError('read-only', said('store.olderFile', { name: basename(path), reason }));
    }
    return readableStore(db, path, wordsOf(reason), condition);
  } catch (error) {
    db?.close();
    throw damaged(error, path);
  }
}

/**
 * Takes a damaged log in as far as it can be read, with copies of all kept aside, and opens the project for reading, so that it
 * is seen. Where what results is not whole, nothing is taken in.
 */
function openBesideDamagedLog(path: string, lock: ProjectLock, lost: number): Store {
  let reader: Database | null = null;
  let notice: string;
  try {
    reader = openReader(path);
    const damage = findDamage(reader);
    if (damage !== null) {
      lock.release();
      return openDamaged(path, said('store.damagedWithoutLog', { damage }));
    }
    notice = lossNotice(reader, path, lost, keepLogAside(path));
  } catch (error) {
    lock.release();
    throw damaged(error, path);
  } finally {
    reader?.close();
  }
  openForWriting(path, lock).close();
  return openForReading(path, notice, createCondition('', notice));
}

function openWithoutLog(path: string): Store {
  const name = basename(path);
  const lock = canWrite(path) && canWrite(dirname(path)) ? lockProject(path) : null;
  if (lock === null || 'reason' in lock) {
    throw new AppError('file-damaged', said('store.foreignLogStays', { name }), { path });
  }
  try {
    const notice = storeWords.foreignLogKept({ name, aside: setLogAside(path) });
    return openForReading(path, notice, createCondition('', notice));
  } finally {
    lock.release();
  }
}

function damaged(error: unknown, path: string): unknown {
  const fault = damageIn(error) === null ? openingFault(error, path) : error;
  return openingDamage(fault, path); // what is read and written here is Galley's own
}
