import { join, sep } from 'node:path';
import { appWords } from '#words/core/app.ts';
import { isHeld } from '../store/backup/days.ts';
import { localDay, readHead } from '../store/backup/head.ts';
import { backupsFolder, placeMark } from '../store/backup/place.ts';
import { followed } from '../store/identity.ts';
import { readProject } from '../store/rows/project.ts';
import { createBackupCopier, logMissing } from './backupCopier.ts';
import type { BackupParts, BackupPlace } from './backupCopier.ts';
import { soundness } from './soundness.ts';

/** A state that is older was left by somebody who does not work on this project now. */
const recently = 7 * 24 * 60 * 60 * 1000; // ms
/** How long after the day's first change, and after later ones, an open window makes its backup. */
const usualPause = { first: 10_000, later: 30 * 60_000 }; // ms

/**
 * Keeps the dated backups of an open project. The backup of a day holds the project as that day left it: it is made soon
 * after the day's first change, again while work goes on, and when the project is closed. What could not be made then (the
 * program was killed, or a command line made further changes) is made at the next opening, before anything is changed.
 */
export type BackupKeeper = {
  /** Makes the backup of a state that was left behind. Answers when the state is fixed, not when its copy is made. */
  opened(): Promise<void>;
  /** As `opened`, for a program that lives for one act: only where the state is of another day. Call before each change. */
  beforeChange(): void;
  changed(): void;
  /** Call while the project is still open, when nothing else goes on. The answer is to be called when it is closed. */
  closing(withoutBackup: boolean): Promise<() => Promise<void>>;
  /** Why the last backup could not be made, in plain words; '' when it was. */
  problem(): string;
};

const nothing: BackupKeeper = {
  opened: () => Promise.resolve(),
  beforeChange: () => undefined,
  changed: () => undefined,
  closing: () => Promise.resolve(() => Promise.resolve()),
  problem: () => '',
};

export function keepBackups(parts: BackupParts): BackupKeeper {
  const { platform, store } = parts;
  const backups = backupsFolder(platform.settingsFolder);
  const path = followed(store.path);
  // What is done in a backup that was opened to look at it is kept there.
  if (soundness(store) === 'damaged') {
    logMissing(platform, path, appWords.knownDamage);
    return { ...nothing, problem: () => appWords.knownDamage };
  }
  if (store.readOnly || path.startsWith(`${followed(backups)}${sep}`)) return nothing;
  const id = readable(() => readProject(store.db)?.id);
  if (id === undefined) return nothing;
  return keeperOf(parts, { folder: join(backups, id, placeMark(path)), path });
}

/** What a damaged file does not let be read is nothing that a backup could be made of. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function keeperOf(parts: BackupParts, place: BackupPlace): BackupKeeper {
  const { platform, store } = parts;
  const { folder, path } = place;
  const pause = platform.backupPause ?? usualPause;
  const isBrief = platform.kind === 'cli';
  const copier = createBackupCopier(parts, place);
  let isChanged = false;
  let isLookedAt = false;
  let timer: NodeJS.Timeout | null = null;
  const copyWhenDue = (): void => {
    timer = null;
    if (!copier.isEnough()) void copier.copyMeanwhile();
  };
  return {
    problem: copier.problem,
    async opened() {
      const head = readable(() => readHead(store.db));
      const isDue = head && head.seq > 1 && platform.now() - head.at < recently && !isHeld(folder, path, head);
      if (isDue && !isBrief) await copier.copyMeanwhile();
    },
    beforeChange() {
      if (!isBrief || isLookedAt) return;
      isLookedAt = true;
      const head = readable(() => readHead(store.db));
      if (!head || head.seq <= 1 || localDay(head.at) === localDay(platform.now())) return;
      if (!isHeld(folder, path, head) && copier.copy()) copier.file();
    },
    changed() {
      isChanged = true;
      if (isBrief || timer || copier.isBusy()) return;
      timer = setTimeout(copyWhenDue, copier.hasTodays() ? pause.later : pause.first);
      timer.unref();
    },
    async closing(withoutBackup) {
      if (timer) clearTimeout(timer);
      timer = null;
      const isOwed = isChanged || copier.isBusy();
      await copier.stop();
      const isCopied = !withoutBackup && isOwed && !copier.isEnough() && copier.copy();
      return () => (isCopied ? copier.fileLater() : Promise.resolve());
    },
  };
}
