import { constants, copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Id } from '../../shared/model/records.ts';
import type { Platform } from './platform.ts';

/** So many days' backups of one project are kept. */
const daysKept = 7;

/** Where a project's backups lie: one file for each of the last days on which it was changed. */
export function backupFolder(platform: Platform, project: Id): string {
  return join(platform.settingsFolder, 'backups', project);
}

/**
 * Copies a closed project file to today's backup, `NAME 2024-03-14.galley`, and removes those of older days beyond the
 * last seven. A backup that cannot be written is logged and does not stand in the way of closing.
 */
export function backUp(platform: Platform, path: string, project: Id): void {
  const folder = backupFolder(platform, project);
  const day = new Date(platform.now()).toISOString().slice(0, 10);
  const fresh = join(folder, '.new');
  try {
    mkdirSync(folder, { recursive: true });
    copyFileSync(path, fresh, constants.COPYFILE_FICLONE);
    renameSync(fresh, join(folder, `${basename(path, '.galley')} ${day}.galley`));
    const dated = readdirSync(folder).filter((name) => / \d{4}-\d\d-\d\d\.galley$/u.test(name));
    const byDay = dated.toSorted((a, b) => (a.slice(-17) < b.slice(-17) ? -1 : 1));
    for (const name of byDay.slice(0, -daysKept)) rmSync(join(folder, name));
  } catch (error) {
    rmSync(fresh, { force: true });
    platform.log('warning', `no backup of ${path} was made: ${String(error)}`);
  }
}
