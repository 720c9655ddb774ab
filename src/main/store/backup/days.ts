import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { storeWords } from '#words/core/store.ts';
import { freeName, stemOf } from '../freeName.ts';
import { inspectCopy } from './check.ts';
import { syncFile } from './copy.ts';
import { hasPassed, headOf, localDay } from './head.ts';
import type { Head } from './head.ts';

/** Backups of so many days on which a project was changed are kept. */
const daysKept = 7;

const dated = / (?<day>\d{4}-\d\d-\d\d)(?: \d+)?\.galley$/u;

/** The day in a backup's name; '' where there is none. */
export function dayInName(name: string): string {
  return dated.exec(name)?.groups?.['day'] ?? '';
}

/** Where the backup of a day lies: `NAME 2024-03-14.galley`. */
export function backupOfDay(folder: string, path: string, day: string): string {
  return join(folder, `${stemOf(path)} ${day}.galley`);
}

/** Where a copy is made before it is known to be sound. */
export function freshCopy(folder: string): string {
  return join(folder, '.new');
}

/** Makes the folder of a project's backups, for its owner alone, with a note whose backups they are. */
export function makeBackupFolder(folder: string, path: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (placeOfFolder(folder) !== path) writeFileSync(join(folder, 'place'), path, { mode: 0o600 });
}

/** The path of the project whose backups lie in the folder; '' where nothing says it. */
function placeOfFolder(folder: string): string {
  const note = join(folder, 'place');
  return existsSync(note) ? readFileSync(note, 'utf8') : '';
}

/** Whether a backup of the day of this state holds the state, or a later one that grew out of it. */
export function isHeld(folder: string, path: string, head: Head): boolean {
  const day = localDay(head.at);
  return backupsOfDay(folder, path, day).some((name) => hasPassed(join(folder, name), head));
}

function backupsOfDay(folder: string, path: string, day: string): string[] {
  if (!existsSync(folder)) return [];
  const begin = `${stemOf(path)} ${day}`;
  return readdirSync(folder).filter((name) => name.startsWith(begin) && dayInName(name) === day);
}

/** What became of a copy: the backup that it is now, or why it is none ('' where an equal one was there). */
export type Filed = { path: string | null; problem: string };

/**
 * Makes the fresh copy the backup of the day of its last change. It is looked through first: a copy that is not sound is
 * thrown away and replaces nothing. It takes the place of an earlier state of that day only where it grew out of it; beside
 * any other it gets a number. Backups of days beyond the last seven go.
 */
export function fileBackup(folder: string, path: string): Filed {
  const fresh = freshCopy(folder);
  try {
    const { problem, head } = inspectCopy(fresh, { thorough: true });
    if (problem !== '' || !head) return { path: null, problem: problem === '' ? storeWords.copyWithoutActs : problem };
    if (isHeld(folder, path, head)) return { path: null, problem: '' };
    const target = placeFor(folder, path, head, fresh);
    renameSync(fresh, target);
    syncFile(folder);
    removeOldDays(folder);
    return { path: target, problem: '' };
  } finally {
    rmSync(fresh, { force: true });
  }
}

function placeFor(folder: string, path: string, head: Head, fresh: string): string {
  const day = localDay(head.at);
  for (const name of backupsOfDay(folder, path, day)) {
    const there = headOf(join(folder, name));
    if (there && hasPassed(fresh, there)) return join(folder, name);
  }
  return join(
    folder,
    freeName((mark) => `${stemOf(path)} ${day}${mark}.galley`, folder),
  );
}

function removeOldDays(folder: string): void {
  const names = readdirSync(folder).filter((name) => dayInName(name) !== '');
  const days = [...new Set(names.map(dayInName))].toSorted();
  const old = new Set(days.slice(0, -daysKept));
  for (const name of names) if (old.has(dayInName(name))) rmSync(join(folder, name));
}

/** A copy of a project that somebody may want back. */
export type Copy = {
  path: string;
  size: number;
  /** What made it: a day's backup, a restoring that kept the state before it, or bringing an older file up to date. */
  kind: 'day' | 'before-restore' | 'version';
  /** The project file that it was made of; '' where nothing says it. */
  of: string;
};

function copiesIn(folder: string, of: string, wanted: (name: string) => boolean): Copy[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && dayInName(entry.name) !== '' && wanted(entry.name))
    .map(({ name }) => ({ path: join(folder, name), size: statSync(join(folder, name)).size, kind: 'day', of }));
}

/**
 * Every copy of a project that this machine knows of: the backups of its place, those of the same project at other places,
 * those from before places were kept apart, and what lies beside it. `id` is null where the file cannot say it any more.
 */
export function findCopies(backups: string, path: string, id: string | null, mark: string): Copy[] {
  const projects = existsSync(backups) ? readdirSync(backups) : [];
  const found: Copy[] = [];
  for (const project of projects) {
    const own = project === id;
    const inside = join(backups, project);
    if (!statSync(inside).isDirectory()) continue;
    found.push(...copiesIn(inside, '', (name) => own || (id === null && name.startsWith(`${stemOf(path)} `))));
    for (const entry of readdirSync(inside, { withFileTypes: true })) {
      if (!entry.isDirectory() || !(own || entry.name === mark)) continue;
      const place = join(inside, entry.name);
      found.push(...copiesIn(place, placeOfFolder(place), () => true));
    }
  }
  return [...found, ...copiesBeside(path)];
}

function copiesBeside(path: string): Copy[] {
  const folder = dirname(path);
  if (!existsSync(folder)) return [];
  const stem = stemOf(path);
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${stem} (`) && name.endsWith('.galley') && name !== basename(path))
    .flatMap((name): Copy[] => {
      const what = name.slice(stem.length + 2);
      const kind = what.startsWith('before restore ')
        ? 'before-restore'
        : what.startsWith('version ')
          ? 'version'
          : null;
      return kind ? [{ path: join(folder, name), size: statSync(join(folder, name)).size, kind, of: path }] : [];
    });
}
