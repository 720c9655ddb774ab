import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { appWords } from '#words/core/app.ts';
import type { Incident } from '../../shared/api/project.ts';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import type { Store } from '../store/database.ts';
import { openCopy } from '../store/openCopy.ts';
import { openProject } from './openProject.ts';
import type { OpenProject } from './openProject.ts';
import type { Platform } from './platform.ts';

/**
 * The project with which the program goes on: the same as long as its file is the one that was opened; else one in a copy that
 * holds every act, or the same one with a word on what happened to its file.
 */
export function lookAfter(project: OpenProject, platform: Platform): OpenProject {
  const { store, incident } = project;
  const fault = store.fault();
  const isWell = fault === null;
  if (isWell && incident !== null && incident.state !== 'rescued') return { ...project, incident: null }; // it is back
  // One that was found damaged takes no further acts, but those it took must not go with its file.
  const isReader = store.db.readonly;
  if (isWell || (isReader && incident?.state === 'stale')) return project;
  const noted = { fault, fileName: basename(store.path), folder: dirname(store.path), at: platform.now(), reason: '' };
  if (isReader) return { ...project, incident: { ...noted, state: 'stale' } };
  const copy = rescue(store, platform);
  if (typeof copy === 'string') return { ...project, incident: { ...noted, state: 'unsaved', reason: copy } };
  if (store.condition.damage() !== '') copy.condition.foundDamaged(store.condition.damage());
  return { ...openProject(copy), seq: project.seq, incident: { ...noted, state: 'rescued' } };
}

/** Copies the open project beside its old place or, where that cannot be, to the next best. Else it says why not. */
function rescue(store: Store, platform: Platform): Store | string {
  const stem = basename(store.path, '.galley').replace(/ \(rescued [^)]*\)( \d+)?$/u, '');
  const name = `${shortened(stem)} (rescued ${moment(platform.now())})`;
  const reasons: string[] = [];
  for (const folder of [dirname(store.path), platform.projectsFolder, platform.settingsFolder, tmpdir()]) {
    try {
      // The project's own folder is not made again: whoever removed it does not want it.
      if (folder === platform.settingsFolder) mkdirSync(folder, { recursive: true, mode: 0o700 });
      else if (folder !== dirname(store.path)) mkdirSync(folder, { recursive: true });
      return openCopy(store, freePath(folder, name));
    } catch (error) {
      reasons.push(appWords.notCopied({ folder, why: inWords(error) }));
    }
  }
  const reason = appWords.notCopiedAnywhere({ reasons });
  platform.log('error', `no copy of ${store.path} could be written: ${reason}`);
  return reason;
}

const words: Record<string, string> = {
  ENOENT: appWords.noFolder,
  ENOTDIR: appWords.notAFolder,
  EACCES: appWords.cannotWrite,
  EROFS: appWords.cannotWrite,
  ENOSPC: appWords.diskFull,
  SQLITE_FULL: appWords.diskFull,
};

function inWords(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}

/** Names have a limit in bytes, and the added words must find room. */
function shortened(stem: string): string {
  let short = stem;
  while (Buffer.byteLength(short) > 200) short = short.slice(0, -1);
  return short.toWellFormed();
}

function freePath(folder: string, name: string): string {
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}${number === 1 ? '' : ` ${number}`}.galley`);
    // A log or lock without a project is what a project left that was removed a moment ago.
    if (['', '-wal', '-shm', '-lock'].every((end) => !existsSync(path + end))) return path;
  }
}

/** Local time as a file name may hold it, `2024-03-14 09.26`. */
function moment(now: number): string {
  const date = new Date(now);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}.${two(date.getMinutes())}`;
}

/** What happened, as an error for who cannot see the window's notice. `path`: where the program went on. */
export function incidentError({ fault, state, fileName, folder, reason }: Incident, path: string): AppError {
  const file = join(folder, fileName);
  return new AppError('file-replaced', said('app.fileReplaced', { file, fault, state, path, reason }), { path });
}
