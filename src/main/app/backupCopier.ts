import { existsSync, statSync } from 'node:fs';
import { appWords } from '#words/core/app.ts';
import { projectJobs } from '../jobs/project/jobs.ts';
import { copyQuietProject } from '../store/backup/copy.ts';
import { backupOfDay, fileBackup, freshCopy, makeBackupFolder } from '../store/backup/days.ts';
import { localDay } from '../store/backup/head.ts';
import type { Store } from '../store/database.ts';
import { reasonOf } from '../store/systemFault.ts';
import type { Jobs } from '../workers/job.ts';
import type { Platform } from './platform.ts';
import { soundness } from './soundness.ts';

/** A larger file is copied once a day and not whenever it is closed. */
const largeFrom = 1024 ** 3; // bytes
/** A smaller copy is looked through at once; others in a worker. */
const quickBelow = 32 * 1024 ** 2; // bytes

/** Where backups of an open project are made: their folder, and the project’s path without links. */
export type BackupPlace = { folder: string; path: string };
export type BackupParts = { platform: Platform; jobs: Jobs; store: Store; announce: () => void };

/** Makes copies of an open project and says what went wrong; when to make them is another matter. */
export type BackupCopier = {
  /** Why the last backup could not be made, in plain words; '' when it was. */
  problem(): string;
  hasTodays(): boolean;
  /** Whether the day's backup need not be made again when the project has changed further. */
  isEnough(): boolean;
  /** Copies what is there now while nothing else goes on. Answers whether there is a copy to be filed. */
  copy(): boolean;
  /** Files the copy, in this thread. */
  file(): void;
  /** Files the copy, in a worker if it is long. */
  fileLater(): Promise<void>;
  /** Copies in a worker while the project is in use. Answers when it is fixed what the copy will hold. */
  copyMeanwhile(): Promise<void>;
  isBusy(): boolean;
  /** Gives up what goes on in a worker. Answers when that has ended. */
  stop(): Promise<void>;
};

/** Notes in the log that there is no backup, and why. */
export function logMissing(platform: Platform, path: string, why: string): void {
  platform.log('warning', `no backup of ${path} was made: ${why} Earlier backups stay as they are.`);
}

/** Says why there is no backup, once for each reason. */
function tellProblems({ platform, store, announce }: Omit<BackupParts, 'jobs'>, path: string) {
  let problem = '';
  const say = (text: string): void => {
    if (text !== '') logMissing(platform, path, text);
    const isNew = text !== problem;
    problem = text;
    if (isNew) announce();
  };
  return {
    problem: () => problem,
    say,
    /** What is known to be damaged is copied no more, whatever a copy of it would look like. */
    isKnownDamaged() {
      const isDamaged = soundness(store) === 'damaged';
      if (isDamaged) say(appWords.knownDamage); // what is wrong with it is told elsewhere
      return isDamaged;
    },
  };
}

export function createBackupCopier(
  { platform, jobs, store, announce }: BackupParts,
  { folder, path }: BackupPlace,
): BackupCopier {
  const { problem, say, isKnownDamaged } = tellProblems({ platform, store, announce }, path);
  let running: { abort: AbortController; ended: Promise<void> } | null = null;
  const orSay = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      sayWhy(error);
      return undefined;
    }
  };
  const sayWhy = (error: unknown): void => say(appWords.backupFailed({ why: reasonOf(error) }));
  const copyInWorker = async (signal: AbortSignal, begun: () => void): Promise<void> => {
    try {
      const input = { source: store.path, folder, path };
      say((await jobs.run(projectJobs.copyBackup, input, { signal, progress: begun })).problem);
    } catch (error) {
      if (!signal.aborted) sayWhy(error);
    }
    running = null;
    begun();
  };
  const copier: BackupCopier = {
    problem,
    hasTodays: () => existsSync(backupOfDay(folder, path, localDay(platform.now()))),
    isEnough: () => copier.hasTodays() && (platform.kind === 'cli' || statSync(path).size >= largeFrom),
    copy: () =>
      orSay(() => {
        if (isKnownDamaged()) return false;
        makeBackupFolder(folder, path);
        copyQuietProject(store.db, path, freshCopy(folder));
        return true;
      }) ?? false,
    file: () => orSay(() => say(fileBackup(folder, path).problem)),
    async fileLater() {
      if (platform.kind === 'cli' || statSync(freshCopy(folder)).size < quickBelow) copier.file();
      else await jobs.run(projectJobs.fileBackup, { folder, path }).then((filed) => say(filed.problem), sayWhy);
    },
    copyMeanwhile: () =>
      new Promise((begun) => {
        if (isKnownDamaged()) {
          begun();
          return;
        }
        const abort = new AbortController();
        running = { abort, ended: copyInWorker(abort.signal, begun) };
      }),
    isBusy: () => running !== null,
    async stop() {
      running?.abort.abort();
      await running?.ended;
    },
  };
  return copier;
}
